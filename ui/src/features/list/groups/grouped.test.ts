import { describe, expect, it } from "vitest";
import type { GroupView } from "@/data/client";
import { GroupedLines, isFolded, stretches, turned } from "./grouped";

const group = (key: string, count: number): GroupView => ({
  key,
  name: key,
  nameEn: "",
  colour: "",
  count,
  sums: [],
});
const told = (lines: GroupedLines, from: number, to: number) =>
  lines.between(from, to).map((line) => ("head" in line ? line.head.group.key : line.row));

describe("the lines of a grouped list", () => {
  const groups = [group("a", 2), group("b", 3), group("", 1)];

  it("are heads and rows, from any line on", () => {
    const lines = new GroupedLines(groups, []);
    expect(lines.count).toBe(9);
    expect(told(lines, 0, 9)).toEqual(["a", 0, 1, "b", 2, 3, 4, "", 5]);
    expect(told(lines, 2, 5)).toEqual([1, "b", 2]);
    expect(told(lines, 8, 20)).toEqual([5]);
  });

  it("leave out the rows of folded groups, which keep their places", () => {
    const lines = new GroupedLines(groups, ["b"]);
    expect(lines.count).toBe(6);
    expect(told(lines, 0, 6)).toEqual(["a", 0, 1, "b", "", 5]);
    expect(stretches([0, 1, 5])).toEqual([
      { offset: 0, limit: 2 },
      { offset: 5, limit: 1 },
    ]);
  });

  it("can all be folded but some", () => {
    const lines = new GroupedLines(groups, ["*", "b"]);
    expect(told(lines, 0, 9)).toEqual(["a", "b", 2, 3, 4, ""]);
    expect(isFolded(["*"], "")).toBe(true);
    expect(turned(turned(["*"], "a"), "b")).toEqual(["*", "a", "b"]);
    expect(turned(turned([], "a"), "a")).toEqual([]);
  });
});
