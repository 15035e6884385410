import type { ReactNode } from "react";
import type { Tone } from "./Notice";
import css from "./Tag.module.css";

/** A quiet label of 20 px; a tone only for a state. */
export function Tag({ tone = "quiet", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={css.tag} data-tone={tone}>
      {children}
    </span>
  );
}

/** A number beside a place in the sidebar: accent when it waits for the seller, grey otherwise, nothing for zero. */
export function Counter({ value, waiting = false }: { value: string | undefined; waiting?: boolean }) {
  if (!value) return null;
  return (
    <span className={css.counter} data-waiting={waiting || undefined}>
      {value}
    </span>
  );
}
