import { shortDay } from "@/design/format";
import type { Locale, Text } from "@/i18n";

/** How a filter names a day: one of the calendar, or one that moves with today. */
export type DayWay = "on" | "today" | "ago" | "ahead";

/** A day of a filter taken apart: `today-30` is 30 days ago. */
export function readDay(value: string): { way: DayWay; days: number } {
  const [, sign, days] = /^today(?:\s*([+-])\s*(\d{1,5}))?$/.exec(value.trim()) ?? [];
  if (!value.trim().startsWith("today")) return { way: "on", days: 0 };
  const count = Number(days ?? 0);
  if (count === 0) return { way: "today", days: 0 };
  return { way: sign === "-" ? "ago" : "ahead", days: count };
}

/** A day of a filter put together again. */
export function writeDay(way: DayWay, days: number): string {
  if (way === "today" || days === 0) return "today";
  return `today${way === "ago" ? "-" : "+"}${days}`;
}

/** A day of a filter in words. */
export function dayWords(value: string, t: Text, locale: Locale): string {
  const { way, days } = readDay(value);
  if (way === "on") return shortDay(value, locale);
  return way === "today" ? t("list:day.today") : t(`list:day.${way}Words`, { count: days });
}
