import type { CustomKind } from "@/data/client";

/** A field of the seller's own, as a mapping names it. */
export function ownField(id: string): string {
  return `custom:${id}`;
}

/** The id of the seller's own field a mapping names, if it does. */
export function ownId(field: string | null): string | undefined {
  return field?.startsWith("custom:") ? field.slice("custom:".length) : undefined;
}

/** What a column seems to hold, by its first values: text unless all of them say more. */
export function guessedKind(samples: readonly string[]): CustomKind {
  const values = samples.map((value) => value.trim()).filter(Boolean);
  const all = (pattern: RegExp) => values.length > 0 && values.every((value) => pattern.test(value));
  if (all(/^https?:\/\//i)) return "link";
  if (all(/^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$/)) return "date";
  if (all(/^(yes|no|oui|non|true|false|vrai|faux)$/i)) return "flag";
  if (all(/^[-+]?\d[\d\s.,\u00a0\u202f]*$/) && !values.some((value) => /^0\d/.test(value))) return "number";
  return "text";
}
