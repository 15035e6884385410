import { act, undo } from "@/data/act";
import { commands, type RunView } from "@/data/client";
import { text } from "@/i18n";
import { runTitle } from "./words";

/** Pauses a run after the people in hand. */
export async function pauseRun(run: RunView): Promise<void> {
  await act(commands.runPause({ id: run.id }), () => text("runs:acts.paused", { run: runTitle(run, text) }));
}

/** Goes on with a paused run from the next person. */
export async function resumeRun(run: RunView): Promise<void> {
  await act(commands.runResume({ id: run.id }), () =>
    text("runs:acts.resumed", { run: runTitle(run, text) }),
  );
}

/** Cancels what a run has not done yet. */
export async function cancelRun(run: RunView): Promise<void> {
  await act(commands.runCancel({ id: run.id }));
}

/** Takes back what has not happened yet, as one step that can be done again. What has left stays, and the receipt does not change. */
export async function undoRun(run: RunView): Promise<void> {
  await undo(run.operation);
}
