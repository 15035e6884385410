import type { LinkedinQueue } from "@/data/client";
import { Meter } from "@/design/ProgressBar";
import { useLocale, useText } from "@/i18n";
import css from "./linkedin.module.css";

/** What is used of each cap, and when room comes back. */
export function Counters({ queue }: { queue: LinkedinQueue }) {
  const t = useText();
  const locale = useLocale();
  const month = new Intl.DateTimeFormat(locale, { month: "long" }).format(new Date());
  return (
    <div>
      <p className={css.section}>
        {t("linkedin:counters")} <span className={css.end}>{t("linkedin:countersHint")}</span>
      </p>
      <ul className={css.counters}>
        <Counter
          label={t("linkedin:counter.day")}
          used={queue.today}
          of={queue.dailyCap}
          hint={t("linkedin:counter.dayHint")}
        />
        <Counter
          label={t("linkedin:counter.week")}
          used={queue.week}
          of={queue.weeklyCap}
          hint={t("linkedin:counter.weekHint")}
        />
        <Counter
          label={t("linkedin:counter.month", { month })}
          used={queue.notesMonth}
          of={queue.notesCap}
          hint={t("linkedin:counter.monthHint")}
        />
      </ul>
    </div>
  );
}

function Counter({ label, used, of, hint }: { label: string; used: number; of: number; hint: string }) {
  const t = useText();
  return (
    <li>
      <b>{label}</b>
      <span>
        {of > 0 ? t("common:meter", { used, limit: of }) : t("linkedin:counter.unlimited", { count: used })}
      </span>
      {of > 0 && (
        <div className={css.meter}>
          <Meter used={used} limit={of} label={label} />
        </div>
      )}
      <small>{hint}</small>
    </li>
  );
}
