import { closest } from "./document";

/** The fields offered beside a template, in the order of use. */
export const offered = ["first_name", "last_name", "company", "title", "location", "sender_name"] as const;

/** Every name a template may use, folded and without separators. */
const known = new Set(
  (
    "firstname prenom lastname nom surname name fullname nomcomplet title position poste jobtitle fonction company companyname entreprise " +
    "societe location localisation city ville sendername monnom sendercompany monentreprise senderemail monemail context emailcontext contexte"
  ).split(" "),
);

const names = [
  "first_name",
  "last_name",
  "name",
  "title",
  "position",
  "company",
  "location",
  "sender_name",
  "sender_company",
  "context",
];

/** A field of a template that does not exist, with the one probably meant. */
export interface UnknownField {
  name: string;
  meant?: string;
}

/** The fields of a template that would stop a message, because nothing is known by their name. */
export function unknownFields(template: string): UnknownField[] {
  const found = new Map<string, UnknownField>();
  for (const [, double, single] of template.matchAll(
    /\{\{\s*([^{}|]*?)\s*(?:\|[^{}]*)?\}\}|\{\s*([^{}]*?)\s*\}/g,
  )) {
    const name = (double ?? single ?? "").trim();
    if (name === "" || known.has(fold(name)) || /^["']/.test(name)) continue;
    const meant = closest(name, names);
    found.set(name, { name, ...(meant ? { meant } : {}) });
  }
  return [...found.values()];
}

function fold(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
