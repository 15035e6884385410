import type { RunPersonView } from "@/data/client";

/** Where a person of an ended run is listed; every person is in exactly one place. */
export const buckets = ["look", "drafts", "scheduled", "sent", "done", "given"] as const;
export type Bucket = (typeof buckets)[number];

/** The place of a person: what needs the seller first, and last what was given up, which needs nobody. */
export function bucketOf(row: RunPersonView): Bucket {
  if (row.reason?.code === "run.cancelled") return "given";
  if (row.state === "needs_you" || row.state === "out") return "look";
  switch (row.outboxState) {
    case "unknown":
    case "failed":
      return "look";
    case "cancelled":
      return "given";
    case "draft":
    case "held":
      return "drafts";
    case "scheduled":
    case "sending":
      return "scheduled";
    case "sent":
      return "sent";
    default:
      // Nobody is left waiting in a run that has ended.
      return row.state === "done" ? "done" : "look";
  }
}

/** People by place; the parts add up to all of them. */
export function sortBuckets(rows: readonly RunPersonView[]): Record<Bucket, RunPersonView[]> {
  const found: Record<Bucket, RunPersonView[]> = {
    look: [],
    drafts: [],
    scheduled: [],
    sent: [],
    done: [],
    given: [],
  };
  for (const row of rows) found[bucketOf(row)].push(row);
  return found;
}
