import type { Locale } from "@/i18n";

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** Where each language is written as here. */
const region = (locale: Locale) => (locale === "fr" ? "fr-FR" : "en-US");

/** Writes dates. One is made for each way of writing: making it takes longer than a thousand dates. */
export function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // Without a zone it keeps the one it was made in, and the laptop may have travelled.
  const key = `${locale} ${JSON.stringify(options)} ${options.timeZone ?? new Date().getTimezoneOffset()}`;
  const format = dates.get(key) ?? new Intl.DateTimeFormat(region(locale), options);
  dates.set(key, format);
  return format;
}

/** Writes numbers, as {@link dateFormat} writes dates. */
export function numberFormat(locale: Locale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = numbers.get(key) ?? new Intl.NumberFormat(region(locale), options);
  numbers.set(key, format);
  return format;
}
