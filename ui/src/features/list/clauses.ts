import type { FilterOp } from "@/data/client";

/** A field the seller added, where a list names its conditions, columns and orders. */
export type CustomName = `custom:${string}`;

/** One condition of a list. */
export interface Clause<Field extends string> {
  field: Field;
  op: FilterOp;
  value: string;
}

/** Conditions that belong together. */
export interface Group<Field extends string> {
  /** One of them is enough. */
  any?: boolean;
  /** It counts where it does not hold. */
  not?: boolean;
  filters: Clause<Field>[];
}

/** What a list is asked beside its words: conditions and groups of them, all of which must hold, or any. */
export interface Asked<Field extends string> {
  filters?: Clause<Field>[];
  any?: boolean;
  groups?: Group<Field>[];
}

/** How a part of an address reads for one kind of list: the operators each field can be asked with. */
type Operators<Field extends string> = Readonly<Record<Field, readonly FilterOp[]>>;

/** Whether an operator needs no value. */
export function valueless(op: FilterOp): boolean {
  return op === "empty" || op === "not_empty";
}

/** A condition as an address carries it; nothing for what does not fit. */
export function isClause<Field extends string>(
  value: unknown,
  operators: Operators<Field>,
): value is Clause<Field | CustomName> {
  if (typeof value !== "object" || value === null) return false;
  const { field, op, value: wanted } = value as Record<string, unknown>;
  if (typeof field !== "string" || typeof wanted !== "string") return false;
  if (isCustom(field)) return anyOp.includes(op as FilterOp);
  return Object.hasOwn(operators, field) && operators[field as Field].includes(op as FilterOp);
}

/** Whether a name is that of a field the seller added. */
export function isCustom(name: string): name is CustomName {
  return /^custom:[0-9a-f-]{36}$/.test(name);
}

const anyOp: readonly FilterOp[] = [
  "is",
  "is_not",
  "contains",
  "empty",
  "not_empty",
  "before",
  "before_or_never",
  "after",
];

/** Conditions and groups as an address, or a saved view, carries them; whatever does not fit is left out. */
export function readAsked<Field extends string>(
  search: Record<string, unknown>,
  operators: Operators<Field>,
): Asked<Field | CustomName> {
  const clauses = (list: unknown) =>
    Array.isArray(list)
      ? list.filter((one): one is Clause<Field | CustomName> => isClause(one, operators))
      : [];
  const groups = (Array.isArray(search.groups) ? search.groups : []).flatMap((one: unknown) => {
    const { any, not, filters } = (typeof one === "object" && one ? one : {}) as Record<string, unknown>;
    const inside = clauses(filters);
    return inside.length > 0
      ? [{ ...(any === true ? { any } : {}), ...(not === true ? { not } : {}), filters: inside }]
      : [];
  });
  return {
    ...onlyFilled("filters", clauses(search.filters)),
    ...(search.any === true ? { any: true } : {}),
    ...onlyFilled("groups", groups),
  };
}

function onlyFilled<Key extends string, One>(key: Key, list: One[]): { [key in Key]?: One[] } {
  return (list.length > 0 ? { [key]: list } : {}) as { [key in Key]?: One[] };
}

/** Whether a list is asked anything beside its words. */
export function asksAnything(asked: Asked<string>): boolean {
  return (asked.filters?.length ?? 0) > 0 || (asked.groups?.length ?? 0) > 0;
}

/** The parts of an address that say what is asked; what is not asked is taken out of it. */
export function addressOf<Field extends string>(asked: Asked<Field>) {
  const groups = asked.groups?.filter((group) => group.filters.length > 0);
  const several = (asked.filters?.length ?? 0) + (groups?.length ?? 0) > 1;
  return {
    filters: asked.filters?.length ? asked.filters : undefined,
    any: asked.any && several ? true : undefined,
    groups: groups?.length ? groups : undefined,
  };
}
