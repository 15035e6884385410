import { useSyncExternalStore } from "react";
import type { RestoredDesk } from "@/data/client";

let told: RestoredDesk | undefined;
const listeners = new Set<() => void>();

/** Keeps what a restore came to until the seller has read it: the frame itself is drawn anew over the restored desk. */
export function tellRestored(desk: RestoredDesk | undefined): void {
  told = desk;
  for (const listener of listeners) listener();
}

/** The restore nobody has read about yet. */
export function useRestored(): RestoredDesk | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => told,
  );
}
