import type { FilterOp, OpportunitiesQuery, OpportunityFilterField, OpportunitySort } from "@/data/client";
import { type ListAddress, queryOf, readAddress } from "@/features/list/address";

const words: readonly FilterOp[] = ["is", "is_not", "contains", "empty", "not_empty"];
const days: readonly FilterOp[] = ["before", "after", "empty", "not_empty"];
const numbers: readonly FilterOp[] = ["after", "before", "is", "empty", "not_empty"];

/** What the list itself can be asked; the seller's own fields come beside. */
export type OpportunitiesField = Exclude<OpportunityFilterField, "custom">;

/** Operators each field can be asked with, the usual one first; the fields in the order of the menu. */
export const operators: Record<OpportunitiesField, readonly FilterOp[]> = {
  state: ["is", "is_not"],
  stagnating: ["is"],
  close_on: ["before", "after", "before_or_never", "empty", "not_empty"],
  amount: numbers,
  company: words,
  stage: ["is", "is_not"],
  next_step: ["empty", "not_empty", "contains"],
  next_step_on: days,
  name: ["contains", "is"],
  person: ["is", "empty", "not_empty"],
  pipeline: ["is", "is_not"],
  probability: numbers,
  currency: ["is", "is_not"],
  source: words,
  competitor: words,
  reason: ["is", "is_not", "empty", "not_empty"],
  closed_on: days,
  stage_since: ["before", "after"],
  added: ["before", "after"],
};

/** Fields that are compared as numbers. */
export function isNumber(field: OpportunitiesField): boolean {
  return field === "amount" || field === "probability";
}

/** Fields that are days. */
export function isDay(field: OpportunitiesField): boolean {
  return ["close_on", "next_step_on", "closed_on", "stage_since", "added"].includes(field);
}

/** How opportunities are laid out. */
export const layouts = ["board", "list", "calendar", "forecast"] as const;
export type Layout = (typeof layouts)[number];

/** What the address carries: layout and pipeline, words, filters, order and the opportunity in hand. */
export interface OpportunitiesSearch extends ListAddress<OpportunitiesField, OpportunitySort> {
  layout?: Layout;
  pipeline?: string;
  opportunity?: string;
  /** The form of a new one is open, for this company and person. */
  add?: { company?: string; person?: string };
}

const sorts: readonly OpportunitySort[] = [
  "name",
  "company",
  "stage",
  "amount",
  "probability",
  "close_on",
  "next_step",
  "age",
  "closed_on",
  "added",
];

/** What the list can be grouped by, beside the seller's own fields. */
export const groupings = ["stage", "company", "month", "source"] as const;

/** Reads the address; whatever does not fit is left out. */
export function readOpportunitiesSearch(search: Record<string, unknown>): OpportunitiesSearch {
  const layout = layouts.find((name) => name === search.layout);
  const add = search.add;
  return {
    ...(layout && layout !== "board" ? { layout } : {}),
    ...(typeof search.pipeline === "string" ? { pipeline: search.pipeline } : {}),
    ...readAddress(search, operators, sorts, groupings),
    ...(typeof search.opportunity === "string" ? { opportunity: search.opportunity } : {}),
    ...(typeof add === "object" && add !== null ? { add: add as { company?: string; person?: string } } : {}),
  };
}

/** The question to the core that an address asks, in the list. */
export function opportunitiesQuery(search: OpportunitiesSearch): OpportunitiesQuery {
  return queryOf(search);
}
