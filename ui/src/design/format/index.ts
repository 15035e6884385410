import { useMemo } from "react";
import { useLocale } from "@/i18n";
import * as dates from "./dates";
import * as numbers from "./numbers";

export * from "./dates";
export { fileOf } from "./files";
export { dateFormat } from "./intl";
export * from "./numbers";
export { initials, profilePath } from "./people";

/** The formats bound to the language in use. Dates are absolute; see each function for its shape. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(
    () => ({
      shortDay: (moment: dates.Moment) => dates.shortDay(moment, locale),
      longDay: (moment: dates.Moment) => dates.longDay(moment, locale),
      clock: (moment: dates.Moment) => dates.clock(moment, locale),
      dayTime: (moment: dates.Moment) => dates.dayTime(moment, locale),
      weekdayTime: (moment: dates.Moment) => dates.weekdayTime(moment, locale),
      duration: (milliseconds: number) => dates.duration(milliseconds, locale),
      count: (value: number) => numbers.count(value, locale),
      money: (minor: number, currency: string) => numbers.money(minor, currency, locale),
      fileSize: (bytes: number) => numbers.fileSize(bytes, locale),
      percent: (ratio: number) => numbers.percent(ratio, locale),
    }),
    [locale],
  );
}
