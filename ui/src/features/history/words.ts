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

/** The name of a column as sellers know it. */
export const fieldWords = (field: string, t: Text): string => knownWords("field", field, t);

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
