import type { FilterOp } from "@/data/client";
import { type Asked, type Clause, type CustomName, isCustom, readAsked } from "./clauses";

/** What the address of any list carries: its words, what is asked, its order, and the saved view it began from. */
export interface ListAddress<Field extends string, Sort> extends Asked<Field | CustomName> {
  q?: string;
  sort?: Sort | CustomName;
  down?: boolean;
  /** Id of a saved view. */
  view?: string;
  /** What it is grouped by. */
  by?: string;
  /** Which of its groups are folded, as `Folded` says. */
  folded?: string[];
}

/** Reads the address of a list that is in the order of names if nothing else is said; whatever does not fit is left out. */
export function readAddress<Field extends string, Sort extends string>(
  search: Record<string, unknown>,
  operators: Readonly<Record<Field, readonly FilterOp[]>>,
  sorts: readonly Sort[],
  groupings: readonly string[],
): ListAddress<Field, Sort> {
  const wanted = search.sort;
  const custom = typeof wanted === "string" && isCustom(wanted) ? wanted : undefined;
  const sort = sorts.find((name) => name === wanted) ?? custom;
  return {
    ...(typeof search.q === "string" && search.q ? { q: search.q } : {}),
    ...readAsked(search, operators),
    ...(sort && sort !== "name" ? { sort } : {}),
    ...(search.down === true ? { down: true } : {}),
    ...(typeof search.view === "string" ? { view: search.view } : {}),
    ...readGroups(search, groupings),
  };
}

function readGroups(search: Record<string, unknown>, groupings: readonly string[]) {
  const { by, folded } = search;
  if (typeof by !== "string" || !(groupings.includes(by) || isCustom(by))) return {};
  const keys = Array.isArray(folded) ? folded.filter((key): key is string => typeof key === "string") : [];
  return { by, ...(keys.length > 0 ? { folded: keys } : {}) };
}

/** A condition as the core takes it: one of the seller's own fields is named beside. */
type Told<Field extends string> = {
  field: Exclude<Field, CustomName> | "custom";
  op: FilterOp;
  value: string;
  custom?: string;
};

function told<Field extends string>({ field, op, value }: Clause<Field>): Told<Field> {
  return isCustom(field)
    ? { field: "custom", op, value, custom: field.slice("custom:".length) }
    : { field: field as Exclude<Field, CustomName>, op, value };
}

/** The question to the core that an address asks. */
export function queryOf<Field extends string, Sort extends string>(address: ListAddress<Field, Sort>) {
  const sort: string = address.sort ?? "name";
  return {
    text: address.q ?? "",
    ...askedOf<Field>(address),
    ...(isCustom(sort)
      ? { sort: "custom" as const, by: sort.slice("custom:".length) }
      : { sort: sort as Sort | "name" }),
    descending: address.down ?? false,
  };
}

/** What an address asks beside its words, as the core takes it. */
export function askedOf<Field extends string>(
  address: Asked<Field | CustomName>,
): {
  filters: Told<Field>[];
  any?: boolean;
  groups?: Array<{ any?: boolean; not?: boolean; filters: Told<Field>[] }>;
} {
  const clauses = (filters: Clause<Field | CustomName>[]) => filters.map(told) as Told<Field>[];
  return {
    filters: clauses(address.filters ?? []),
    ...(address.any ? { any: true } : {}),
    ...(address.groups?.length
      ? { groups: address.groups.map((group) => ({ ...group, filters: clauses(group.filters) })) }
      : {}),
  };
}

/** What the core was asked, as an address carries it. */
export function addressOfAsked(asked: {
  filters: ReadonlyArray<{ field: string; op: FilterOp; value: string; custom?: string | null }>;
  any?: boolean;
  groups?: ReadonlyArray<{
    any?: boolean;
    not?: boolean;
    filters: ReadonlyArray<{ field: string; op: FilterOp; value: string; custom?: string | null }>;
  }>;
}): Asked<string> {
  const clauses = (filters: (typeof asked)["filters"]) =>
    filters.map(({ field, op, value, custom }) => ({
      field: custom ? `custom:${custom}` : field,
      op,
      value,
    }));
  return {
    filters: clauses(asked.filters),
    ...(asked.any ? { any: true } : {}),
    groups: (asked.groups ?? []).map(({ any, not, filters }) => ({
      ...(any ? { any } : {}),
      ...(not ? { not } : {}),
      filters: clauses(filters),
    })),
  };
}
