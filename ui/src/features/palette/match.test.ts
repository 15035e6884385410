import { describe, expect, it } from "vitest";
import { match } from "./match";

const score = (query: string, text: string) => match(query, text)?.score ?? -1;

describe("a query", () => {
  it("ignores case and accents, and marks the letters of the text itself", () => {
    expect(match("opportunites", "Opportunités")?.marks).toEqual([[0, 12]]);
    expect(match("ÉLISE", "elise")?.marks).toEqual([[0, 5]]);
  });
  it("prefers the start of the text, then the start of a word, then the middle", () => {
    expect(score("imp", "Import people")).toBeGreaterThan(score("imp", "Undo an import"));
    expect(score("imp", "Undo an import")).toBeGreaterThan(score("imp", "Shrimps"));
  });
  it("marks the word it begins rather than an earlier middle", () => {
    expect(match("port", "Export a port")?.marks).toEqual([[9, 13]]);
  });
  it("finds several words in any order", () => {
    expect(match("people export", "Export these people")?.marks).toEqual([
      [0, 6],
      [13, 19],
    ]);
  });
  it("finds first letters of words", () => {
    expect(match("imfi", "Import from a file")?.marks).toEqual([
      [0, 2],
      [14, 16],
    ]);
  });
  it("does not find letters strewn anywhere", () => {
    expect(match("xyz", "Export your prize")).toBeUndefined();
  });
  it("answers everything when it is empty", () => {
    expect(match(" ", "Anything")).toEqual({ score: 0, marks: [] });
  });
});
