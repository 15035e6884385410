import { Pause, Play, Send } from "lucide-react";
import { act } from "@/data/act";
import { commands, type OutboxActed, type OutboxRow } from "@/data/client";
import { forgetAct, rememberAct } from "@/data/lastAct";
import { sayReason } from "@/data/say";
import { dropOffer, toast } from "@/design/toast";
import { text } from "@/i18n";
import { Countdown } from "./Countdown";
import { canApprove, canDiscard, canHold } from "./groups";

const idsOf = (rows: readonly OutboxRow[]) => rows.map((row) => row.id);

/** Says which messages could no longer be changed, and why. */
function sayRefused(acted: OutboxActed | undefined): void {
  const first = acted?.refused[0];
  if (first)
    toast({
      tone: "warn",
      words: text("outbox:acts.refused", { count: acted.refused.length, why: sayReason(first.reason) }),
    });
}

/** The offer to call a message back that was approved alone, by the id of the message. */
const callBacks = new Map<string, string>();

/** A message held since cannot be called back: its seconds would count for nothing. */
function dropCallBacks(ids: readonly string[]): void {
  for (const id of ids) {
    const offer = callBacks.get(id);
    if (offer) dropOffer(offer);
    callBacks.delete(id);
  }
}

/** Lets messages go. Each can be called back for as long as its seconds are shown. What is refused is said, by default in a toast. */
export async function approve(rows: readonly OutboxRow[], refused = sayRefused): Promise<boolean> {
  const ids = idsOf(rows.filter(canApprove));
  if (ids.length === 0) return false;
  const acted = await act(commands.outboxApprove({ ids }));
  refused(acted);
  if (!acted || acted.changed === 0) return false;
  const until = acted.recallUntil;
  const left = until ? new Date(until).getTime() - Date.now() : 0;
  forgetAct();
  if (until && left > 0) {
    const count = acted.changed;
    const offer = crypto.randomUUID();
    dropCallBacks(ids);
    if (ids.length === 1) for (const id of ids) callBacks.set(id, offer);
    rememberAct(
      () => text("outbox:last.approved", { count }),
      () => {
        dropOffer(offer);
        void recall(ids);
      },
      left,
    );
    toast({
      icon: Send,
      lasts: left,
      words: <Countdown until={until} count={acted.changed} />,
      action: { label: text("outbox:acts.callBack"), run: () => void recall(ids), operation: offer },
    });
  } else toast({ icon: Send, words: text("outbox:acts.approved", { count: acted.changed }) });
  return true;
}

/** Undo send: the messages are drafts again if they have not left. */
export async function recall(ids: readonly string[]): Promise<void> {
  forgetAct();
  const acted = await act(commands.outboxRecall({ ids: [...ids] }), (done) =>
    done.changed > 0 ? text("outbox:acts.recalled", { count: done.changed }) : undefined,
  );
  sayRefused(acted);
}

/** Keeps messages back until they are approved. Undo gives each what it had: a draft stays one, only what was approved is so again. */
export async function hold(rows: readonly OutboxRow[]): Promise<boolean> {
  const held = rows.filter(canHold);
  const ids = idsOf(held);
  if (ids.length === 0) return false;
  const acted = await act(commands.outboxHold({ ids }));
  sayRefused(acted);
  if (!acted || acted.changed === 0) return false;
  dropCallBacks(ids);
  const count = acted.changed;
  const offer = crypto.randomUUID();
  rememberAct(
    () => text("outbox:last.held", { count }),
    () => {
      dropOffer(offer);
      void release(held);
    },
  );
  toast({
    icon: Pause,
    words: text("outbox:acts.held", { count: acted.changed }),
    action: { label: text("common:undo"), run: () => void release(held), operation: offer },
  });
  return true;
}

/** Keeps a scheduled message back while its text is changed; a message that has begun to leave is refused, and that is said. */
export async function holdToEdit(row: OutboxRow): Promise<boolean> {
  const acted = await act(commands.outboxHold({ ids: [row.id] }));
  sayRefused(acted);
  if (!acted || acted.changed === 0) return false;
  forgetAct();
  dropCallBacks([row.id]);
  return true;
}

/** Lets a message go that the editor held, with its seconds to call it back beginning anew. */
export function approveAgain(row: OutboxRow, refused = sayRefused): Promise<boolean> {
  return approve([{ ...row, state: "held" }], refused);
}

/** Takes a hold back, by the states the messages had before it. */
async function release(held: readonly OutboxRow[]): Promise<void> {
  forgetAct();
  const approved = idsOf(held.filter((row) => row.state === "scheduled"));
  const drafts = idsOf(held.filter((row) => row.state !== "scheduled"));
  if (drafts.length > 0) sayRefused(await act(commands.outboxRecall({ ids: drafts })));
  if (approved.length > 0) sayRefused(await act(commands.outboxApprove({ ids: approved })));
}

/** Gives messages up for good. */
export async function discard(rows: readonly OutboxRow[]): Promise<void> {
  const ids = idsOf(rows.filter(canDiscard));
  if (ids.length === 0) return;
  forgetAct();
  sayRefused(
    await act(commands.outboxDiscard({ ids }), (done) =>
      text("outbox:acts.discarded", { count: done.changed }),
    ),
  );
}

/** Schedules failed messages again; their Message-ID stays the same. */
export async function retry(rows: readonly OutboxRow[]): Promise<void> {
  const ids = idsOf(rows.filter((row) => row.state === "failed"));
  if (ids.length === 0) return;
  forgetAct();
  sayRefused(
    await act(commands.outboxRetry({ ids }), (done) => text("outbox:acts.retried", { count: done.changed })),
  );
}

/** Records what the seller found out about a message whose outcome is unknown. */
export async function resolve(id: string, wasSent: boolean): Promise<void> {
  await act(commands.outboxResolve({ id, wasSent }), () =>
    text(wasSent ? "outbox:acts.wasSent" : "outbox:acts.wasNotSent"),
  );
}

/** Pauses or resumes everything outgoing. */
export async function pauseAll(pause: boolean): Promise<void> {
  const done = await act(pause ? commands.outboxPause({}) : commands.outboxResume({}));
  if (!done) return;
  toast({
    icon: pause ? Pause : Play,
    words: text(pause ? "outbox:acts.paused" : "outbox:acts.resumed"),
    action: { label: text("common:undo"), run: () => void pauseAll(!pause) },
  });
}
