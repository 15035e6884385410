import { describe, expect, it } from "vitest";
import { guessedKind, ownField, ownId } from "./own";

describe("a field of the seller's own", () => {
  it("is found again by the name a mapping gives it", () => {
    expect(ownId(ownField("f1"))).toBe("f1");
    expect(ownId("email")).toBeUndefined();
    expect(ownId(null)).toBeUndefined();
  });

  it.each([
    [["12", "1 234,5", "-3"], "number"],
    [["0612", "12"], "text"],
    [["2024-12-31", "31/12/2024"], "date"],
    [["oui", "Non"], "flag"],
    [["https://a.example"], "link"],
    [["12", "a dozen"], "text"],
    [["", " "], "text"],
  ])("holds what all values of its column say: %j", (samples, kind) => {
    expect(guessedKind(samples)).toBe(kind);
  });
});
