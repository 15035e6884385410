import { isTab, type Tab } from "./groups";

/** Where the outbox is open: its tab, its run, the message in hand. */
export interface OutboxSearch {
  tab?: Tab;
  run?: string;
  id?: string;
}

/** Reads the address of the outbox; anything else is left out. */
export function readOutboxSearch(search: Record<string, unknown>): OutboxSearch {
  return {
    ...(isTab(search.tab) ? { tab: search.tab } : {}),
    ...(typeof search.run === "string" ? { run: search.run } : {}),
    ...(typeof search.id === "string" ? { id: search.id } : {}),
  };
}
