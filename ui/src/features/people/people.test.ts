import type { IGetRowsParams } from "ag-grid-community";
import { describe, expect, it, vi } from "vitest";
import type { PeopleQuery, PersonRow } from "@/data/client";
import { ChosenRows, selectionOf } from "@/features/list/chosen";
import { placeBlock, readBlock } from "@/features/list/paste";
import { askAhead, pagesOf, type Rows, rowsShown } from "@/features/list/rows";
import { fitting } from "./columns";
import { people } from "./kind";
import { peopleQuery, readPeopleSearch } from "./query";
import { emailChannel, fullName } from "./words";

const query: PeopleQuery = { text: "", filters: [], sort: "name", descending: false };
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String(index) }) as PersonRow);
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function page(startRow: number, endRow: number) {
  return {
    startRow,
    endRow,
    successCallback: vi.fn(),
    failCallback: vi.fn(),
  } as unknown as IGetRowsParams & {
    successCallback: ReturnType<typeof vi.fn>;
    failCallback: ReturnType<typeof vi.fn>;
  };
}

describe("the grid's pages", () => {
  it("are asked by offset and length", async () => {
    const fetch = vi.fn().mockResolvedValue({ rows: rows(100), last: false });
    const asked = page(100, 200);
    pagesOf({ ...people, fetch }, query, () => {}).getRows(asked);
    await settled();
    expect(fetch).toHaveBeenCalledWith(query, 100, 100);
    expect(asked.successCallback).toHaveBeenCalledWith(expect.any(Array), undefined);
  });
  it("tell where the list ends", async () => {
    const asked = page(100, 200);
    pagesOf({ ...people, fetch: async () => ({ rows: rows(12), last: true }) }, query, () => {}).getRows(
      asked,
    );
    await settled();
    expect(asked.successCallback).toHaveBeenCalledWith(expect.any(Array), 112);
  });
  it("that were asked for ahead are not asked for again, and only those of the same question", async () => {
    const fetch = vi.fn().mockResolvedValue({ rows: rows(12), last: true });
    const kind = { ...people, fetch };
    askAhead(kind, { ...query, text: "cam" });
    const asked = page(0, 50);
    pagesOf(kind, { ...query, text: "cam" }, () => {}).getRows(asked);
    await settled();
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(asked.successCallback).toHaveBeenCalledWith(expect.any(Array), 12);
    askAhead(kind, { ...query, text: "cami" });
    pagesOf(kind, { ...query, text: "camil" }, () => {}).getRows(page(0, 50));
    pagesOf(kind, { ...query, text: "cami" }, () => {}).getRows(page(0, 50));
    expect(fetch).toHaveBeenCalledTimes(4);
  });
  it("that were asked for ahead are painted before anything is said about them", async () => {
    const done = vi.fn();
    let answer = (_: { rows: PersonRow[]; last: boolean }) => {};
    askAhead(
      { ...people, fetch: () => new Promise<Rows<PersonRow>>((resolve) => (answer = resolve)) },
      query,
    );
    const waiting = rowsShown().then(done);
    await settled();
    expect(done).not.toHaveBeenCalled();
    answer({ rows: rows(1), last: true });
    await waiting;
    expect(done).toHaveBeenCalled();
  });
  it("that were asked for ahead and not taken are asked for again later", async () => {
    const now = vi.spyOn(performance, "now").mockReturnValue(0);
    const fetch = vi.fn().mockResolvedValue({ rows: rows(12), last: true });
    const kind = { ...people, fetch };
    askAhead(kind, query);
    now.mockReturnValue(600);
    pagesOf(kind, query, () => {}).getRows(page(0, 50));
    expect(fetch).toHaveBeenCalledTimes(2);
    now.mockRestore();
  });
  it("that cannot be had are said and not shown as empty", async () => {
    const failed = vi.fn();
    const asked = page(0, 100);
    const fetch = () => Promise.reject(new Error("closed"));
    pagesOf({ ...people, fetch }, query, failed).getRows(asked);
    await settled();
    expect(asked.failCallback).toHaveBeenCalled();
    expect(asked.successCallback).not.toHaveBeenCalled();
    expect(failed).toHaveBeenCalledWith(expect.any(Error));
  });
});

