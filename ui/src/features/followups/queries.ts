import { infiniteQueryOptions } from "@tanstack/react-query";
import { ask } from "@/data/ask";
import { commands, type FollowupList } from "@/data/client";
import { read } from "@/data/queries";

const PAGE = 200;

/** The counters alone, for the sidebar. */
export const dueQuery = read(["followup_list", "counts"], ["followups", "outbox"], () =>
  commands.followupList({ due: true, offset: 0, limit: 1 }),
);

/** Follow-ups due up to today, or all of them, page by page, with their counters. */
export function followupsQuery(due: boolean) {
  return infiniteQueryOptions({
    queryKey: ["followup_list", due],
    queryFn: ({ pageParam }) => ask(commands.followupList({ due, offset: pageParam, limit: PAGE })),
    initialPageParam: 0,
    getNextPageParam: (last: FollowupList, pages: FollowupList[]) =>
      last.rows.length < PAGE ? undefined : pages.length * PAGE,
    meta: { tags: ["followups", "outbox", "people"] },
  });
}
