import { describe, expect, it } from "vitest";
import { addressOf, readAsked } from "./clauses";
import { arranged, moved } from "./columns";
import { readDay, writeDay } from "./days";

const operators = { title: ["is", "empty"], added: ["before"] } as const;

describe("what a list is asked", () => {
  it("reads conditions and groups from an address and leaves out what does not fit", () => {
    const title = { field: "title", op: "is", value: "Buyer" };
    expect(
      readAsked(
        {
          filters: [title, { field: "shoe", op: "is", value: "" }],
          any: true,
          groups: [
            { any: true, not: true, filters: [title, { field: "title", op: "before", value: "" }] },
            { filters: [] },
            7,
          ],
        },
        operators,
      ),
    ).toEqual({ filters: [title], any: true, groups: [{ any: true, not: true, filters: [title] }] });
    expect(readAsked({ filters: "all", groups: {}, any: "yes" }, operators)).toEqual({});
  });

  it("says nothing in the address of what is not asked", () => {
    expect(addressOf({ filters: [], any: true, groups: [{ filters: [] }] })).toEqual({
      filters: undefined,
      any: undefined,
      groups: undefined,
    });
  });

  it("takes days that move with today apart and puts them together again", () => {
    expect(readDay("today-30")).toEqual({ way: "ago", days: 30 });
    expect(readDay("today + 7")).toEqual({ way: "ahead", days: 7 });
    expect(readDay("today")).toEqual({ way: "today", days: 0 });
    expect(readDay("2026-09-15").way).toBe("on");
    expect([writeDay("ago", 30), writeDay("ahead", 7), writeDay("today", 3)]).toEqual([
      "today-30",
      "today+7",
      "today",
    ]);
  });
});

describe("columns of a list", () => {
  const [a, b, c] = [{ name: "a" }, { name: "b", width: 90 }, { name: "c" }];
  it("moves one a place, and not over the edge", () => {
    expect(moved([a, b, c], "b", -1)).toEqual([b, a, c]);
    expect(moved([a, b, c], "c", 1)).toEqual([a, b, c]);
  });
  it("keeps the place of a column that does not fit when the others are arranged", () => {
    expect(arranged([a, b, c], [c, { name: "a", width: 50 }])).toEqual([c, b, { name: "a", width: 50 }]);
  });
});
