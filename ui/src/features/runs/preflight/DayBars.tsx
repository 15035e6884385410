import type { PreflightDay } from "@/data/client";
import { useFormat } from "@/design/format";
import { useLocale, useText } from "@/i18n";
import css from "./preflight.module.css";

/** Bars shown at most; further days are counted in words. */
const MOST = 7;

/** How many messages leave on each coming day. */
export function DayBars({ days }: { days: readonly PreflightDay[] }) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const highest = Math.max(...days.map((day) => day.count), 1);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const shown = days.slice(0, MOST);
  const rest = days.slice(MOST).reduce((sum, day) => sum + day.count, 0);
  return (
    <>
      <ol className={css.bars} aria-label={t("runs:preflight.perDay")}>
        {shown.map((day) => (
          <li key={day.date} title={`${format.shortDay(day.date)}: ${format.count(day.count)}`}>
            <b>{format.count(day.count)}</b>
            <i style={{ height: `${Math.max((day.count / highest) * 56, 2)}px` }} aria-hidden="true" />
            <span>{weekday.format(new Date(day.date))}</span>
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <p className={css.fine}>{t("runs:preflight.restDays", { days: days.length - MOST, count: rest })}</p>
      )}
    </>
  );
}
