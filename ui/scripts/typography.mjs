// Sets the French spaces and the apostrophes of the catalogues: `npm run typography`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { apostrophes, frenchSpaces } from "./french.mjs";

const each = (node, change) =>
  typeof node === "string"
    ? change(node)
    : Object.fromEntries(Object.entries(node).map(([key, value]) => [key, each(value, change)]));

for (const [locale, change] of [
  ["en", apostrophes],
  ["fr", (text) => frenchSpaces(apostrophes(text))],
]) {
  const folder = new URL(`../src/i18n/${locale}/`, import.meta.url);
  for (const name of readdirSync(folder)) {
    const file = new URL(name, folder);
    const before = readFileSync(file, "utf8");
    const after = `${JSON.stringify(each(JSON.parse(before), change), null, 2)}\n`;
    if (after !== before) writeFileSync(file, after);
  }
}
