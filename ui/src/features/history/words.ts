import type { Text } from "@/i18n";

/** Who did it: the seller, a run, an import, the desk itself. */
export function actorWords(actor: string, t: Text): string {
  const kind = actor.split(":")[0];
  switch (kind) {
    case "seller":
    case "run":
    case "import":
    case "desk":
      return t(`history:actor.${kind}`);
    default:
      return actor;
  }
}

/** A word of a group of the catalogue, or the code itself where there is none. */
export function knownWords(group: "row" | "value" | "field", code: string, t: Text): string {
  const key = `history:${group}.${code}`;
  const words = t(key as "history:row.person");
  return words === key || words === `${group}.${code}` ? code.replaceAll("_", " ") : words;
}

/** The name of a column as sellers know it; the title of a task is not that of a person. */
export function fieldWords(field: string, t: Text, row = ""): string {
  const own = `${row}.${field}`;
  const words = row && knownWords("field", own, t);
  return words && words !== own.replaceAll("_", " ") ? words : knownWords("field", field, t);
}

/** What a change happened to: its name, or what kind of thing it is. A setting is called as in the settings. */
export function labelWords({ row, label }: { row: string; label: string }, t: Text): string {
  if (!label) return knownWords("row", row, t);
  return row === "setting" ? settingWords(label, t) : label;
}

/** The name of a setting. */
function settingWords(key: string, t: Text): string {
  const words = t(`history:setting.${key}` as "history:setting.identity.locale");
  return words.endsWith(key) ? key : words;
}

/** Fields a seller narrows the history by. */
export const filterableFields = [
  "first_name",
  "last_name",
  "title",
  "company_id",
  "email",
  "phone",
  "linkedin_url",
  "location",
  "language",
  "status",
  "notes",
  "consent_note",
  "name",
  "website",
  "street",
  "postcode",
  "city",
  "siren",
  "siret",
  "vat",
  "headcount",
  "amount",
  "stage_id",
  "probability",
  "close_on",
  "next_step",
  "competitor",
  "state",
  "due_on",
  "starts_at",
  "tag_id",
  "list_id",
] as const;
