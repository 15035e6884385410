import type { CustomField, CustomKind, CustomValueView, FilterOp } from "@/data/client";
import { shortDay } from "@/design/format";
import { decimals, money } from "@/design/format/numbers";
import type { CustomName } from "@/features/list/clauses";
import type { Locale, Text } from "@/i18n";

/** The kinds of fields, in the order they are offered. */
export const kinds: readonly CustomKind[] = [
  "text",
  "number",
  "date",
  "choice",
  "choices",
  "money",
  "flag",
  "link",
];

/** The name of a field's column. */
export function columnOf(field: Pick<CustomField, "id">): CustomName {
  return `custom:${field.id}`;
}

/** The field a column, a condition or an order names, if it is one of the seller's. */
export function fieldIn(name: string): string | undefined {
  return name.startsWith("custom:") ? name.slice("custom:".length) : undefined;
}

/** A value as the core keeps it. */
export function keptValue(values: readonly CustomValueView[] | undefined, field: string): string {
  return values?.find((one) => one.field === field)?.value ?? "";
}

/** A value as it is read. */
export function shownValue(field: CustomField, value: string, t: Text, locale: Locale): string {
  if (!value) return "";
  switch (field.kind) {
    case "number":
      return Number(value).toLocaleString(locale === "fr" ? "fr-FR" : "en-US", { maximumFractionDigits: 6 });
    case "date":
      return shortDay(value, locale);
    case "choices":
      return value.split("\n").join(", ");
    case "money":
      return money(
        Math.round(Number(value) * 10 ** decimals(field.currency || "EUR")),
        field.currency || "EUR",
        locale,
      );
    case "flag":
      return t("list:yes");
    case "link":
      return value.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
    default:
      return value;
  }
}

const words: readonly FilterOp[] = ["contains", "is", "is_not", "empty", "not_empty"];
const amounts: readonly FilterOp[] = ["after", "before", "is", "empty", "not_empty"];

/** What can be asked of a field of a kind, the usual first. */
export const operatorsOf: Record<CustomKind, readonly FilterOp[]> = {
  text: words,
  number: amounts,
  date: ["before", "after", "before_or_never", "empty", "not_empty"],
  choice: ["is", "is_not", "empty", "not_empty"],
  choices: ["is", "is_not", "empty", "not_empty"],
  money: amounts,
  flag: ["is"],
  link: ["contains", "empty", "not_empty"],
};
