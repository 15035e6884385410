/** Which side of the page is open. */
export interface RunsSearch {
  view?: "config";
}

/** Reads the address of the page. */
export function readRunsSearch(search: Record<string, unknown>): RunsSearch {
  return search.view === "config" ? { view: "config" } : {};
}
