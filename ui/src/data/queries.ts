import { QueryClient, type QueryKey, queryOptions } from "@tanstack/react-query";
import { onCoreEvent } from "@/platform/events";
import { ask, DeskError } from "./ask";
import type { ApiError } from "./client";

/** What a committed write may touch; the core names them after each commit. */
export type Tag =
  | "people"
  | "companies"
  | "agenda"
  | "duplicates"
  | "imports"
  | "runs"
  | "outbox"
  | "linkedin"
  | "followups"
  | "opportunities"
  | "history"
  | "settings"
  | "health"
  | "workspace"
  | "sheets"
  | "backups"
  | "views"
  | "files";

/** One cache for the window. The core is on this machine: it is asked whether or not there is a network. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        refetchOnWindowFocus: true,
        staleTime: 60_000,
        retry: (failures, error) => error instanceof DeskError && error.retryable && failures < 2,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

/** A question to the core, asked again when a write touches one of its tags. */
export function read<Data>(
  key: QueryKey,
  tags: readonly Tag[],
  command: () => Promise<{ status: "ok"; data: Data } | { status: "error"; error: ApiError }>,
) {
  return queryOptions({ queryKey: key, queryFn: () => ask(command()), meta: { tags } });
}

/** Fetches the page after the last of a list, where there is one and it is not on its way. */
export function nextPage(list: {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}): (() => void) | undefined {
  return list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined;
}

/** Asks again what the given tags touch. What is derived from them the core has named already. */
export function forget(client: QueryClient, changed: readonly string[]): void {
  const tags = new Set(changed);
  void client.invalidateQueries({
    predicate: (query) => ((query.meta?.tags ?? []) as readonly Tag[]).some((tag) => tags.has(tag)),
  });
}

/** What the core says of its commits: the tags they touched, or that nobody knows what was missed. */
export interface DeskChanged {
  tags: readonly string[];
  /** The window was slower than the desk. */
  all?: boolean;
}

/** Asks again what a commit touched; everything where some commits were missed. */
export function heed(client: QueryClient, changed: DeskChanged): void {
  if (changed.all) void client.invalidateQueries();
  else forget(client, changed.tags);
}

/** Follows the core's commits until the returned function is called. */
export function followDesk(client: QueryClient): () => void {
  return onCoreEvent<DeskChanged>("desk-changed", (changed) => heed(client, changed));
}
