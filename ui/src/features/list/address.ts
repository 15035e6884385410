import type { FilterOp } from "@/data/client";
import { type Clause, isClause } from "./Filters";

/** What the address of any list carries: its words, filters and order. */
export interface ListAddress<Filter, Sort> {
  q?: string;
  filters?: Filter[];
  sort?: Sort;
  down?: boolean;
}

/** Reads the address of a list that is in the order of names if nothing else is said; whatever does not fit is left out. */
export function readAddress<Field extends string, Sort extends string>(
  search: Record<string, unknown>,
  operators: Readonly<Record<Field, readonly FilterOp[]>>,
  sorts: readonly Sort[],
): ListAddress<Clause<Field>, Sort> {
  const filters = Array.isArray(search.filters)
    ? search.filters.filter((one): one is Clause<Field> => isClause(one, operators))
    : [];
  const sort = sorts.find((name) => name === search.sort);
  return {
    ...(typeof search.q === "string" && search.q ? { q: search.q } : {}),
    ...(filters.length > 0 ? { filters } : {}),
    ...(sort && sort !== "name" ? { sort } : {}),
    ...(search.down === true ? { down: true } : {}),
  };
}

/** The question to the core that an address asks. */
export function queryOf<Filter, Sort extends string>(address: ListAddress<Filter, Sort | "name">) {
  return {
    text: address.q ?? "",
    filters: address.filters ?? [],
    sort: address.sort ?? ("name" as const),
    descending: address.down ?? false,
  };
}
