import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./Icon";
import css from "./Timeline.module.css";

/** What happened on one day, newest first. */
export function TimelineDay({ day, children }: { day: string; children: ReactNode }) {
  return (
    <section className={css.day}>
      <h4 className={css.head}>{day}</h4>
      <ul>{children}</ul>
    </section>
  );
}

interface EventProps {
  icon: LucideIcon;
  /** It came from them, not from us. */
  inbound?: boolean;
  title: ReactNode;
  time: string;
  dateTime: string;
  /** A quotation or a second line. */
  children?: ReactNode;
}

/** One event: disc with its icon, one line, time at the right. */
export function TimelineEvent({ icon, inbound = false, title, time, dateTime, children }: EventProps) {
  return (
    <li className={css.event}>
      <span className={css.disc} data-inbound={inbound || undefined}>
        <Icon of={icon} size={12} />
      </span>
      <div className={css.words}>
        <div>{title}</div>
        {children}
      </div>
      <time className={css.time} dateTime={dateTime}>
        {time}
      </time>
    </li>
  );
}

/** What somebody wrote, in a sunken well; `lang` is that of the text. */
export function Quote({ lang, children }: { lang?: string | undefined; children: ReactNode }) {
  return (
    <div className={css.quote} lang={lang}>
      {children}
    </div>
  );
}

/** `Status: ~~Contacted~~ → Interested`. */
export function Change({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <>
      {label} {before && <s>{before}</s>} → <b>{after}</b>
    </>
  );
}
