import { infiniteQueryOptions } from "@tanstack/react-query";
import { ask } from "@/data/ask";
import { commands, type OperationView } from "@/data/client";

const PAGE = 100;

/** What was done, newest first, page by page. */
export const historyQuery = infiniteQueryOptions({
  queryKey: ["history_list"],
  queryFn: ({ pageParam }) => ask(commands.historyList({ before: pageParam, limit: PAGE })),
  initialPageParam: null as number | null,
  getNextPageParam: (last: OperationView[]) => (last.length < PAGE ? undefined : last.at(-1)?.seq),
  meta: { tags: ["history"] },
});
