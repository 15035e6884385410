import type { DuplicateChoice, DuplicateRecord, DuplicatesReview } from "@/data/client";

/** A row of the review: fields that are chosen together, and what each record has there. */
export interface Row {
  id: string;
  /** The fields, in their order; one choice is for all of them. */
  fields: readonly string[];
  /** As each record has it; empty where it is unknown. */
  values: readonly string[];
  /** Who is kept, by record. */
  kept: string | undefined;
  /** All records say the same. */
  same: boolean;
  /** All are kept: none has to be chosen. */
  united: boolean;
}

/** Fields that come from one record together. */
const together: Record<string, readonly string[]> = {
  name: ["first_name", "last_name"],
  address: ["street", "postcode", "city", "country"],
};
const united = new Set(["notes"]);

/** Of these one value stands first after the merge, and the others stay behind it. */
const behind: Record<DuplicatesReview["kind"], ReadonlySet<string>> = {
  person: new Set(["email", "phone", "linkedin_url"]),
  company: new Set(["phone"]),
};

function valueIn(record: DuplicateRecord, field: string): string {
  return record.values.find((value) => value.field === field)?.value ?? "";
}

/** The rows of a review; those of which no record has anything are left out. */
export function rowsOf(review: DuplicatesReview, chosen: ReadonlyMap<string, string>): Row[] {
  const all = review.records[0]?.values.map((value) => value.field) ?? [];
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const field of all) {
    if (seen.has(field)) continue;
    const [id, fields] = Object.entries(together).find(
      ([, fields]) => fields.includes(field) && fields.every((one) => all.includes(one)),
    ) ?? [field, [field]];
    for (const one of fields) seen.add(one);
    const separator = id === "name" ? " " : ", ";
    const values = review.records.map((record) =>
      fields
        .map((one) => valueIn(record, one))
        .filter(Boolean)
        .join(separator),
    );
    if (values.every((value) => value === "")) continue;
    const first = fields[0] ?? field;
    rows.push({
      id,
      fields,
      values,
      kept: chosen.get(first) ?? review.choices.find((choice) => choice.field === first)?.from,
      same: values.every((value) => value === values[0]),
      united: united.has(id),
    });
  }
  return rows;
}

/** The choices as the command takes them. */
export function choicesOf(chosen: ReadonlyMap<string, string>): DuplicateChoice[] {
  return [...chosen].map(([field, from]) => ({ field, from }));
}

/** The value a row has after the merge. */
export function keptValue(row: Row, review: DuplicatesReview): string {
  if (row.united) return [...new Set(row.values.filter(Boolean))].join(" · ");
  const place = review.records.findIndex((record) => record.id === row.kept);
  return row.values[place] ?? "";
}

/** The values of a row that stay behind the one it keeps: another address, another number. */
export function keptBehind(row: Row, review: DuplicatesReview): string[] {
  if (!behind[review.kind].has(row.id)) return [];
  const alike = new Set([likeness(row.id, keptValue(row, review))]);
  return row.values.filter((value) => {
    const like = likeness(row.id, value);
    return value !== "" && !alike.has(like) && alike.add(like);
  });
}

/** Two of these that read alike are one address, one number, one profile. */
function likeness(row: string, value: string): string {
  if (row === "phone") return value.replace(/\D/g, "").slice(-9);
  if (row === "linkedin_url")
    return value.toLowerCase().replace(/^(https?:\/\/)?([a-z]+\.)?linkedin\.com|[?#].*$|\/+$/g, "");
  return value.trim().toLowerCase();
}
