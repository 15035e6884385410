import type { IDatasource, IGetRowsParams } from "ag-grid-community";
import { BLOCK } from "./feed";
import type { GroupBy } from "./groups/grouped";
import type { ListKind, ListRow } from "./kind";

/** Some rows of a list, without a total. */
export interface Rows<Row> {
  rows: Row[];
  /** Whether these are the last ones. */
  last: boolean;
}

/** Asks the core for some rows of a query. */
export type FetchRows<Query, Row> = (
  query: Query,
  offset: number,
  limit: number,
  /** Group by group. */
  grouped?: GroupBy,
) => Promise<Rows<Row>>;

/** Milliseconds within which the grid asks for what was asked ahead; later it may not be true any more. */
const AHEAD = 500;

/** The first rows of a question that was asked before the grid asks for them. */
let early: { question: string; at: number; rows: Promise<unknown> } | undefined;

const named = (area: string, query: unknown) => `${area} ${JSON.stringify(query)}`;

/** Done once the rows that were asked for ahead last are painted, or will not be. */
let shown: Promise<void> = Promise.resolve();

/** Waits until the rows of what was just typed are painted: what is only said about them takes no time from them. */
export function rowsShown(): Promise<void> {
  return shown;
}

/** Done after the next frame; a window that nobody sees has none. */
function nextFrame(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** Asks for the first rows of a question that the grid is about to ask: the core answers while the screen is drawn. */
export function askAhead<Query, Row extends ListRow>(kind: ListKind<Row, Query>, query: Query): void {
  const rows = kind.fetch(query, 0, BLOCK);
  // Whoever takes them hears of a failure.
  shown = rows.then(nextFrame, () => {});
  early = { question: named(kind.area, query), at: performance.now(), rows };
}

/** What was asked ahead, once, if it is this. */
function asked<Row>(question: string): Promise<Rows<Row>> | undefined {
  const found = early;
  early = undefined;
  if (found?.question !== question || performance.now() - found.at > AHEAD) return undefined;
  return found.rows as Promise<Rows<Row>>;
}

/** Feeds the grid with pages of one query; the last page tells where the list ends. */
export function pagesOf<Query, Row extends ListRow>(
  kind: ListKind<Row, Query>,
  query: Query,
  failed: (error: unknown) => void,
): IDatasource {
  return {
    getRows: (page: IGetRowsParams) => {
      const first = page.startRow === 0 ? asked<Row>(named(kind.area, query)) : undefined;
      (first ?? kind.fetch(query, page.startRow, page.endRow - page.startRow))
        .then(({ rows, last }) => page.successCallback(rows, last ? page.startRow + rows.length : undefined))
        .catch((error) => {
          page.failCallback();
          failed(error);
        });
    },
  };
}
