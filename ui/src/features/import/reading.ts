import type { ImportPreset, ImportReading, ImportView } from "@/data/client";

const parts = [
  "encoding",
  "delimiter",
  "headerLine",
  "sheet",
  "preset",
  "dates",
  "numbers",
  "country",
] as const;

/** Whether two ways of reading are the same. */
export function sameReading(one: ImportReading, other: ImportReading): boolean {
  return parts.every((part) => (one[part] ?? null) === (other[part] ?? null));
}

/** Products a table can be told to be of, as the menu lists them; cards are told by their form alone. */
export const presets: readonly ImportPreset[] = [
  "apollo",
  "google_contacts",
  "hubspot",
  "lemlist",
  "linkedin",
  "outlook",
  "pipedrive",
  "salesforce",
  "sheet",
  "other",
];

/** What tells the fields of columns: what stands in them, LinkedIn's or another product's table, or their names. */
export function toldBy({
  headerLine,
  preset,
}: Pick<ImportView, "headerLine" | "preset">): "content" | "linkedin" | "product" | "name" {
  if (headerLine === 0) return "content";
  if (preset === "linkedin") return "linkedin";
  return preset === "other" || preset === "sheet" ? "name" : "product";
}

/** Encodings by the names people know; others stand as the standard writes them. */
export function encodingName(label: string): string {
  const known: Record<string, string> = {
    "utf-8": "UTF-8",
    "windows-1252": "Windows-1252",
    macintosh: "Mac Roman",
    "utf-16le": "UTF-16",
    "utf-16be": "UTF-16 (BE)",
  };
  return known[label.toLowerCase()] ?? label;
}

/** Countries offered for numbers without a prefix, beside the one in use. */
export const phoneCountries = [
  "FR",
  "BE",
  "CH",
  "LU",
  "MC",
  "DE",
  "AT",
  "ES",
  "IT",
  "PT",
  "NL",
  "GB",
  "IE",
  "DK",
  "SE",
  "NO",
  "PL",
  "US",
  "CA",
  "MA",
  "TN",
  "DZ",
  "SN",
  "CI",
] as const;
