import type { FilterField, FilterOp, PeopleQuery, PersonSort } from "@/data/client";
import { type ListAddress, queryOf, readAddress } from "@/features/list/address";

/** What the list itself can be asked; the seller's own fields come beside. */
export type PeopleField = Exclude<FilterField, "custom">;

/** Operators each field can be asked with, the usual one first. */
export const operators: Record<PeopleField, readonly FilterOp[]> = {
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
  tag: ["is", "is_not", "contains", "empty", "not_empty"],
  list: ["is", "is_not"],
  to_qualify: ["not_empty", "empty", "before", "after"],
  next_step: ["empty", "not_empty", "before", "after"],
  phone: ["empty", "not_empty", "contains"],
  duplicate: ["is"],
};

/** What the address of the list carries: its words, filters, order and the person in hand. */
export interface PeopleSearch extends ListAddress<PeopleField, PersonSort> {
  person?: string;
}

const sorts: readonly PersonSort[] = ["name", "company", "status", "last_contact", "added"];

/** What the list can be grouped by, beside the seller's own fields. */
export const groupings = ["status", "company", "location", "tag", "source"] as const;

/** Reads the list's address; whatever does not fit is left out. */
export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  return {
    ...readAddress(search, operators, sorts, groupings),
    ...(typeof search.person === "string" ? { person: search.person } : {}),
  };
}

/** The question to the core that an address asks. */
export function peopleQuery(search: PeopleSearch): PeopleQuery {
  return queryOf(search);
}
