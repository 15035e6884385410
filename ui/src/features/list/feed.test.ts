import type { GridApi, IDatasource, IGetRowsParams } from "ag-grid-community";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BLOCK, Feed } from "./feed";

/** A grid that shows so many rows from a height in pixels on, and remembers what it was told. */
function gridOf(shown: number, top = 0) {
  const told: string[] = [];
  const api = {
    isDestroyed: () => false,
    getDisplayedRowCount: () => shown,
    getVerticalPixelRange: () => ({ top, bottom: top + 800 }),
    ensureIndexVisible: (row: number) => told.push(`see ${row}`),
    setRowCount: (count: number) => told.push(`count ${count}`),
    refreshInfiniteCache: () => told.push("refresh"),
  };
  return { api: api as unknown as GridApi, told };
}

/** Pages that answer when they are told to. */
function slow(): IDatasource & { answer: (rows: number, last?: number) => void } {
  const waiting: IGetRowsParams[] = [];
  return {
    getRows: (page) => void waiting.push(page),
    answer: (rows, last) => waiting.shift()?.successCallback(Array.from({ length: rows }), last),
  };
}

function page(startRow: number, api = gridOf(0).api) {
  const given: Array<[number, number | undefined]> = [];
  const asked = {
    api,
    startRow,
    endRow: startRow + BLOCK,
    successCallback: (rows: unknown[], last?: number) => given.push([rows.length, last]),
  };
  return { asked: asked as unknown as IGetRowsParams, given };
}

describe("what a grid is fed with", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("keeps the first rows of the question before until those of the next are there", () => {
    const { api, told } = gridOf(5000);
    const feed = new Feed();
    feed.ask(slow(), api);
    expect(told).toEqual([]);
    feed.ask(slow(), api);
    expect(told).toEqual(["refresh"]);
  });

  it("goes back to the first row and forgets the rows further down where the seller has been there", () => {
    const { api, told } = gridOf(5000, 32 * BLOCK * 7);
    const feed = new Feed();
    feed.ask(slow(), api);
    feed.getRows(page(BLOCK * 7).asked);
    feed.ask(slow(), api);
    expect(told).toEqual(["see 0", `count ${BLOCK}`, "refresh"]);
  });

  it("shows rows that are not counted yet as the first of as many as there were before", () => {
    const { api } = gridOf(5000);
    const [pages, next] = [slow(), slow()];
    const feed = new Feed();
    feed.ask(pages, api);
    feed.ask(next, api);
    const first = page(0, api);
    feed.getRows(first.asked);
    next.answer(BLOCK);
    expect(first.given).toEqual([[BLOCK, 5000]]);
  });

  it("counts the rows of a question only once its first ones are shown", () => {
    const { api, told } = gridOf(0);
    const [pages, next] = [slow(), slow()];
    const feed = new Feed();
    feed.ask(pages, api);
    const first = page(0);
    feed.getRows(first.asked);
    feed.counted(7300, api);
    expect(told).toEqual([]);
    pages.answer(BLOCK);
    expect(first.given).toEqual([[BLOCK, 7300]]);
    feed.counted(7301, api);
    expect(told).toEqual(["count 7301"]);

    feed.ask(next, api);
    const second = page(0);
    feed.getRows(second.asked);
    next.answer(3, 3);
    expect(second.given).toEqual([[3, 3]]);
  });

  it("does not take an answer that comes late for the first rows of the next question", () => {
    const { api, told } = gridOf(0);
    const [pages, next] = [slow(), slow()];
    const feed = new Feed();
    feed.ask(pages, api);
    feed.getRows(page(0).asked);
    feed.ask(next, api);
    pages.answer(BLOCK);
    feed.counted(12, api);
    expect(told).toEqual(["refresh"]);
  });

  it("asks for rows further down only after a moment", () => {
    const pages = slow();
    const feed = new Feed();
    feed.ask(pages, undefined);
    const down = page(BLOCK * 7);
    feed.getRows(down.asked);
    pages.answer(BLOCK);
    expect(down.given).toEqual([]);
    vi.advanceTimersByTime(100);
    pages.answer(BLOCK);
    expect(down.given).toEqual([[BLOCK, undefined]]);
    // The desk changed: what was shown is asked for again without waiting.
    const again = page(BLOCK * 7);
    feed.getRows(again.asked);
    pages.answer(BLOCK);
    expect(again.given).toEqual([[BLOCK, undefined]]);
  });
});
