import { useSyncExternalStore } from "react";
import type { ListKind, ListRow } from "./kind";

/** What is ticked: some rows by id, or all that match a query. */
export type Chosen<Query> =
  | { kind: "some"; ids: ReadonlySet<string> }
  | { kind: "all"; query: Query; count: number };

const none: Chosen<never> = { kind: "some", ids: new Set() };

/** The ticked rows of a list; the grid is painted from it, never the other way round. */
export class ChosenRows<Query> {
  #now: Chosen<Query> = none;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly get = (): Chosen<Query> => this.#now;

  /** Whether a row is ticked. */
  has(id: string): boolean {
    return this.#now.kind === "all" || this.#now.ids.has(id);
  }

  /** How many are ticked. */
  count(): number {
    return this.#now.kind === "all" ? this.#now.count : this.#now.ids.size;
  }

  /** Ticks or unticks rows. While all of a filter are ticked, unticking one needs the ids of the others: use `replace`. */
  set(ids: readonly string[], on: boolean): void {
    if (this.#now.kind === "all") return;
    const next = new Set(this.#now.ids);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    this.#change({ kind: "some", ids: next });
  }

  /** Ticks exactly these rows. */
  replace(ids: Iterable<string>): void {
    this.#change({ kind: "some", ids: new Set(ids) });
  }

  /** Ticks all that match. */
  all(query: Query, count: number): void {
    this.#change({ kind: "all", query, count });
  }

  /** Unticks all. */
  clear(): void {
    if (this.count() > 0) this.#change(none);
  }

  #change(next: Chosen<Query>): void {
    this.#now = next;
    for (const listener of this.#listeners) listener();
  }
}

/** The ticked rows as the core takes them. */
export function selectionOf<Query>(
  chosen: Chosen<Query>,
): { kind: "query"; query: Query } | { kind: "ids"; ids: string[] } {
  return chosen.kind === "all"
    ? { kind: "query", query: chosen.query }
    : { kind: "ids", ids: [...chosen.ids] };
}

/** The first three of a selection: examples of what becomes of all. `one` reads those that are named. */
export async function firstOf<Row extends ListRow, Query, One extends ListRow>(
  kind: ListKind<Row, Query>,
  selection: { kind: "ids"; ids: string[] } | { kind: "query"; query: Query } | { kind: "all" },
  one: (id: string) => Promise<One>,
): Promise<Array<Row | One>> {
  if (selection.kind === "ids") return Promise.all(selection.ids.slice(0, 3).map(one));
  const everything = { text: "", filters: [], sort: "name", descending: false } as Query;
  return (await kind.fetch(selection.kind === "query" ? selection.query : everything, 0, 3)).rows;
}

/** The ticked rows; the component is drawn again when they change. */
export function useChosen<Query>(rows: ChosenRows<Query>): Chosen<Query> {
  return useSyncExternalStore(rows.subscribe, rows.get);
}
