import type { ReactNode } from "react";
import css from "./EmptyState.module.css";
import { Strokes } from "./Mark";

interface EmptyStateProps {
  title: string;
  /** One sentence. */
  children?: ReactNode;
  /** Two buttons at most. */
  actions?: ReactNode;
}

/** Nothing here yet: the mark in line colour, one bold line, one sentence, two buttons. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={css.empty}>
      <svg className={css.picture} viewBox="0 0 32 32" aria-hidden="true">
        <Strokes stroke="var(--line-2)" drop="var(--accent)" />
      </svg>
      <h2 className={css.title}>{title}</h2>
      {children && <p className={css.words}>{children}</p>}
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}
