import { commands, type OutboxState } from "@/data/client";
import { readPages } from "@/data/pages";
import { read } from "@/data/queries";

/** How many messages in each state. */
export const countsQuery = read(["outbox_counts"], ["outbox"], () => commands.outboxCounts({}));

/** Messages in some states, of one run or of all. */
export function messagesQuery(states: readonly OutboxState[], runId: string | null = null, limit = 200) {
  return readPages(["outbox_list", states, runId, limit], ["outbox", "people"], limit, (offset, size) =>
    commands.outboxList({ states: [...states], runId, followups: false, offset, limit: size }),
  );
}

/** A message, whole: its text, its way so far, why it waits. */
export function messageQuery(id: string) {
  return read(["outbox_get", id], ["outbox", "people", "settings"], () => commands.outboxGet({ id }));
}
