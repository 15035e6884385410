import { useSyncExternalStore } from "react";

/** A key of the window, as it comes, under the one the seller chose for it: `{ "j": "s" }`. */
export type Keymap = Readonly<Record<string, string>>;

let keymap: Keymap = {};
const listeners = new Set<() => void>();

/** The seller's own keys from now on. */
export function setKeymap(next: Keymap): void {
  keymap = next;
  for (const listener of listeners) listener();
}

/** The keys of a command as the seller has them; several presses one after the other keep their order. */
export function ownKeys(keys: string, map: Keymap = keymap): string {
  return map[keys] ?? keys;
}

/** The seller's own keys; the component is drawn again when they change. */
export function useKeymap(): Keymap {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => keymap,
  );
}

/** Own keys as a setting keeps them; what is no such text is none. */
export function readKeymap(text: string): Keymap {
  if (!text) return {};
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}
