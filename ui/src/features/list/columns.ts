import { useSyncExternalStore } from "react";

/** The columns of one list: which there are, and which the seller wants to see. */
export interface ListColumns<Name extends string> {
  /** In order; the name always stands before them. */
  names: readonly Name[];
  /** The columns shown. */
  use: () => readonly Name[];
  /** Shows or hides a column, for this window from now on. */
  toggle: (name: Name) => void;
}

/** Columns of a list, remembered under a key; `usual` are shown at first. */
export function listColumns<Name extends string>(
  key: string,
  names: readonly Name[],
  usual: readonly Name[],
): ListColumns<Name> {
  const listeners = new Set<() => void>();
  let shown: readonly Name[] | undefined;
  const read = (): readonly Name[] => {
    if (!shown) {
      const kept = localStorage.getItem(key)?.split(",");
      shown = kept ? names.filter((name) => kept.includes(name)) : usual;
    }
    return shown;
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    names,
    use: () => useSyncExternalStore(subscribe, read),
    toggle: (name) => {
      const now = read();
      shown = names.filter((other) => (other === name ? !now.includes(name) : now.includes(other)));
      localStorage.setItem(key, shown.join(","));
      for (const listener of listeners) listener();
    },
  };
}
