import { useQuery } from "@tanstack/react-query";
import type { RunPersonView, RunView } from "@/data/client";
import { findUndoable, type Undoable } from "./undo";

/** What of a run can still be taken back, once everybody is known. */
export function useUndoable(
  run: RunView,
  { people, complete }: { people: readonly RunPersonView[]; complete: boolean },
): Undoable | undefined {
  const states = people.map((row) => row.outboxState ?? "").join();
  return useQuery({
    queryKey: ["run_undoable", run.id, people.length, states],
    queryFn: () => findUndoable(run, people),
    enabled: complete,
    meta: { tags: ["runs", "outbox", "linkedin", "followups"] },
  }).data;
}
