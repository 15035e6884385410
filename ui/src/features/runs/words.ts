import type { RunState, RunView } from "@/data/client";
import type { MessageProgress } from "@/design/Glyph";
import type { Tone } from "@/design/Notice";
import type { Text } from "@/i18n";

/** The tone of a run's state. */
export const toneOfRun: Record<RunState, Tone> = {
  running: "accent",
  paused: "warn",
  cancelling: "warn",
  finished: "ok",
  cancelled: "quiet",
};

/** The glyph of a run's state. */
export const glyphOfRun: Record<RunState, MessageProgress> = {
  running: "sending",
  paused: "held",
  cancelling: "sending",
  finished: "sent",
  cancelled: "draft",
};

/** `Run 14: Lyon, September`, or `Run 14` where it has no title. */
export function runTitle(run: { number: number; title: string }, t: Text): string {
  return run.title
    ? t("runs:titled", { number: run.number, title: run.title })
    : t("runs:untitled", { number: run.number });
}

/** Whether a run still works, or may work again. */
export function isOpen(run: RunView): boolean {
  return run.state === "running" || run.state === "paused" || run.state === "cancelling";
}

/** People of a run who are accounted for, whatever came of them. */
export function settled(run: RunView): number {
  return run.done + run.needsYou + run.out;
}

/** A reason in the middle of a sentence: its first letter is small. */
export function inSentence(words: string): string {
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}
