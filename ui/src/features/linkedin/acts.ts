import { Copy } from "lucide-react";
import { useSyncExternalStore } from "react";
import { act, onUndone, undo } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type LinkedinOutcome, type LinkedinTask } from "@/data/client";
import { toast } from "@/design/toast";
import { text } from "@/i18n";
import { pickFile } from "@/platform/files";

/** What was recorded in this window, newest last, with the operation that takes it back. */
export interface Recorded {
  task: LinkedinTask;
  outcome: LinkedinOutcome;
  operation: string | undefined;
}

let recorded: readonly Recorded[] = [];
let latest: Recorded | undefined;
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(next: readonly Recorded[], newest?: Recorded): void {
  recorded = next;
  latest = newest;
  for (const listener of listeners) listener();
}

// Whoever takes a record back, by the key or in the history: nothing claims it any more.
onUndone((operation) => {
  if (recorded.some((one) => one.operation === operation))
    keep(recorded.filter((one) => one.operation !== operation));
});

/** What was recorded in this window. */
export function useRecorded(): readonly Recorded[] {
  return useSyncExternalStore(listen, () => recorded);
}

/** What was recorded just now, until it is taken back. */
export function useLatest(): Recorded | undefined {
  return useSyncExternalStore(listen, () => latest);
}

/** Copies the note and opens the profile in the seller's own browser. Nothing is clicked there for them. */
export async function copyAndOpen(task: LinkedinTask): Promise<boolean> {
  const done = await act(commands.linkedinOpen({ id: task.id }));
  if (done) {
    const copied = task.connectedOn ? "linkedin:acts.openedMessage" : "linkedin:acts.opened";
    toast({ icon: Copy, words: text(task.note ? copied : "linkedin:acts.openedBare") });
  }
  return done !== undefined;
}

/** Copies the note alone. */
export async function copyNote(task: LinkedinTask): Promise<void> {
  await act(commands.linkedinCopy({ id: task.id }), () => text("common:copied"));
}

/** Records what the seller did; the next person comes up at once, so nothing covers the keys: the stage itself says it. */
export async function record(task: LinkedinTask, outcome: LinkedinOutcome): Promise<void> {
  const done = await act(commands.linkedinRecord({ id: task.id, outcome }));
  if (!done) return;
  const one = { task, outcome, operation: await lastOperation() };
  keep([...recorded.filter((other) => other.task.id !== task.id), one], one);
}

/** Takes back what was recorded: the person waits in the queue again. */
export async function takeBack({ operation }: Recorded): Promise<void> {
  if (operation) await undo(operation);
}

/** The operation the record made, if it is still the seller's last one. */
async function lastOperation(): Promise<string | undefined> {
  try {
    const top = await ask(commands.historyTop({}));
    return top.undo?.actor === "seller" && top.undo.intent.code.startsWith("linkedin")
      ? top.undo.id
      : undefined;
  } catch {
    return undefined;
  }
}

/** Puts messages and invitations of LinkedIn's archive onto the timelines of those who are on the desk. */
export async function takeArchive(): Promise<void> {
  const path = await pickFile("import");
  if (!path) return;
  await act(commands.linkedinArchive({ path }), (told) =>
    text("linkedin:archive.done", { entered: told.entered, strangers: told.strangers }),
  );
}
