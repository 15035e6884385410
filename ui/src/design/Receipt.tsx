import type { ReactNode } from "react";
import css from "./Receipt.module.css";

/** A sheet of paper: a run's receipt, the recovery key. */
export function Paper({ label, children }: { label: string; children: ReactNode }) {
  return (
    <article className={css.paper} aria-label={label}>
      {children}
    </article>
  );
}

/** A dashed rule across the paper. */
export function PaperRule() {
  return <hr className={css.rule} />;
}

interface LeaderProps {
  label: string;
  value: ReactNode;
  /** A part of the total above it. */
  part?: boolean;
}

/** Words, dotted leaders, figure. Parts stand indented under their total. */
export function LeaderLine({ label, value, part = false }: LeaderProps) {
  return (
    <div className={css.line} data-part={part || undefined}>
      <dt>{label}</dt>
      <i className={css.leader} aria-hidden="true" />
      <dd>{value}</dd>
    </div>
  );
}

/** The lines between two rules. */
export function LeaderLines({ children }: { children: ReactNode }) {
  return <dl className={css.lines}>{children}</dl>;
}
