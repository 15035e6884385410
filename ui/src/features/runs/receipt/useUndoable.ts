import { useQuery } from "@tanstack/react-query";
import type { RunPersonView, RunView } from "@/data/client";
import { findUndoable, type Undoable } from "./undo";

/** What of a run can still be taken back, once everybody is known. */
export function useUndoable(
  run: RunView,
  { people, complete }: { people: readonly RunPersonView[]; complete: boolean },
  handed: number | undefined,
): Undoable | undefined {
  const states = people.map((row) => row.outboxState ?? "").join();
  return useQuery({
    queryKey: ["run_undoable", run.id, people.length, states, handed],
    queryFn: () => findUndoable(run, people, handed ?? Number.POSITIVE_INFINITY),
    enabled: complete,
    meta: { tags: ["runs", "outbox", "linkedin", "followups"] },
  }).data;
}
