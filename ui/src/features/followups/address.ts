/** Which follow-ups are shown. */
export interface FollowupsSearch {
  view?: "later";
}

/** Reads the address of the page. */
export function readFollowupsSearch(search: Record<string, unknown>): FollowupsSearch {
  return search.view === "later" ? { view: "later" } : {};
}
