import { listColumns } from "@/features/list/columns";

const names = [
  "title",
  "company",
  "status",
  "email",
  "phone",
  "location",
  "lastContact",
  "next",
  "added",
  "tags",
] as const;
export type ColumnName = (typeof names)[number];

/** Columns of the people list. */
export const peopleColumns = listColumns<ColumnName>("rainmaker.people.columns", names, [
  "title",
  "company",
  "status",
  "lastContact",
  "next",
]);

/**
 * The columns that fit: with the list narrow (a small window, or the panel beside it) only who, where and how far; then the
 * title and the last contact come back in turn. Width in pixels.
 */
export function fitting(columns: readonly string[], width: number): string[] {
  if (width < 640) return columns.filter((name) => name === "company" || name === "status");
  if (width < 770) return columns.filter((name) => name !== "lastContact" && name !== "title");
  if (width < 1000) return columns.filter((name) => name !== "title" || !columns.includes("next"));
  return [...columns];
}
