import type { Locale } from "@/i18n";
import { dateFormat } from "./intl";

/** A moment on the wire: RFC 3339 UTC, or a plain date `2026-09-16`. */
export type Moment = string | Date;

const MINUTE = 60_000;

function parts(moment: Moment, locale: Locale, options: Intl.DateTimeFormatOptions, zone?: string) {
  // A plain date has no zone: reading it in UTC keeps its day.
  const plain = typeof moment === "string" && /^\d{4}-\d{2}-\d{2}$/.test(moment);
  const timeZone = plain ? "UTC" : zone;
  const format = dateFormat(locale, { ...options, ...(timeZone ? { timeZone } : {}) });
  const found = new Map(format.formatToParts(new Date(moment)).map((part) => [part.type, part.value]));
  return (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? "";
}

/** `16 Sep` / `16 sept.`; with the year when it is not `now`'s. */
export function shortDay(moment: Moment, locale: Locale, now: Date = new Date(), zone?: string): string {
  const part = parts(moment, locale, { day: "numeric", month: "short", year: "numeric" }, zone);
  const day = `${part("day")}\u00A0${part("month")}`;
  return part("year") === String(now.getFullYear()) ? day : `${day}\u00A0${part("year")}`;
}

/** `15 September 2026` / `15 septembre 2026`. */
export function longDay(moment: Moment, locale: Locale, zone?: string): string {
  const part = parts(moment, locale, { day: "numeric", month: "long", year: "numeric" }, zone);
  return `${part("day")}\u00A0${part("month")} ${part("year")}`;
}

/** `9:30`, 24 hours, for tables and times in both languages. */
export function clock(moment: Moment, locale: Locale, zone?: string): string {
  const part = parts(moment, locale, { hour: "numeric", minute: "2-digit", hourCycle: "h23" }, zone);
  return `${Number(part("hour"))}:${part("minute").padStart(2, "0")}`;
}

/** `Thu 17 Sep 9:00` / `jeu. 17 sept. 9:00`: the absolute form used wherever a rule names a moment. */
export function weekdayTime(moment: Moment, locale: Locale, now: Date = new Date(), zone?: string): string {
  const part = parts(moment, locale, { weekday: "short" }, zone);
  return `${part("weekday")} ${shortDay(moment, locale, now, zone)} ${clock(moment, locale, zone)}`;
}

/** `16 Sep 9:30`, or the hour alone on the day of `now`. */
export function dayTime(moment: Moment, locale: Locale, now: Date = new Date(), zone?: string): string {
  const hour = clock(moment, locale, zone);
  return sameDay(new Date(moment), now) ? hour : `${shortDay(moment, locale, now, zone)} ${hour}`;
}

/** Whether two moments fall on one day of this computer's zone. */
export function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

/** Whole minutes between two moments if under one hour, else nothing: only then may a time be said relatively. */
export function minutesAgo(moment: Moment, now: Date = new Date()): number | undefined {
  const minutes = Math.floor((now.getTime() - new Date(moment).getTime()) / MINUTE);
  return minutes >= 0 && minutes < 60 ? minutes : undefined;
}

/** `2.9 s`, `4 min 10 s`, `1 h 05`: how long something took, from milliseconds. */
export function duration(milliseconds: number, locale: Locale): string {
  const seconds = milliseconds / 1000;
  const space = "\u00A0";
  if (seconds < 1) return `${Math.round(milliseconds)}${space}ms`;
  if (seconds < 10) return `${seconds.toLocaleString(locale, { maximumFractionDigits: 1 })}${space}s`;
  if (seconds < 60) return `${Math.round(seconds)}${space}s`;
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  if (minutes < 60) return rest === 0 ? `${minutes}${space}min` : `${minutes}${space}min ${rest}${space}s`;
  return `${Math.floor(minutes / 60)}${space}h${space}${String(minutes % 60).padStart(2, "0")}`;
}

/** The day of a moment in this computer's zone, as the core writes days: `2026-09-15`. No locale is asked: the webviews differ on them. */
export function localDay(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
