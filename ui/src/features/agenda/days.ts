import type { Locale } from "@/i18n";
import type { CalendarView } from "./address";

/** Days as plain dates, `2026-09-15`, counted without a zone. */
const at = (day: string) => new Date(`${day}T12:00:00Z`);
const plain = (date: Date) => date.toISOString().slice(0, 10);

function plus(day: string, days: number): string {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + days);
  return plain(date);
}

/** The Monday of a day's week (ISO 8601). */
function monday(day: string): string {
  return plus(day, -((at(day).getUTCDay() + 6) % 7));
}

/** First and last day a view shows around a day; a month with the whole weeks it begins and ends in. */
export function visible(view: CalendarView, on: string): { from: string; to: string } {
  if (view === "day") return { from: on, to: on };
  if (view === "week") return { from: monday(on), to: plus(monday(on), 6) };
  const first = `${on.slice(0, 8)}01`;
  return { from: monday(first), to: plus(monday(first), 41) };
}

/** The day one view before (-1) or after (1). */
export function shift(view: CalendarView, on: string, by: 1 | -1): string {
  if (view === "day") return plus(on, by);
  if (view === "week") return plus(on, 7 * by);
  const date = at(`${on.slice(0, 8)}15`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return `${plain(date).slice(0, 8)}01`;
}

/** What the view shows, in words: `14 – 20 September 2026, week 38`. */
export function headline(
  view: CalendarView,
  { from, to }: { from: string; to: string },
  on: string,
  locale: Locale,
  weekWords: (week: number) => string,
): string {
  const form = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { ...options, timeZone: "UTC" });
  if (view === "month") return form({ month: "long", year: "numeric" }).format(at(on));
  if (view === "day")
    return form({ weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(at(on));
  const range = form({ day: "numeric", month: "long", year: "numeric" }).formatRange(at(from), at(to));
  return `${range}, ${weekWords(week(from))}`;
}

/** The number of a week, ISO 8601: that of its Thursday. */
export function week(day: string): number {
  const thursday = at(plus(monday(day), 3));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1, 12);
  return 1 + Math.floor((thursday.getTime() - first) / 604_800_000);
}
