import { useSyncExternalStore } from "react";
import type { PeopleQuery, Selection } from "@/data/client";

/** Who is ticked: some people by id, or everybody who matches a query. */
export type Chosen =
  | { kind: "some"; ids: ReadonlySet<string> }
  | { kind: "all"; query: PeopleQuery; count: number };

const nobody: Chosen = { kind: "some", ids: new Set() };

/** The ticked people of the list; the grid is painted from it, never the other way round. */
export class ChosenPeople {
  #now: Chosen = nobody;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly get = (): Chosen => this.#now;

  /** Whether a person is ticked. */
  has(id: string): boolean {
    return this.#now.kind === "all" || this.#now.ids.has(id);
  }

  /** How many are ticked. */
  count(): number {
    return this.#now.kind === "all" ? this.#now.count : this.#now.ids.size;
  }

  /** Ticks or unticks people. While all of a filter are ticked, unticking one needs the ids of the others: use `replace`. */
  set(ids: readonly string[], on: boolean): void {
    if (this.#now.kind === "all") return;
    const next = new Set(this.#now.ids);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    this.#change({ kind: "some", ids: next });
  }

  /** Ticks exactly these people. */
  replace(ids: Iterable<string>): void {
    this.#change({ kind: "some", ids: new Set(ids) });
  }

  /** Ticks everybody who matches. */
  all(query: PeopleQuery, count: number): void {
    this.#change({ kind: "all", query, count });
  }

  /** Unticks everybody. */
  clear(): void {
    if (this.count() > 0) this.#change(nobody);
  }

  #change(next: Chosen): void {
    this.#now = next;
    for (const listener of this.#listeners) listener();
  }
}

/** The ticked people as the core takes them. */
export function selectionOf(chosen: Chosen): Selection {
  return chosen.kind === "all"
    ? { kind: "query", query: chosen.query }
    : { kind: "ids", ids: [...chosen.ids] };
}

/** The ticked people; the component is drawn again when they change. */
export function useChosen(people: ChosenPeople): Chosen {
  return useSyncExternalStore(people.subscribe, people.get);
}
