import { useMemo, useSyncExternalStore } from "react";
import { isCustom } from "./clauses";

/** A column of a list, with its width in pixels where the seller chose one. */
export interface Column {
  name: string;
  width?: number;
}

/** The columns of one list: which there are, and which the seller wants to see, for each saved view and beside any. */
export interface ListColumns<Name extends string = string> {
  /** In order; the name always stands before them. */
  names: readonly Name[];
  /** The columns shown in a view, which keeps `kept` of its own. */
  use: (view?: string, kept?: readonly Column[]) => readonly Column[];
  /** Shows these columns in a view, for this window from now on. */
  set: (columns: readonly Column[], view?: string) => void;
  /** Goes back to the columns a view keeps, or to the usual ones. */
  reset: (view?: string) => void;
}

/** Columns of a list, remembered under a key; `usual` are shown at first. */
export function listColumns<Name extends string>(
  key: string,
  names: readonly Name[],
  usual: readonly Name[],
): ListColumns<Name> {
  const listeners = new Set<() => void>();
  const slot = (view?: string) => (view ? `${key}.${view}` : key);
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const known = (column: Column) => isCustom(column.name) || names.some((name) => name === column.name);
  return {
    names,
    use: (view, kept) => {
      const text = useSyncExternalStore(subscribe, () => localStorage.getItem(slot(view)));
      return useMemo(() => {
        const own = text === null ? undefined : readColumns(text);
        const columns = own ?? (kept && kept.length > 0 ? kept : usual.map((name): Column => ({ name })));
        return columns.filter(known).map(({ name, width }) => (width ? { name, width } : { name }));
      }, [text, kept]);
    },
    set: (columns, view) => {
      localStorage.setItem(slot(view), JSON.stringify(columns));
      tell();
    },
    reset: (view) => {
      localStorage.removeItem(slot(view));
      tell();
    },
  };
}

/** Columns as kept; also the list of names an older window kept. */
function readColumns(text: string): Column[] | undefined {
  if (!text.startsWith("["))
    return text
      .split(",")
      .filter(Boolean)
      .map((name) => ({ name }));
  try {
    return (JSON.parse(text) as Column[]).filter((one) => typeof one.name === "string");
  } catch {
    return undefined;
  }
}

/** The columns with the shown ones among them in another order, or of other widths; hidden ones keep their place. */
export function arranged(columns: readonly Column[], shown: readonly Column[]): Column[] {
  const next = [...shown];
  return columns.map((column) =>
    shown.some((one) => one.name === column.name) ? (next.shift() ?? column) : column,
  );
}

/** The columns with one of them a place further up or down. */
export function moved(columns: readonly Column[], name: string, by: -1 | 1): Column[] {
  const from = columns.findIndex((column) => column.name === name);
  const to = from + by;
  const [one, other] = [columns[from], columns[to]];
  if (!one || !other) return [...columns];
  return columns.map((column, at) => (at === from ? other : at === to ? one : column));
}
