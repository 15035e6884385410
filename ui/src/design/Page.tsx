import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./Icon";
import css from "./Page.module.css";

interface PageProps {
  title: string;
  /** Where it belongs, before the title: `Settings › Mail accounts`. */
  crumbs?: ReactNode;
  /** A count after the title. */
  count?: ReactNode;
  /** Tabs or a switch, after the count. */
  beside?: ReactNode;
  /** Buttons at the right; the primary one last. */
  actions?: ReactNode;
  /** The second bar of 40 px: filters. */
  tools?: ReactNode;
  /** A banner under the bars. */
  banner?: ReactNode;
  /** The bar at the foot of a wizard. */
  foot?: ReactNode;
  children: ReactNode;
}

/** Every screen of the frame: top bar, tool bar when there are filters, content. */
export function Page({ title, crumbs, count, beside, actions, tools, banner, foot, children }: PageProps) {
  return (
    <main className={css.page} data-region="main" tabIndex={-1}>
      <header className={css.top}>
        {crumbs && (
          <span className={css.crumbs}>
            {crumbs}
            <Icon of={ChevronRight} size={14} />
          </span>
        )}
        <h1 className={css.title}>{title}</h1>
        {count !== undefined && <span className={css.count}>{count}</span>}
        {beside && <div className={css.beside}>{beside}</div>}
        {actions && <div className={css.actions}>{actions}</div>}
      </header>
      {banner}
      {tools && <div className={css.tools}>{tools}</div>}
      <div className={css.content}>{children}</div>
      {foot && (
        <footer className={css.foot} data-page-foot="true">
          {foot}
        </footer>
      )}
    </main>
  );
}
