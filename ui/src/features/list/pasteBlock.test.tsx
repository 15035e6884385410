import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { screen } from "@testing-library/react";
import type { GridApi } from "ag-grid-community";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { CompanyRow } from "@/data/client";
import { companies } from "@/features/companies/kind";
import { speak } from "@/i18n";
import { show } from "@/testing/render";
import { Feed } from "./feed";
import { pasteBlock } from "./pasteBlock";

const row = (n: number) => ({ id: `c${n}`, name: `Firm ${n}` }) as CompanyRow;
const custom = { title: (name: string) => (name === "custom:f1" ? "Since" : undefined) };
const columns = ["city", "phone", "custom:f1"];

/** A list of so many rows, of which the grid has the first ones. */
function list(count: number, held = count) {
  const api = {
    getDisplayedRowCount: () => count,
    getDisplayedRowAtIndex: (at: number) => ({ data: at < held ? row(at) : undefined }),
  } as unknown as GridApi<CompanyRow>;
  const feed = new Feed();
  const pages = {
    getRows: vi.fn(({ startRow, endRow, successCallback }) =>
      successCallback(Array.from({ length: endRow - startRow }, (_, at) => row(startRow + at))),
    ),
  };
  feed.ask(pages, undefined);
  return { api, feed, pages };
}

let asked: Array<{ command: string; request: unknown }> = [];
function answer(does: () => unknown) {
  mockIPC((command, args) => {
    asked.push({ command, request: (args as { request: unknown }).request });
    return command === "block_paste"
      ? does()
      : { operation: { id: "o7", intent: { code: "", params: {} } }, kept: [] };
  });
}

beforeEach(() => {
  speak("en");
  asked = [];
});
afterEach(clearMocks);

it("is one command, and what the toast takes back is all of it", async () => {
  answer(() => ({ count: 2, operation: "o7" }));
  show(<main />);
  await pasteBlock(
    companies,
    custom,
    list(5),
    "Lyon\t\t2026-01-02\nParis",
    { row: 1, column: "city" },
    columns,
  );
  expect(asked.map(({ command }) => command)).toEqual(["block_paste"]);
  expect(asked[0]?.request).toEqual({
    of: "companies",
    rows: [
      {
        id: "c1",
        values: [
          { field: "city", value: "Lyon" },
          { field: "phone", value: "" },
          { field: "custom:f1", value: "2026-01-02" },
        ],
      },
      { id: "c2", values: [{ field: "city", value: "Paris" }] },
    ],
  });
  expect(await screen.findByText("Pasted for 2 companies")).toBeTruthy();
  screen.getByRole("button", { name: "Undo" }).click();
  await vi.waitFor(() => expect(asked[1]).toEqual({ command: "history_undo", request: { id: "o7" } }));
});

it("says which row and which column stopped it, and that nothing was pasted", async () => {
  const params = { row: "2", column: "custom:f1", name: "Since", value: "soon" };
  answer(() => {
    throw { code: "fields.not_a_day", params, retryable: false, ref: "test" };
  });
  show(<main />);
  await pasteBlock(
    companies,
    custom,
    list(5),
    "Lyon\t1\t\nParis\t2\tsoon",
    { row: 0, column: "city" },
    columns,
  );
  const said = await screen.findByText(/Nothing was pasted/);
  expect(said.textContent).toMatch(
    /^Nothing was pasted. Row 2 of the block, Firm 1, column “Since”: “soon” is not a day/,
  );
});

it("reaches rows the grid has not fetched", async () => {
  answer(() => ({ count: 120, operation: "o8" }));
  const into = list(300, 60);
  const block = Array.from({ length: 120 }, (_, at) => `City ${at}`).join("\n");
  await pasteBlock(companies, custom, into, block, { row: 10, column: "city" }, columns);
  const rows = Array.from({ length: 120 }, (_, at) => expect.objectContaining({ id: `c${at + 10}` }));
  expect(asked[0]?.request).toEqual({ of: "companies", rows });
});

it("refuses a block that is an import", async () => {
  answer(() => ({ count: 0, operation: null }));
  show(<main />);
  await pasteBlock(companies, custom, list(300), "Lyon\n".repeat(201), { row: 0, column: "city" }, columns);
  expect(await screen.findByText(/larger than 200 companies/)).toBeTruthy();
  expect(asked).toEqual([]);
});
