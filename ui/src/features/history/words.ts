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

/** The name of a column or table as sellers know it. */
export function fieldWords(field: string, t: Text): string {
  switch (field) {
    case "first_name":
    case "last_name":
    case "title":
    case "company":
    case "company_id":
    case "email":
    case "phone":
    case "linkedin_url":
    case "location":
    case "language":
    case "time_zone":
    case "status":
    case "notes":
    case "name":
    case "website":
    case "domain":
    case "street":
    case "postcode":
    case "city":
    case "country":
    case "siren":
    case "siret":
    case "vat":
    case "naf":
    case "activity":
    case "headcount":
    case "email_label":
    case "phone_label":
    case "value":
    case "label":
      return t(`history:field.${field}`);
    default:
      return field.replaceAll("_", " ");
  }
}
