import type { FilterOp } from "@/data/client";
import { type Asked, type Clause, type Group, readAsked } from "./clauses";

/** What the address of any list carries: its words, what is asked, its order, and the saved view it began from. */
export interface ListAddress<Field extends string, Sort> extends Asked<Field> {
  q?: string;
  sort?: Sort;
  down?: boolean;
  /** Id of a saved view. */
  view?: string;
}

/** Reads the address of a list that is in the order of names if nothing else is said; whatever does not fit is left out. */
export function readAddress<Field extends string, Sort extends string>(
  search: Record<string, unknown>,
  operators: Readonly<Record<Field, readonly FilterOp[]>>,
  sorts: readonly Sort[],
): ListAddress<Field, Sort> {
  const sort = sorts.find((name) => name === search.sort);
  return {
    ...(typeof search.q === "string" && search.q ? { q: search.q } : {}),
    ...readAsked(search, operators),
    ...(sort && sort !== "name" ? { sort } : {}),
    ...(search.down === true ? { down: true } : {}),
    ...(typeof search.view === "string" ? { view: search.view } : {}),
  };
}

/** The question to the core that an address asks. */
export function queryOf<Field extends string, Sort extends string>(
  address: ListAddress<Field, Sort | "name">,
) {
  return {
    text: address.q ?? "",
    ...askedOf(address),
    sort: address.sort ?? ("name" as const),
    descending: address.down ?? false,
  };
}

/** What an address asks beside its words. */
export function askedOf<Field extends string>(
  address: Asked<Field>,
): { filters: Clause<Field>[]; any?: boolean; groups?: Group<Field>[] } {
  return {
    filters: address.filters ?? [],
    ...(address.any ? { any: true } : {}),
    ...(address.groups?.length ? { groups: address.groups } : {}),
  };
}
