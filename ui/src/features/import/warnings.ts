import type { ImportWarning } from "@/data/client";
import { sayReason } from "@/data/say";

const ASSUMED = "imports.date_order_assumed";

/** Warnings about how a whole column was understood, which the seller alone can judge, and those about single lines. */
export function parted(
  warnings: readonly ImportWarning[],
): [columns: ImportWarning[], lines: ImportWarning[]] {
  return [warnings.filter(({ code }) => code === ASSUMED), warnings.filter(({ code }) => code !== ASSUMED)];
}

/** A warning with the number of lines it is about. */
export function sayWarning({ code, field, rows, params }: ImportWarning): string {
  return sayReason({
    code: "imports.warned",
    params: { rows: String(rows), what: sayReason({ code, params: { ...params, field } }) },
  });
}
