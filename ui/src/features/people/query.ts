import type { FilterField, FilterOp, PeopleQuery, PersonSort } from "@/data/client";
import { type ListAddress, queryOf, readAddress } from "@/features/list/address";

/** What the list itself can be asked; the seller's own fields come beside. */
export type PeopleField = Exclude<FilterField, "custom">;

/** Operators each field can be asked with, the usual one first. */
export const operators: Record<PeopleField, readonly FilterOp[]> = {
  status: ["is", "is_not"],
  counts_as: ["is", "is_not"],
  too_long: ["is"],
  company: ["is", "is_not", "contains", "empty", "not_empty"],
  title: ["contains", "is", "is_not", "empty", "not_empty"],
  location: ["is", "is_not", "contains", "empty", "not_empty"],
  email: ["contains", "empty", "not_empty"],
  last_contact: ["before", "before_or_never", "after", "empty", "not_empty"],
  added: ["before", "after"],
  language: ["is", "is_not", "empty"],
  source: ["is", "is_not"],
  linkedin: ["empty", "not_empty"],
  tag: ["is", "is_not", "contains", "empty", "not_empty"],
  list: ["is", "is_not"],
  to_qualify: ["not_empty", "empty", "before", "after"],
  next_step: ["empty", "not_empty", "before", "after"],
  phone: ["empty", "not_empty", "contains"],
  duplicate: ["is"],
};

/** How people are laid out. */
export const peopleLayouts = ["list", "board", "calendar"] as const;
export type PeopleLayout = (typeof peopleLayouts)[number];

/** What the address of the list carries: its words, filters, order and the person in hand. */
export interface PeopleSearch extends ListAddress<PeopleField, PersonSort> {
  person?: string;
  layout?: PeopleLayout;
}

const sorts: readonly PersonSort[] = ["name", "company", "status", "last_contact", "added"];

/** What the list can be grouped by, beside the seller's own fields. */
export const groupings = ["status", "company", "location", "tag", "source"] as const;

/** Reads the list's address; whatever does not fit is left out. */
export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const layout = peopleLayouts.find((name) => name === search.layout);
  return {
    ...(layout && layout !== "list" ? { layout } : {}),
    ...readAddress(search, operators, sorts, groupings),
    ...(typeof search.person === "string" ? { person: search.person } : {}),
  };
}

/** The question to the core that an address asks. */
export function peopleQuery(search: PeopleSearch): PeopleQuery {
  return queryOf(search);
}

/** The same question, of those alone with whom something comes next from one day to another. */
export function asksDays(query: PeopleQuery, from: string, to: string): PeopleQuery {
  const days: PeopleQuery["filters"] = [
    { field: "next_step", op: "after", value: from },
    { field: "next_step", op: "before", value: nextDay(to) },
  ];
  if (!query.any) return { ...query, filters: [...query.filters, ...days] };
  // Of several conditions of which one is enough a group is made; where there are groups already, the days are left to whoever shows them.
  if (query.groups?.length) return query;
  return { ...query, any: false, filters: days, groups: [{ any: true, filters: query.filters }] };
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
