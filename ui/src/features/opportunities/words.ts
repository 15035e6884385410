import type { OpportunityRow, PipelineView } from "@/data/client";
import { dateFormat, decimals, useFormat } from "@/design/format";
import type { Locale } from "@/i18n";

/** A name the seller gave in both languages. */
export function named(one: { nameFr: string; nameEn: string }, locale: Locale): string {
  return locale === "fr" ? one.nameFr : one.nameEn;
}

/** The stage an opportunity is at. */
export function stageName(row: Pick<OpportunityRow, "stageFr" | "stageEn">, locale: Locale): string {
  return locale === "fr" ? row.stageFr : row.stageEn;
}

/** Why it ended, of the seller's list. */
export function reasonName(row: Pick<OpportunityRow, "reasonFr" | "reasonEn">, locale: Locale): string {
  return locale === "fr" ? row.reasonFr : row.reasonEn;
}

/** An opportunity's amount as it is typed in a field. */
export function amountTyped({ amount, currency }: OpportunityRow, locale: Locale): string {
  if (!amount) return "";
  return (amount.minor / 10 ** decimals(currency)).toLocaleString(locale === "fr" ? "fr-FR" : "en-US", {
    maximumFractionDigits: 3,
    useGrouping: false,
  });
}

/** The stages of a pipeline that are in use. */
export function inUse(pipeline: PipelineView | undefined) {
  return (pipeline?.stages ?? []).filter((stage) => !stage.archived);
}

/** A day as the core takes it, in this computer's zone. */
export function dayOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `September 2026` of `2026-09`; the short form for narrow places. */
export function monthName(month: string, locale: Locale, form: "long" | "short" = "long"): string {
  return dateFormat(locale, {
    month: form,
    ...(form === "long" ? { year: "numeric" } : {}),
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/** Amounts in words, one for each currency. */
export function useSums() {
  const format = useFormat();
  return (sums: ReadonlyArray<{ minor: number; currency: string }>) =>
    sums.map(({ minor, currency }) => format.money(minor, currency)).join(" + ");
}
