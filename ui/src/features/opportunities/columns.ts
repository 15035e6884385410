import { listColumns } from "@/features/list/columns";

const names = [
  "company",
  "stage",
  "amount",
  "probability",
  "closeOn",
  "age",
  "nextStep",
  "nextStepOn",
  "person",
  "source",
  "competitor",
  "closedOn",
  "reason",
  "added",
] as const;
export type ColumnName = (typeof names)[number];

/** Columns of the list of opportunities. */
export const opportunityColumns = listColumns<ColumnName>("rainmaker.opportunities.columns", names, [
  "company",
  "stage",
  "amount",
  "probability",
  "closeOn",
  "age",
  "nextStep",
]);

/** The columns that fit a width in pixels: with the list narrow only the stage and the amount, then all but the widest. */
export function fitting(columns: readonly string[], width: number): string[] {
  if (width < 640) return columns.filter((name) => name === "stage" || name === "amount");
  if (width < 860)
    return columns.filter((name) => !["nextStep", "person", "source", "competitor"].includes(name));
  return [...columns];
}
