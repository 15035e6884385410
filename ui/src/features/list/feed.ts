import type { GridApi, IDatasource, IGetRowsParams } from "ag-grid-community";

/** Rows the grid asks for at a time: what a tall window shows, since each of them is work at every key. */
export const BLOCK = 50;
/** Milliseconds before rows further down are asked for: what is only scrolled past is not. */
const PASSING = 40;

/**
 * What a grid is fed with, whatever is asked just now. Another question keeps the rows of the one before in place until its own first rows are
 * there: a list that empties at each key flickers, and building all its rows anew takes longer than finding them.
 */
export class Feed implements IDatasource {
  /** The pages of the question. */
  #pages: IDatasource | undefined;
  /** How many rows there are, once that is known. */
  #count: number | undefined;
  /** Its first rows are in the grid. */
  #begun = false;
  /** Where blocks begin that were asked for: when the desk changes they are asked for again at once. */
  #seen = new Set<number>();

  /** Asks something else, from its first row on. */
  ask(pages: IDatasource, api: GridApi | undefined): void {
    const another = this.#pages !== undefined && this.#pages !== pages;
    this.#pages = pages;
    if (!another) return;
    const further = this.#seen.size > 0;
    this.#begun = false;
    this.#count = undefined;
    this.#seen.clear();
    if (!api || api.isDestroyed()) return;
    // Going up and counting anew each lay out the whole page: at most keys the list is at its top, with no rows but its first.
    const shown = api.getDisplayedRowCount();
    if (shown > 0 && api.getVerticalPixelRange().top > 0) api.ensureIndexVisible(0, "top");
    // What is further down is of the question before, and nobody looks at it any more.
    if (further && shown > BLOCK) api.setRowCount(BLOCK, true);
    api.refreshInfiniteCache();
  }

  /** How many rows the question has; told when its first rows are in the grid, so that never rows of another are counted. */
  counted(count: number | undefined, api: GridApi | undefined): void {
    this.#count = count;
    if (count !== undefined && this.#begun && api && !api.isDestroyed()) api.setRowCount(count, true);
  }

  getRows(page: IGetRowsParams): void {
    const pages = this.#pages;
    if (page.startRow === 0)
      pages?.getRows({ ...page, successCallback: (rows, last) => this.#begin(pages, page, rows, last) });
    else if (this.#seen.has(page.startRow)) pages?.getRows(page);
    else {
      this.#seen.add(page.startRow);
      setTimeout(() => pages?.getRows(page), PASSING);
    }
  }

  /** Rows of a stretch, for what is done to rows the grid does not have; nothing where they cannot be had, which has been said then. */
  rows<Row>(api: GridApi<Row>, startRow: number, endRow: number): Promise<Row[] | undefined> {
    const pages = this.#pages;
    if (!pages) return Promise.resolve(undefined);
    return new Promise((have) => {
      pages.getRows({
        startRow,
        endRow,
        successCallback: have,
        failCallback: () => have(undefined),
        api,
        sortModel: [],
        filterModel: {},
        context: undefined,
      });
    });
  }

  #begin(pages: IDatasource, page: IGetRowsParams, rows: unknown[], last: number | undefined): void {
    if (pages === this.#pages) this.#begun = true;
    // Until they are counted there seem to be as many as before: the rows are shown without waiting for their number.
    const seeming = this.#count ?? page.api.getDisplayedRowCount();
    page.successCallback(rows, last ?? Math.max(seeming, rows.length));
  }
}