describe("ticked people", () => {
  it("are named one by one", () => {
    const chosen = new ChosenRows<PeopleQuery>();
    chosen.set(["a", "b"], true);
    chosen.set(["a"], false);
    expect(chosen.count()).toBe(1);
    expect(selectionOf(chosen.get())).toEqual({ kind: "ids", ids: ["b"] });
  });
  it("may be everybody who matches, without a list of names", () => {
    const chosen = new ChosenRows<PeopleQuery>();
    chosen.all(query, 3214);
    expect(chosen.has("anyone")).toBe(true);
    expect(chosen.count()).toBe(3214);
    expect(selectionOf(chosen.get())).toEqual({ kind: "query", query });
  });
  it("tell whoever listens, and nobody when nothing changes", () => {
    const chosen = new ChosenRows<PeopleQuery>();
    const heard = vi.fn();
    chosen.subscribe(heard);
    chosen.clear();
    chosen.set(["a"], true);
    chosen.clear();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe("the list's address", () => {
  it("keeps words, filters, order and the person in hand", () => {
    const search = {
      q: "lumen",
      filters: [{ field: "status", op: "is_not", value: "lost" }],
      sort: "company",
      down: true,
      person: "p1",
    };
    expect(readPeopleSearch(search)).toEqual(search);
  });
  it("leaves out what does not fit: an unknown field, an operator the field does not have", () => {
    const filters = [
      { field: "shoe", op: "is", value: "42" },
      { field: "status", op: "before", value: "2026-01-01" },
      { field: "last_contact", op: "before", value: "2026-01-01" },
    ];
    expect(readPeopleSearch({ filters, sort: "shoe" })).toEqual({ filters: [filters[2]] });
  });
  it("is a whole question to the core", () => {
    expect(peopleQuery({ q: "x" })).toEqual({ text: "x", filters: [], sort: "name", descending: false });
  });
});

describe("a pasted block", () => {
  it("is read as every spreadsheet copies it, quoted cells included", () => {
    expect(readBlock('Acheteuse\t"Atelier ""Lumen"""\r\nDirecteur\t"deux\nlignes"\n')).toEqual([
      ["Acheteuse", 'Atelier "Lumen"'],
      ["Directeur", "deux\nlignes"],
    ]);
  });
  it("lands from the cell in hand, column by column", () => {
    const { cells, outside } = placeBlock(
      [["a", "b"], ["c"]],
      { row: 4, column: "title" },
      ["title", "company"],
      10,
    );
    expect(cells).toEqual([
      { row: 4, column: "title", value: "a" },
      { row: 4, column: "company", value: "b" },
      { row: 5, column: "title", value: "c" },
    ]);
    expect(outside).toBe(0);
  });
  it("counts what falls outside the list instead of writing it", () => {
    const { cells, outside } = placeBlock(
      [["a", "b"], ["c"]],
      { row: 9, column: "company" },
      ["title", "company"],
      10,
    );
    expect(cells).toEqual([{ row: 9, column: "company", value: "a" }]);
    expect(outside).toBe(2);
  });
  it("lands nowhere from a cell that cannot be edited", () => {
    expect(placeBlock([["a"]], { row: 0, column: "next" }, ["title"], 3)).toEqual({ cells: [], outside: 1 });
  });
});

describe("columns", () => {
  it("shrink to who, where and how far in a narrow list", () => {
    expect(fitting(["title", "company", "status", "lastContact", "next"], 596)).toEqual([
      "company",
      "status",
    ]);
  });
  it("all stand where there is room", () => {
    expect(fitting(["title", "company", "status", "next"], 1200)).toEqual([
      "title",
      "company",
      "status",
      "next",
    ]);
  });
});

describe("a person", () => {
  it("who opted out shows it whatever is known of the address", () => {
    expect(emailChannel({ suppressed: true, emailStatus: "valid" })).toBe("opted_out");
    expect(emailChannel({ suppressed: false, emailStatus: "guessed" })).toBe("guessed");
  });
  it("without a name is shown by the address", () => {
    const nobody = {
      firstName: "",
      lastName: "",
      email: "",
      linkedinUrl: "https://www.linkedin.com/in/jean-rivoire/",
    };
    expect(fullName({ ...nobody, email: "contact@rivoire.example" })).toBe("contact@rivoire.example");
    expect(fullName(nobody)).toBe("jean-rivoire");
  });
});
