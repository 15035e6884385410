import { undo } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type RunPersonView, type RunView } from "@/data/client";

/** What of a run has not happened yet and would be taken back. */
export interface Undoable {
  /** Messages that have not left. */
  messages: number;
  /** Follow-ups that are still to come. */
  followups: number;
  /** LinkedIn notes not sent by hand yet. */
  notes: number;
  /** Notes of the queue that were not shown: any of them may be of this run. */
  uncounted: number;
}

const PAGE = 500;

/** Counts everything of a run that has not happened yet; `handed` is how many notes it handed over. */
export async function findUndoable(
  run: RunView,
  people: readonly RunPersonView[],
  handed: number,
): Promise<Undoable> {
  const messages = people.filter((row) =>
    ["draft", "held", "scheduled"].includes(row.outboxState ?? ""),
  ).length;
  let followups = 0;
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await ask(commands.followupList({ due: false, offset, limit: PAGE }));
    followups += rows.filter(
      (row) => row.runNumber === run.number && (row.state === "scheduled" || row.state === "drafted"),
    ).length;
    if (rows.length < PAGE) break;
  }
  const queue = await ask(commands.linkedinQueue({}));
  const notes = queue.tasks.filter((task) => task.runId === run.id && task.state === "waiting").length;
  // The queue shows its first tasks only; no run has more of them than it handed over.
  const uncounted = Math.min(queue.waiting - queue.tasks.length, handed - notes);
  return { messages, followups, notes, uncounted: Math.max(0, uncounted) };
}

/** How many things would be taken back, at most. */
export function undoableCount({ messages, followups, notes, uncounted }: Undoable): number {
  return messages + followups + notes + uncounted;
}

/** Takes back what has not happened yet, as one step that can be done again. What has left stays, and the receipt does not change. */
export async function undoRun(run: RunView): Promise<void> {
  await undo(run.operation);
}
