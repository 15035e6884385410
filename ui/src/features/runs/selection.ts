import { useSyncExternalStore } from "react";
import type { Selection } from "@/data/client";

/** People a run is prepared for. */
export interface Prepared {
  selection: Selection;
  /** How they were chosen, in words: "312 people: company contains Lyon". */
  words?: string;
  /** The configuration to start from; absent = the seller's own. */
  config?: string;
}

let prepared: Prepared | undefined;
const listeners = new Set<() => void>();

function change(next: Prepared | undefined): void {
  prepared = next;
  for (const listener of listeners) listener();
}

/** Opens the pre-flight sheet over whatever is shown. Nothing is written to anybody before its one confirmation. */
export function openPreflight(people: Prepared): void {
  change(people);
}

/** Closes the pre-flight sheet; the place it came from is untouched. */
export function closePreflight(): void {
  change(undefined);
}

/** The people of the open pre-flight sheet, if one is open. */
export function usePrepared(): Prepared | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => prepared,
  );
}
