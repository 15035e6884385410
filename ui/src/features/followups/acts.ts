import { act } from "@/data/act";
import { commands, type FollowupView } from "@/data/client";
import { sayReason } from "@/data/say";
import { toast } from "@/design/toast";
import { recall } from "@/features/outbox/acts";
import { text } from "@/i18n";

/** Follow-ups that can be let go: those whose draft is written. */
export function canApprove(row: FollowupView): boolean {
  return row.state === "drafted" && row.outboxId !== null;
}

/** Confirms that none of these people answered, and lets their follow-ups go. */
export async function approveFollowups(rows: readonly FollowupView[]): Promise<boolean> {
  const ids = rows.flatMap((row) => (canApprove(row) && row.outboxId ? [row.outboxId] : []));
  if (ids.length === 0) return false;
  const acted = await act(commands.outboxApprove({ ids }));
  if (!acted) return false;
  const refused = acted.refused[0];
  if (refused)
    toast({
      tone: "warn",
      words: text("outbox:acts.refused", { count: acted.refused.length, why: sayReason(refused.reason) }),
    });
  if (acted.changed > 0) {
    toast({
      words: text("followups:acts.approved", { count: acted.changed }),
      action: { label: text("outbox:acts.callBack"), run: () => void recall(ids) },
    });
  }
  return acted.changed > 0;
}

/** Stops follow-ups: the person answered, or should be left alone. Can be undone. */
export async function stopFollowups(rows: readonly FollowupView[]): Promise<boolean> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return false;
  return (
    (await act(commands.followupStop({ ids }), (done) =>
      text("followups:acts.stopped", { count: done.count }),
    )) !== undefined
  );
}
