import type { OutboxState } from "@/data/client";
import type { MessageProgress } from "@/design/Glyph";
import type { Tone } from "@/design/Notice";
import type { Text } from "@/i18n";

/** The tone of a state, where it is told in a tag. */
export const toneOf: Record<OutboxState, Tone> = {
  draft: "quiet",
  held: "warn",
  scheduled: "accent",
  sending: "accent",
  sent: "ok",
  unknown: "doubt",
  failed: "bad",
  cancelled: "quiet",
};

/** The glyph of a state; a message given up is drawn as one that never left. */
export function progressOf(state: OutboxState): MessageProgress {
  return state === "cancelled" ? "draft" : state;
}

/** Which message of the sequence: "First message", "Follow-up 2". */
export function stepWords(step: string, t: Text): string {
  const followup = /^followup-(\d+)$/.exec(step);
  if (followup?.[1]) return t("outreach:step.followup", { n: Number(followup[1]) });
  if (step === "first" || step === "notification" || step === "test") return t(`outreach:step.${step}`);
  return step;
}
