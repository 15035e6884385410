import { useSyncExternalStore } from "react";
import { act, lastOperation, undo } from "./act";
import { commands, type OperationView } from "./client";

/** Lines from which on a single key does not take an operation back without a question. */
const MANY = 100;

/** An act outside the history: letting messages leave, or holding them. */
interface Slip {
  takeBack: () => void;
  /** Until when it can be taken back, in milliseconds since 1970. */
  until: number;
  /** What the history would have taken back then: something newer comes first. */
  before: Promise<string | undefined>;
}

let slip: Slip | undefined;
let question: OperationView | undefined;
const listeners = new Set<() => void>();

function pose(operation: OperationView | undefined): void {
  question = operation;
  for (const listener of listeners) listener();
}

/** Remembers what the undo key takes back first, as long as nothing is done after it. */
export function rememberAct(takeBack: () => void, lasts = Number.POSITIVE_INFINITY): void {
  slip = { takeBack, until: Date.now() + lasts, before: lastOperation() };
}

/**
 * The undo key: takes the last act back. A whole run or import does not go by a slip of the key: it is asked about first.
 */
export async function undoLast(): Promise<void> {
  const latest = slip;
  slip = undefined;
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
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => question,
  );
}

/** Answers it. */
export function answerUndo(yes: boolean): void {
  const operation = question;
  pose(undefined);
  if (yes && operation) void undo(operation.id);
}
