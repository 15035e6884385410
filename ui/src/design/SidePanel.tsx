import type { ReactNode } from "react";
import css from "./SidePanel.module.css";

/** The panel at the right of a list: head, scrolling body, composer at its foot. Below 1024 px it covers the list. */
export function SidePanel({
  label,
  head,
  foot,
  children,
}: {
  label: string;
  head: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <aside className={css.panel} aria-label={label} data-region="panel" tabIndex={-1}>
      <header className={css.head}>{head}</header>
      <div className={css.body}>{children}</div>
      {foot && <footer className={css.foot}>{foot}</footer>}
    </aside>
  );
}

/** A list with its panel beside it. */
export function Split({ list, panel }: { list: ReactNode; panel?: ReactNode }) {
  return (
    <div className={css.split} data-open={panel ? true : undefined}>
      <div className={css.list}>{list}</div>
      {panel}
    </div>
  );
}
