import { type KeyboardEvent, type ReactNode, useRef } from "react";
import css from "./Tabs.module.css";

/** One choice among a few. */
export interface Choice<Value extends string> {
  value: Value;
  label: ReactNode;
  /** A figure after the label. */
  count?: string | undefined;
}

interface ChoicesProps<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

function useArrows<Value extends string>({ choices, value, onChange }: ChoicesProps<Value>) {
  const group = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step =
      event.key === "ArrowRight" || event.key === "ArrowDown"
        ? 1
        : event.key === "ArrowLeft" || event.key === "ArrowUp"
          ? -1
          : 0;
    if (step === 0) return;
    event.preventDefault();
    const here = choices.findIndex((choice) => choice.value === value);
    const index = (here + step + choices.length) % choices.length;
    const next = choices[index];
    if (!next) return;
    onChange(next.value);
    group.current?.querySelectorAll<HTMLElement>("button")[index]?.focus();
  };
  return { group, move };
}

/** Tabs as underlined text. The content is the caller's; arrows move between tabs. */
export function Tabs<Value extends string>(props: ChoicesProps<Value> & { compact?: boolean }) {
  const { group, move } = useArrows(props);
  return (
    <div
      className={css.tabs}
      data-compact={props.compact || undefined}
      role="tablist"
      aria-label={props.label}
      ref={group}
      onKeyDown={move}
    >
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="tab"
          className={css.tab}
          aria-selected={choice.value === props.value}
          tabIndex={choice.value === props.value ? 0 : -1}
          onClick={() => props.onChange(choice.value)}
        >
          {choice.label}
          {choice.count && <span className={css.count}>{choice.count}</span>}
        </button>
      ))}
    </div>
  );
}

/** Two to four choices side by side, one of them on. */
export function SegmentedControl<Value extends string>(props: ChoicesProps<Value>) {
  const { group, move } = useArrows(props);
  return (
    <div className={css.segments} role="radiogroup" aria-label={props.label} ref={group} onKeyDown={move}>
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          className={css.segment}
          aria-checked={choice.value === props.value}
          tabIndex={choice.value === props.value ? 0 : -1}
          onClick={() => props.onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
