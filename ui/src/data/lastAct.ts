import { useSyncExternalStore } from "react";
import { act, lastOperation, undo } from "./act";
import { commands, type OperationView } from "./client";

/** Lines from which on a single key does not take an operation back without a question. */
const MANY = 100;

/** An act outside the history: letting messages leave, or holding them. */
interface Slip {
  /** What was done, in the language in use. */
  says: () => string;
  takeBack: () => void;
  /** Until when it can be taken back, in milliseconds since 1970. */
  until: number;
  /** What the history would have taken back then: something newer comes first. */
  before: Promise<string | undefined>;
  /** The same, once it is known. */
  known?: { top: string | undefined };
}

let slip: Slip | undefined;
let question: OperationView | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function pose(operation: OperationView | undefined): void {
  question = operation;
  tell();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Remembers what the undo key takes back first, as long as nothing is done after it. */
export function rememberAct(
  says: () => string,
  takeBack: () => void,
  lasts = Number.POSITIVE_INFINITY,
): void {
  const act: Slip = { says, takeBack, until: Date.now() + lasts, before: lastOperation() };
  slip = act;
  void act.before.then((top) => {
    act.known = { top };
    tell();
  });
  if (Number.isFinite(lasts)) setTimeout(tell, lasts);
}

/** Something was done to the same messages since, or the act was taken back from elsewhere: the undo key no longer does. */
export function forgetAct(): void {
  if (!slip) return;
  slip = undefined;
  tell();
}

/** The act the undo key takes back before the history, which would take back `top`; nothing where the history comes first. */
export function useLastAct(top: string | undefined): string | undefined {
  const act = useSyncExternalStore(listen, () => (slip?.known && Date.now() < slip.until ? slip : undefined));
  return act?.known?.top === top ? act?.says() : undefined;
}

/**
 * The undo key: takes the last act back. A whole run or import does not go by a slip of the key: it is asked about first.
 */
export async function undoLast(): Promise<void> {
  const latest = slip;
  forgetAct();
  if (latest && Date.now() < latest.until && (await latest.before) === (await lastOperation())) {
    latest.takeBack();
    return;
  }
  const top = await act(commands.historyTop({}));
  if (!top) return;
  if (top.undo && (top.undo.intent.code === "runs.run" || top.undo.rows >= MANY)) pose(top.undo);
  else await undo(top.undo?.id);
}

/** The operation whose undo waits for a yes. */
export function useUndoQuestion(): OperationView | undefined {
  return useSyncExternalStore(listen, () => question);
}

/** Answers it. */
export function answerUndo(yes: boolean): void {
  const operation = question;
  pose(undefined);
  if (yes && operation) void undo(operation.id);
}
