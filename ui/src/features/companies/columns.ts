import { listColumns } from "@/features/list/columns";

const names = [
  "city",
  "activity",
  "headcount",
  "people",
  "lastContact",
  "phone",
  "website",
  "postcode",
  "country",
  "siren",
  "naf",
  "added",
] as const;
export type ColumnName = (typeof names)[number];

/** Columns of the list of companies. */
export const companyColumns = listColumns<ColumnName>("rainmaker.companies.columns", names, [
  "city",
  "activity",
  "headcount",
  "people",
  "lastContact",
]);

/**
 * The columns that fit: with the list narrow (a small window, or the panel beside it) only where and how many people, then
 * all but the widest. Width in pixels.
 */
export function fitting(columns: readonly string[], width: number): string[] {
  if (width < 640) return columns.filter((name) => name === "city" || name === "people");
  if (width < 770) return columns.filter((name) => name !== "activity" && name !== "website");
  return [...columns];
}
