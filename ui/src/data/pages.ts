import { infiniteQueryOptions, type QueryKey } from "@tanstack/react-query";
import { ask } from "./ask";
import type { ApiError } from "./client";
import type { Tag } from "./queries";

/**
 * A long list asked page by page by its offset; it ends with the first page that is not full.
 * Asked again from the start when a write touches one of its tags.
 */
export function readPages<Row>(
  key: QueryKey,
  tags: readonly Tag[],
  limit: number,
  command: (
    offset: number,
    limit: number,
  ) => Promise<{ status: "ok"; data: Row[] } | { status: "error"; error: ApiError }>,
) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(command(pageParam, limit)),
    initialPageParam: 0,
    getNextPageParam: (last: Row[], pages: Row[][]) =>
      last.length < limit ? undefined : pages.length * limit,
    meta: { tags },
  });
}
