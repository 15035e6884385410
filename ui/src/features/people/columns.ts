import { useSyncExternalStore } from "react";

/** Columns of the people list, in order; the name always stands first. */
export const columnNames = [
  "title",
  "company",
  "status",
  "email",
  "phone",
  "location",
  "lastContact",
  "next",
  "added",
] as const;
export type ColumnName = (typeof columnNames)[number];

const usual: readonly ColumnName[] = ["title", "company", "status", "lastContact", "next"];
const KEY = "rainmaker.people.columns";
const listeners = new Set<() => void>();
let shown: readonly ColumnName[] | undefined;

function read(): readonly ColumnName[] {
  if (!shown) {
    const kept = localStorage.getItem(KEY)?.split(",");
    shown = kept ? columnNames.filter((name) => kept.includes(name)) : usual;
  }
  return shown;
}

/** Shows or hides a column, for this window from now on. */
export function toggleColumn(name: ColumnName): void {
  const now = read();
  shown = columnNames.filter((other) => (other === name ? !now.includes(name) : now.includes(other)));
  localStorage.setItem(KEY, shown.join(","));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The columns shown. */
export function useColumns(): readonly ColumnName[] {
  return useSyncExternalStore(subscribe, read);
}

/**
 * The columns that fit: with the list narrow (a small window, or the panel beside it) only who, where and how far; then the
 * title and the last contact come back in turn. Width in pixels.
 */
export function fitting(columns: readonly ColumnName[], width: number): ColumnName[] {
  if (width < 640) return columns.filter((name) => name === "company" || name === "status");
  if (width < 770) return columns.filter((name) => name !== "lastContact" && name !== "title");
  if (width < 1000) return columns.filter((name) => name !== "title" || !columns.includes("next"));
  return [...columns];
}
