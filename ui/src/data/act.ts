import { dropOffer, toast } from "@/design/toast";
import { text } from "@/i18n";
import { ask } from "./ask";
import { type ApiError, commands, type UndoneView } from "./client";
import { sayError, sayIntent } from "./say";

type Answer<Data> = { status: "ok"; data: Data } | { status: "error"; error: ApiError };

/**
 * Does something at once and says so, with Undo where the core can take it back. A refusal is said too; the answer is then absent.
 * The lists refresh by themselves: the core names what it touched.
 */
export async function act<Data>(
  answer: Promise<Answer<Data>>,
  said?: (data: Data) => string | undefined,
): Promise<Data | undefined> {
  try {
    const data = await ask(answer);
    const words = said?.(data);
    const operation = operationOf(data);
    if (words)
      toast({
        words,
        ...(operation ? { action: undoOf(operation) } : {}),
      });
    return data;
  } catch (error) {
    toast({ words: sayError(error), tone: "warn" });
    return undefined;
  }
}

/** What a toast offers after a write: to take back this very operation. */
export function undoOf(operation: string): { label: string; run: () => void; operation: string } {
  return { label: text("common:undo"), run: () => void undo(operation), operation };
}

function operationOf(data: unknown): string | undefined {
  if (typeof data === "object" && data !== null && "operation" in data && typeof data.operation === "string")
    return data.operation;
  return undefined;
}

/** What the history would take back first, if it can be asked. */
export function lastOperation(): Promise<string | undefined> {
  return ask(commands.historyTop({})).then(
    (top) => top.undo?.id,
    () => undefined,
  );
}

/**
 * What a toast offers after a write whose answer names no operation: it takes back this very write, never whatever has become the last one
 * since. Ask right after the write.
 */
export async function undoOfLast(): Promise<ReturnType<typeof undoOf> | undefined> {
  const id = await lastOperation();
  return id ? undoOf(id) : undefined;
}

const undoneListeners = new Set<(operation: string) => void>();

/** Tells which operations were taken back, from wherever in the window, until the returned function is called. */
export function onUndone(listener: (operation: string) => void): () => void {
  undoneListeners.add(listener);
  return () => undoneListeners.delete(listener);
}

/** The operation the toast offers to do again. Only the one undone last can be. */
let redoOffered: string | undefined;

/** The history would now do this operation again: an offer to do another one again is dead. */
export function offerRedoOnly(operation: string | undefined): void {
  if (redoOffered === undefined || redoOffered === operation) return;
  dropOffer(`redo ${redoOffered}`);
  redoOffered = undefined;
}

/** Takes an operation back (the last one without an id) and says what; edits made since are kept and counted. */
export async function undo(id?: string): Promise<UndoneView | undefined> {
  const undone = await act(commands.historyUndo({ id: id ?? null }));
  if (!undone) return undefined;
  const { id: taken } = undone.operation;
  dropOffer(taken);
  for (const listener of undoneListeners) listener(taken);
  offerRedoOnly(undefined);
  redoOffered = taken;
  const what = sayIntent(undone.operation.intent);
  toast({
    words:
      undone.kept.length > 0
        ? text("common:undoneKept", { what, count: undone.kept.length })
        : text("common:undone", { what }),
    // What was taken back by a slip of the key comes back from the same place.
    action: {
      label: text("common:redo"),
      run: () => void redoOnly(taken),
      operation: `redo ${taken}`,
    },
  });
  return undone;
}

/** Does this operation again as long as it is the one that was undone last: nothing else may come back in its place. */
async function redoOnly(id: string): Promise<void> {
  const top = await act(commands.historyTop({}));
  if (top?.redo?.id === id) await redo();
  else if (top) toast({ words: text("common:redoTooLate"), tone: "warn" });
}

/** Does again what was last undone. */
export async function redo(): Promise<void> {
  const redone = await act(commands.historyRedo({}));
  if (!redone) return;
  offerRedoOnly(undefined);
  toast({ words: text("common:redone", { what: sayIntent(redone.operation.intent) }) });
}
