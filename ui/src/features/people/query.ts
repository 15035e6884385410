import type { FilterClause, FilterField, FilterOp, PeopleQuery, PersonSort } from "@/data/client";

/** Operators each field can be asked with, the usual one first. */
export const operators: Record<FilterField, readonly FilterOp[]> = {
  status: ["is", "is_not"],
  company: ["is", "is_not", "contains", "empty", "not_empty"],
  title: ["contains", "is", "is_not", "empty", "not_empty"],
  location: ["is", "is_not", "contains", "empty", "not_empty"],
  email: ["contains", "empty", "not_empty"],
  last_contact: ["before", "before_or_never", "after", "empty", "not_empty"],
  added: ["before", "after"],
  language: ["is", "is_not", "empty"],
  source: ["is", "is_not"],
  linkedin: ["empty", "not_empty"],
};

/** Fields in the order of the menu. */
export const filterFields = Object.keys(operators) as FilterField[];

/** Kinds of value a field is filtered by. */
export function valueKind(field: FilterField): "status" | "date" | "language" | "source" | "text" {
  if (field === "status" || field === "language" || field === "source") return field;
  return field === "last_contact" || field === "added" ? "date" : "text";
}

/** Whether an operator needs no value. */
export function valueless(op: FilterOp): boolean {
  return op === "empty" || op === "not_empty";
}

/** What the address of the list carries: its words, filters, order and the person in hand. */
export interface PeopleSearch {
  q?: string;
  filters?: FilterClause[];
  sort?: PersonSort;
  down?: boolean;
  person?: string;
}

const sorts: readonly PersonSort[] = ["name", "company", "status", "last_contact", "added"];

/** Reads the list's address; whatever does not fit is left out. */
export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const filters = Array.isArray(search.filters) ? search.filters.filter(isClause) : [];
  const sort = sorts.find((name) => name === search.sort);
  return {
    ...(typeof search.q === "string" && search.q ? { q: search.q } : {}),
    ...(filters.length > 0 ? { filters } : {}),
    ...(sort && sort !== "name" ? { sort } : {}),
    ...(search.down === true ? { down: true } : {}),
    ...(typeof search.person === "string" ? { person: search.person } : {}),
  };
}

function isClause(value: unknown): value is FilterClause {
  if (typeof value !== "object" || value === null) return false;
  const { field, op, value: wanted } = value as Record<string, unknown>;
  if (!filterFields.includes(field as FilterField) || typeof wanted !== "string") return false;
  return operators[field as FilterField].includes(op as FilterOp);
}

/** The question to the core that an address asks. */
export function peopleQuery(search: PeopleSearch): PeopleQuery {
  return {
    text: search.q ?? "",
    filters: search.filters ?? [],
    sort: search.sort ?? "name",
    descending: search.down ?? false,
  };
}
