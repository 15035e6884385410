import { Check, CircleHelp, Clock, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "./Icon";
import css from "./Notice.module.css";

/** Tones of what happened: information, good news, attention, failure, unknown, neutral. */
export type Tone = "accent" | "ok" | "warn" | "bad" | "doubt" | "quiet";

const icons: Record<Tone, LucideIcon> = {
  accent: Info,
  ok: Check,
  warn: TriangleAlert,
  bad: TriangleAlert,
  doubt: CircleHelp,
  quiet: Info,
};

interface NoticeProps {
  tone: Tone;
  title: ReactNode;
  icon?: LucideIcon;
  /** One or two sentences. */
  children?: ReactNode;
  /** At most two buttons. */
  actions?: ReactNode;
}

/** A box inside the page saying what happened, what was not done and the next step. A failure is read aloud at once. */
export function Notice({ tone, title, icon, children, actions }: NoticeProps) {
  return (
    <section className={css.notice} data-tone={tone} role={tone === "bad" ? "alert" : undefined}>
      <span className={css.icon}>
        <Icon of={icon ?? icons[tone]} />
      </span>
      <h3 className={css.title}>{title}</h3>
      {children && <div className={css.words}>{children}</div>}
      {actions && <div className={css.actions}>{actions}</div>}
    </section>
  );
}

interface WhyProps {
  title: string;
  /** The answer, with its date in bold. */
  answer: ReactNode;
  /** The limiting rule with its figures, then what is satisfied. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** The one coloured box of a calm screen: why, why not, or when. */
export function WhyBox({ title, answer, children, actions }: WhyProps) {
  return (
    <Notice tone="accent" icon={Clock} title={title} actions={actions}>
      <p className={css.answer}>{answer}</p>
      {children}
    </Notice>
  );
}
