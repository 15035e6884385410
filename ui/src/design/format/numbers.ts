import type { Locale } from "@/i18n";
import { numberFormat } from "./intl";

/** `3,214` / `3 214` with a narrow no-break space. */
export function count(value: number, locale: Locale): string {
  return numberFormat(locale).format(value);
}

const without = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "));
const thousandths = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/** Decimal places of a currency's minor unit (ISO 4217), as the core has them. */
export function decimals(currency: string): number {
  return without.has(currency) ? 0 : thousandths.has(currency) ? 3 : 2;
}

/** `€12,300` / `12 300 €` from minor units; cents are shown only where there are some. */
export function money(minor: number, currency: string, locale: Locale): string {
  const digits = decimals(currency);
  const one = 10 ** digits;
  const whole = minor % one === 0;
  return numberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(minor / one);
}

/** `412 KB` / `412 Ko`, `84 MB` / `84 Mo`. */
export function fileSize(bytes: number, locale: Locale): string {
  const letter = locale === "fr" ? "o" : "B";
  const scale = bytes >= 1e9 ? 1e9 : bytes >= 1e6 ? 1e6 : bytes >= 1e3 ? 1e3 : 1;
  const prefix = scale === 1e9 ? "G" : scale === 1e6 ? "M" : scale === 1e3 ? "K" : "";
  const digits = scale > 1 && bytes / scale < 10 ? 1 : 0;
  const figure = numberFormat(locale, { maximumFractionDigits: digits }).format(bytes / scale);
  return `${figure}\u00A0${prefix}${letter}`;
}

/** `42 %` / `42%`. */
export function percent(ratio: number, locale: Locale): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(ratio);
}
