import { Copy } from "lucide-react";
import { act, undo } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type LinkedinOutcome, type LinkedinTask } from "@/data/client";
import { toast } from "@/design/toast";
import { text } from "@/i18n";

/** Operations recorded in this window, by task, so that one can be taken back from "done today". */
const recorded = new Map<string, string>();

/** Copies the note and opens the profile in the seller's own browser. Nothing is clicked there for them. */
export async function copyAndOpen(task: LinkedinTask): Promise<boolean> {
  const done = await act(commands.linkedinOpen({ id: task.id }));
  if (done)
    toast({ icon: Copy, words: text(task.note ? "linkedin:acts.opened" : "linkedin:acts.openedBare") });
  return done !== undefined;
}

/** Copies the note alone. */
export async function copyNote(task: LinkedinTask): Promise<void> {
  await act(commands.linkedinCopy({ id: task.id }), () => text("common:copied"));
}

/** Records what the seller did; the next person comes up. */
export async function record(task: LinkedinTask, outcome: LinkedinOutcome): Promise<void> {
  const done = await act(commands.linkedinRecord({ id: task.id, outcome }));
  if (!done) return;
  const operation = await lastOperation();
  if (operation) recorded.set(task.id, operation);
  toast({
    words: text(`linkedin:acts.${outcome}`, { name: task.person.name }),
    ...(operation ? { action: { label: text("common:undo"), run: () => void takeBack(task) } } : {}),
  });
}

/** Whether what was recorded for a task can be taken back from here. */
export function canTakeBack(task: LinkedinTask): boolean {
  return recorded.has(task.id);
}

/** Takes back what was recorded: the person waits in the queue again. */
export async function takeBack(task: LinkedinTask): Promise<void> {
  const operation = recorded.get(task.id);
  if (!operation) return;
  recorded.delete(task.id);
  await undo(operation);
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
