import { ask } from "@/data/ask";
import { commands, type RunPersonView, type RunView } from "@/data/client";

/** What of a run can still be taken back. */
export interface Undoable {
  /** Messages that have not left. */
  messages: string[];
  /** Follow-ups that are still to come. */
  followups: string[];
  /** LinkedIn notes not sent by hand yet. */
  notes: string[];
}

const PAGE = 500;

/** Looks for everything of a run that has not happened yet. */
export async function findUndoable(run: RunView, people: readonly RunPersonView[]): Promise<Undoable> {
  const messages = people.flatMap((row) =>
    row.outboxId && ["draft", "held", "scheduled"].includes(row.outboxState ?? "") ? [row.outboxId] : [],
  );
  const followups: string[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await ask(commands.followupList({ due: false, offset, limit: PAGE }));
    for (const row of rows) {
      if (row.runNumber === run.number && (row.state === "scheduled" || row.state === "drafted"))
        followups.push(row.id);
    }
    if (rows.length < PAGE) break;
  }
  const queue = await ask(commands.linkedinQueue({}));
  const notes = queue.tasks
    .filter((task) => task.runId === run.id && task.state === "waiting")
    .map((task) => task.id);
  return { messages, followups, notes };
}

/** How many things would be taken back. */
export function undoableCount(undoable: Undoable): number {
  return undoable.messages.length + undoable.followups.length + undoable.notes.length;
}

/** Takes back what has not happened yet. What has left stays, and the receipt does not change. */
export async function undoRun({ messages, followups, notes }: Undoable): Promise<void> {
  if (followups.length > 0) await ask(commands.followupStop({ ids: followups }));
  if (messages.length > 0) await ask(commands.outboxDiscard({ ids: messages }));
  for (const id of notes) await ask(commands.linkedinRecord({ id, outcome: "skipped" }));
}
