import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { apostrophes, frenchSpaces } from "../../scripts/french.mjs";
import { catalogues } from "./catalogues";
import { preferredLocale } from "./index";

function leaves(node: unknown, path = ""): Map<string, string> {
  if (typeof node === "string") return new Map([[path, node]]);
  const all = new Map<string, string>();
  for (const [key, child] of Object.entries(node as Record<string, unknown>)) {
    for (const [name, text] of leaves(child, path ? `${path}.${key}` : key)) all.set(name, text);
  }
  return all;
}

/** Names of the values a text asks for, wherever they stand. */
function placeholders(elements: MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    if ("value" in element && typeof element.value === "string") names.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options))
        for (const name of placeholders(option.value)) names.add(name);
    }
  }
  return names;
}

const en = leaves(catalogues.en);
const fr = leaves(catalogues.fr);
const shared = [...en.keys()].filter((key) => fr.has(key));

describe("the two catalogues", () => {
  it("hold the same texts", () => {
    expect([...fr.keys()].filter((key) => !en.has(key))).toEqual([]);
    expect([...en.keys()].filter((key) => !fr.has(key))).toEqual([]);
  });

  it("are all readable as ICU messages", () => {
    for (const [key, text] of [...en, ...fr])
      expect(() => parse(text, { ignoreTag: true }), `${key}: ${text}`).not.toThrow();
  });

  it("ask for the same values", () => {
    for (const key of shared) {
      const names = (text: string) => [...placeholders(parse(text, { ignoreTag: true }))].sort();
      expect(names(fr.get(key) ?? ""), key).toEqual(names(en.get(key) ?? ""));
    }
  });

  it("mark the same words as bold", () => {
    for (const key of shared)
      expect((fr.get(key) ?? "").split("<b>").length, key).toBe((en.get(key) ?? "").split("<b>").length);
  });

  it("use typographic apostrophes", () => {
    for (const [key, text] of [...en, ...fr]) expect(text, key).toBe(apostrophes(text));
  });

  it("set French spaces before high punctuation and inside quotation marks", () => {
    for (const [key, text] of fr) expect(text, key).toBe(frenchSpaces(text));
  });

  it("never exclaim, and never say please", () => {
    for (const [key, text] of [...en, ...fr])
      expect(text, key).not.toMatch(/!(?!=)|\bplease\b|veuillez|s’il vous plaît/i);
  });
});

describe("the language of a new desk", () => {
  it("is French where the system prefers French to English", () => {
    expect(preferredLocale(["de-DE", "fr-CH", "en-US"])).toBe("fr");
  });
  it("is English where the system speaks neither", () => {
    expect(preferredLocale(["de-DE", "es"])).toBe("en");
  });
});
