import type { IDatasource, IGetRowsParams } from "ag-grid-community";
import type { GroupBy } from "./groups/grouped";

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

/** Feeds the grid with pages of one query; the last page tells where the list ends. */
export function pagesOf<Query, Row>(
  query: Query,
  fetch: FetchRows<Query, Row>,
  failed: (error: unknown) => void,
): IDatasource {
  return {
    getRows: (page: IGetRowsParams) => {
      fetch(query, page.startRow, page.endRow - page.startRow)
        .then(({ rows, last }) => page.successCallback(rows, last ? page.startRow + rows.length : undefined))
        .catch((error) => {
          page.failCallback();
          failed(error);
        });
    },
  };
}
