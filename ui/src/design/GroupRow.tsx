import type { ReactNode } from "react";
import css from "./GroupRow.module.css";

interface GroupRowProps {
  title: string;
  /** How many and of what, after the title. */
  count?: ReactNode;
  /** An 8 px square of this tone before the title. */
  tone?: "accent" | "ok" | "warn" | "bad" | "doubt" | "quiet";
  action?: ReactNode;
}

/** A sunken row that divides a list; what needs the seller is always the first group. */
export function GroupRow({ title, count, tone, action }: GroupRowProps) {
  return (
    <div className={css.group}>
      {tone && <i className={css.square} data-tone={tone} aria-hidden="true" />}
      <h2 className={css.title}>{title}</h2>
      {count !== undefined && <span className={css.count}>{count}</span>}
      {action && <span className={css.action}>{action}</span>}
    </div>
  );
}
