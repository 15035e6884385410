import type { ImportView } from "@/data/client";

/** Screens of the wizard, in order. */
export const importSteps = ["file", "read", "map", "match", "check", "run"] as const;
export type ImportStep = (typeof importSteps)[number];

/** Whether a value from the address names a step. */
export function isImportStep(value: unknown): value is ImportStep {
  return importSteps.includes(value as ImportStep);
}

/** How far an import may be walked: a checked one up to its check, one that has begun only to its run. */
export function reachable(view: ImportView | undefined): ImportStep {
  if (!view || view.state === "reading" || view.state === "failed") return "read";
  return view.state === "checked" ? "check" : "run";
}

/** The step that is shown: the one asked for where it can be reached; one that has begun always shows its run. */
export function stepShown(asked: ImportStep | undefined, view: ImportView | undefined): ImportStep {
  if (!view) return "file";
  const most = reachable(view);
  if (most === "run") return "run";
  const wanted = asked === undefined || asked === "file" ? "read" : asked;
  return importSteps.indexOf(wanted) > importSteps.indexOf(most) ? most : wanted;
}

/** Rows that would be written. */
export function toWrite(view: Pick<ImportView, "created" | "updated">): number {
  return view.created + view.updated;
}

/** The fields a column can be taken for, in the order of the menu. */
export const importFields = [
  "first_name",
  "last_name",
  "full_name",
  "email",
  "phone",
  "company",
  "title",
  "linked_in_url",
  "location",
  "city",
  "country",
  "website",
  "notes",
  "status",
  "tags",
  "lists",
  "connected_on",
  "added_on",
  "external_id",
  "message_sent",
  "follow_up_count",
  "language",
  "source",
  "other_email",
  "other_phone",
  "other_url",
  "street",
  "postcode",
  "region",
  "other_address",
  "opt_out",
] as const;
export type ImportField = (typeof importFields)[number];

/** Fields that several columns may fill. */
const repeated = new Set<string>(["other_email", "other_phone", "other_url", "other_address", "street"]);

/** A mapping with one column given another field; a field is taken from only one column, so the former one is freed. */
export function remapped(
  fields: ReadonlyArray<string | null>,
  column: number,
  field: string | null,
): Array<string | null> {
  return fields.map((now, index) =>
    index === column ? field : field !== null && now === field && !repeated.has(field) ? null : now,
  );
}
