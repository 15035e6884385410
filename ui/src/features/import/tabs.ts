import type { ImportOnly, ImportView, RowPlan } from "@/data/client";

/** Tabs of the check: the fates of lines, and three looks across them. */
export type CheckTab = RowPlan | ImportOnly;

interface Tab {
  tab: CheckTab;
  tone: "doubt" | "warn" | "bad" | "accent" | "ok" | "quiet";
  count: (view: ImportView) => number;
  /** Its lines are counted under their own fate as well. */
  across?: true;
}

/** In the order they matter to the seller. */
export const tabs: readonly [Tab, ...Tab[]] = [
  { tab: "conflicts", tone: "doubt", count: (view) => view.conflicts, across: true },
  { tab: "reject", tone: "warn", count: (view) => view.rejected },
  { tab: "not_taken", tone: "warn", count: (view) => view.notTaken, across: true },
  { tab: "do_not_contact", tone: "bad", count: (view) => view.suppressed, across: true },
  { tab: "update", tone: "accent", count: (view) => view.updated },
  { tab: "create", tone: "ok", count: (view) => view.created },
  { tab: "skip", tone: "quiet", count: (view) => view.skipped },
  { tab: "unchanged", tone: "quiet", count: (view) => view.unchanged },
];

/** What a tab asks the core for. */
export function asked(tab: CheckTab): { plan: RowPlan | null; only: ImportOnly | null } {
  return tab === "conflicts" || tab === "do_not_contact" || tab === "not_taken"
    ? { plan: null, only: tab }
    : { plan: tab, only: null };
}
