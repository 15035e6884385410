import type { ImportDates, ImportWarning } from "@/data/client";
import { sayReason } from "@/data/say";

const ASSUMED = "imports.date_order_assumed";
const TOLD = "imports.date_order_told";

/** What stands first in the dates a warning is about; a short year in front is always proven and never among them. */
export function orderIn(warning: ImportWarning | undefined): ImportDates | null {
  if (!warning) return null;
  return warning.params.order === "month_first" ? "month_first" : "day_first";
}

/** Warnings about how a whole column was understood, which the seller alone can judge, and those about single lines. */
export function parted(
  warnings: readonly ImportWarning[],
): [columns: ImportWarning[], lines: ImportWarning[]] {
  const whole = ({ code }: ImportWarning) => code === ASSUMED || code === TOLD;
  return [warnings.filter(whole), warnings.filter((warning) => !whole(warning))];
}

/** A warning with the number of lines it is about. */
export function sayWarning({ code, field, rows, params }: ImportWarning): string {
  return sayReason({
    code: "imports.warned",
    params: { rows: String(rows), what: goingOn(sayReason({ code, params: { ...params, field } })) },
  });
}

/** A sentence that goes on after a colon; a name keeps its capitals. */
function goingOn(words: string): string {
  return /^\p{Lu}\p{Ll}*[\s’]/u.test(words) ? words.charAt(0).toLocaleLowerCase() + words.slice(1) : words;
}
