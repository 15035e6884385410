import type { CompaniesQuery, CompanyFilterField, CompanySort, FilterOp } from "@/data/client";
import { type ListAddress, queryOf, readAddress } from "@/features/list/address";

const words: readonly FilterOp[] = ["is", "is_not", "contains", "empty", "not_empty"];

/** What the list itself can be asked; the seller's own fields come beside. */
export type CompaniesField = Exclude<CompanyFilterField, "custom">;

/** Operators each field can be asked with, the usual one first; the fields in the order of the menu. */
export const operators: Record<CompaniesField, readonly FilterOp[]> = {
  city: words,
  people: ["after", "before", "is", "empty", "not_empty"],
  activity: ["contains", "is", "is_not", "empty", "not_empty"],
  headcount: ["after", "before", "is", "empty", "not_empty"],
  name: ["contains", "is", "is_not"],
  postcode: ["is", "contains", "empty", "not_empty"],
  country: ["is", "is_not", "empty", "not_empty"],
  naf: ["is", "contains", "empty", "not_empty"],
  website: ["contains", "empty", "not_empty"],
  siren: ["empty", "not_empty", "is"],
  last_contact: ["before", "before_or_never", "after", "empty", "not_empty"],
  added: ["before", "after"],
  source: ["is", "is_not"],
  tag: ["is", "is_not", "contains", "empty", "not_empty"],
  list: ["is", "is_not"],
  to_qualify: ["not_empty", "empty", "before", "after"],
};

/** Fields that are compared as numbers. */
export function isNumber(field: CompaniesField): boolean {
  return field === "headcount" || field === "people";
}

/** What the address of the list carries: its words, filters, order and the company in hand. */
export interface CompaniesSearch extends ListAddress<CompaniesField, CompanySort> {
  company?: string;
}

const sorts: readonly CompanySort[] = ["name", "city", "headcount", "people", "last_contact", "added"];

/** What the list can be grouped by, beside the seller's own fields. */
export const groupings = ["city", "activity", "country", "tag", "source"] as const;

/** Reads the list's address; whatever does not fit is left out. */
export function readCompaniesSearch(search: Record<string, unknown>): CompaniesSearch {
  return {
    ...readAddress(search, operators, sorts, groupings),
    ...(typeof search.company === "string" ? { company: search.company } : {}),
  };
}

/** The question to the core that an address asks. */
export function companiesQuery(search: CompaniesSearch): CompaniesQuery {
  return queryOf(search);
}
