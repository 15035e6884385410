import type { IDatasource, IGetRowsParams } from "ag-grid-community";
import { ask } from "@/data/ask";
import { commands, type PeopleQuery, type PeopleRows } from "@/data/client";

/** Rows the grid asks for at once. */
export const PAGE = 100;

/** Feeds the grid with pages of one query; the last page tells where the list ends. */
export function peopleRows(
  query: PeopleQuery,
  failed: (error: unknown) => void,
  fetch: (query: PeopleQuery, offset: number, limit: number) => Promise<PeopleRows> = fetchPage,
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

function fetchPage(query: PeopleQuery, offset: number, limit: number): Promise<PeopleRows> {
  return ask(commands.peopleList({ query, offset, limit }));
}
