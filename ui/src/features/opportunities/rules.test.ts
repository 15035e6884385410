import { describe, expect, it } from "vitest";
import type { OpportunityRow } from "@/data/client";
import { behind, type Held, isFolded, moves, placeFurther, stageFurther } from "@/features/board/held";
import { monthOn } from "./forecast/Goals";
import { lineOf, lineText, scaled, totals } from "./lineTexts";
import { readOpportunitiesSearch } from "./query";

const row = (id: string, stage = "s1") => ({ id, stage }) as OpportunityRow;
const rows = [row("a"), row("b"), row("c")];
const columns = ["s1", "s2", "s3"].map((id) => ({ id }));
const held: Held = { row: rows[1] as OpportunityRow, by: "keys", stage: "s1", index: 1 };

describe("a card that was picked up", () => {
  it("comes behind the card above its place, itself left out", () => {
    expect(behind(rows, "b", 0)).toBeNull();
    expect(behind(rows, "b", 1)).toBe("a");
    expect(behind(rows, "b", 2)).toBe("c");
  });
  it("goes from stage to stage, and not past the ends", () => {
    const next = stageFurther(held, columns, 1);
    expect(next).toMatchObject({ stage: "s2", index: 0 });
    expect(stageFurther({ ...held, stage: "s3" }, columns, 1).stage).toBe("s3");
    expect(stageFurther(held, columns, -1)).toBe(held);
  });
  it("goes up and down among the others", () => {
    expect(placeFurther(held, 2, 1).index).toBe(2);
    expect(placeFurther({ ...held, index: 2 }, 2, 1).index).toBe(2);
    expect(placeFurther({ ...held, index: 0 }, 2, -1).index).toBe(0);
  });
  it("put down where it was changes nothing", () => {
    expect(moves(held, rows)).toBe(false);
    expect(moves({ ...held, index: 0 }, rows, false)).toBe(false);
    expect(moves({ ...held, index: 0 }, rows)).toBe(true);
    expect(moves({ ...held, stage: "s2" }, [])).toBe(true);
  });
  it("finds the ends folded until they are unfolded", () => {
    expect(isFolded({}, { id: "w", folds: true })).toBe(true);
    expect(isFolded({ w: false }, { id: "w", folds: true })).toBe(false);
    expect(isFolded({}, { id: "w", folds: true, found: true })).toBe(false);
    expect(isFolded({ w: true }, { id: "w", folds: true, found: true })).toBe(true);
    expect(isFolded({}, { id: "s1", folds: false })).toBe(false);
  });
});

describe("lines as they are typed", () => {
  it("are read in either form of a number, never rounded", () => {
    expect(scaled("2,5", 3)).toBe(2500);
    expect(scaled("1 234.50", 2)).toBe(123450);
    expect(scaled("0.005", 2)).toBeUndefined();
    for (const text of ["", "x", "1.2.3", "-1"]) expect(scaled(text, 2)).toBeUndefined();
  });
  it("come back as they were", () => {
    const line = { name: "Audit", quantity: 2500, unitPrice: 80050, vatRate: 550 };
    const text = lineText(line, "EUR", 0, true);
    expect(text).toMatchObject({ quantity: "2,5", price: "800,5", vat: "5,5" });
    expect(lineOf(text, "EUR")).toEqual(line);
    expect(lineOf({ ...text, name: " " }, "EUR")).toBeUndefined();
    expect(lineOf({ ...text, vat: "" }, "EUR")?.vatRate).toBeNull();
    expect(lineOf({ ...text, price: "800,5" }, "JPY")).toBeUndefined();
  });
  it("add up without VAT, and with it where every line says its rate", () => {
    const line = { name: "A", quantity: 2500, unitPrice: 80000, vatRate: 2000 };
    expect(totals([line, { ...line, quantity: 1000, unitPrice: 3 }])).toEqual({
      without: 200003,
      with: 240004,
    });
    expect(totals([line, { ...line, vatRate: null }]).with).toBeUndefined();
  });
});

describe("the address of the opportunities", () => {
  it("carries layout, pipeline, filters and the opportunity in hand, and leaves out what does not fit", () => {
    const filters = [
      { field: "state", op: "is", value: "open" },
      { field: "state", op: "before", value: "x" },
    ];
    expect(
      readOpportunitiesSearch({ layout: "list", pipeline: "p1", filters, sort: "age", opportunity: "o1" }),
    ).toEqual({ layout: "list", pipeline: "p1", filters: [filters[0]], sort: "age", opportunity: "o1" });
    expect(readOpportunitiesSearch({ layout: "board", sort: "moon", filters: "all" })).toEqual({});
  });
  it("looks at months over the year", () => {
    expect([monthOn("2026-12", 1), monthOn("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
  });
});
