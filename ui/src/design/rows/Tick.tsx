import type { ReactNode } from "react";
import css from "./Tick.module.css";

interface TickProps {
  checked: boolean;
  label: string;
  onToggle: () => void;
  /** What stands there while nothing is selected: a glyph, a disc. */
  children?: ReactNode;
}

/** The check box of a row: shown on hover, on the row in hand, or once anything is selected; a glyph stands in its place otherwise. */
export function Tick({ checked, label, onToggle, children }: TickProps) {
  return (
    <span className={css.place}>
      <span className={css.glyph}>{children}</span>
      <input
        type="checkbox"
        className={css.box}
        checked={checked}
        aria-label={label}
        tabIndex={-1}
        onClick={(event) => event.stopPropagation()}
        onChange={onToggle}
      />
    </span>
  );
}
