import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { RunPersonView } from "@/data/client";
import { everybodyQuery } from "../queries";

/** Everybody of a run: the first page at once, the others behind it, so that the counts of the tabs are exact. */
export function useEverybody(id: string): {
  people: RunPersonView[];
  complete: boolean;
  error: unknown;
  loading: boolean;
} {
  const query = useInfiniteQuery(everybodyQuery(id));
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const people = useMemo(() => query.data?.pages.flat() ?? [], [query.data]);
  return { people, complete: query.isSuccess && !hasNextPage, error: query.error, loading: query.isPending };
}
