import type { OutboxCounts, OutboxRow, OutboxState } from "@/data/client";

/** Tabs of the outbox and groups of "All", what needs the seller first and what is over last. */
export const tabs = ["unknown", "failed", "draft", "scheduled", "sent", "cancelled"] as const;
export type Tab = (typeof tabs)[number];

/** The states a tab holds. */
export const statesOf: Record<Tab, readonly OutboxState[]> = {
  unknown: ["unknown"],
  failed: ["failed"],
  draft: ["draft", "held"],
  scheduled: ["sending", "scheduled"],
  sent: ["sent"],
  cancelled: ["cancelled"],
};

/** Tabs that are there only while something stands in them. */
export const passing: ReadonlySet<Tab> = new Set<Tab>(["unknown", "failed", "cancelled"]);

/** How many messages stand in a tab. */
export function countOf(tab: Tab, counts: OutboxCounts | undefined): number | undefined {
  return counts && statesOf[tab].reduce((sum, state) => sum + counts[state], 0);
}

/** Whether a tab is meant, as read from an address. */
export function isTab(value: unknown): value is Tab {
  return tabs.includes(value as Tab);
}

/** Messages the seller may let go. */
export function canApprove(row: OutboxRow): boolean {
  return row.state === "draft" || row.state === "held";
}

/** Messages that can be kept back. */
export function canHold(row: OutboxRow): boolean {
  return row.state === "draft" || row.state === "scheduled";
}

/** Messages whose text can still be changed. */
export function canEdit(row: OutboxRow): boolean {
  return row.state === "draft" || row.state === "held" || row.state === "scheduled" || row.state === "failed";
}

/** Messages that can be given up: those that surely have not left. */
export function canDiscard(row: OutboxRow): boolean {
  return canEdit(row);
}
