import { useEffect, useSyncExternalStore } from "react";

/** How long a draft must stand open before it counts as read, in milliseconds. */
const READ_MS = 800;

let read: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/** The messages the seller has had before their eyes since the window opened. */
export function useReviewed(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read,
  );
}

/** Marks a message as read once it has stood open for a moment. */
export function useReview(id: string | undefined): void {
  useEffect(() => {
    if (!id || read.has(id)) return;
    const timer = setTimeout(() => {
      read = new Set([...read, id]);
      for (const listener of listeners) listener();
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [id]);
}
