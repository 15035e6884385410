import type { ForecastMonthView, MoneyView } from "@/data/client";
import { useFormat } from "@/design/format";
import { useLocale, useText } from "@/i18n";
import { monthName } from "../words";
import css from "./forecast.module.css";

const of = (sums: readonly MoneyView[], currency: string) =>
  sums.find((sum) => sum.currency === currency)?.minor ?? 0;

interface BarsProps {
  months: readonly ForecastMonthView[];
  currency: string;
  /** The current month. */
  here: string;
}

/** One currency, month by month: what is won, above it what is likely, and a mark where everything open would reach. */
export function Bars({ months, currency, here }: BarsProps) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const figures = months.map((month) => ({
    month: month.month,
    won: of(month.won, currency),
    weighted: of(month.weighted, currency),
    open: of(month.open, currency),
  }));
  const most = Math.max(1, ...figures.map(({ won, open }) => won + open));
  const part = (minor: number) => `${(100 * minor) / most}%`;
  return (
    <figure className={css.chart}>
      <figcaption>
        {t("opportunities:forecast.chart")} ({currency})
      </figcaption>
      <ol className={css.bars}>
        {figures.map(({ month, won, weighted, open }) => {
          const said = t("opportunities:forecast.legend", {
            won: format.money(won, currency),
            weighted: format.money(weighted, currency),
            open: format.money(open, currency),
          });
          return (
            <li key={month} aria-label={`${monthName(month, locale)}: ${said}`} title={said}>
              <span className={css.figure}>
                {won + weighted > 0 ? format.money(won + weighted, currency) : ""}
              </span>
              <span className={css.bar}>
                {open > 0 && <i className={css.mark} style={{ bottom: part(won + open) }} />}
                <i className={css.likely} style={{ height: part(weighted) }} />
                <i className={css.won} style={{ height: part(won) }} />
              </span>
              <span className={css.month} data-here={month === here || undefined}>
                {monthName(month, locale, "short")}
              </span>
            </li>
          );
        })}
      </ol>
      <p className={css.key}>
        <span>
          <i className={css.won} /> {t("opportunities:forecast.won")}
        </span>
        <span>
          <i className={css.likely} /> {t("opportunities:forecast.weighted")}
        </span>
        <span>
          <i className={css.markKey} /> {t("opportunities:forecast.open")}
        </span>
      </p>
    </figure>
  );
}
