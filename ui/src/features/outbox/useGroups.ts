import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { OutboxRow } from "@/data/client";
import { nextPage } from "@/data/queries";
import { useFormat } from "@/design/format";
import { eachOnce, group, type Line, type ReadRows } from "@/design/rows/lines";
import { useText } from "@/i18n";
import { countOf, statesOf, type Tab, tabs } from "./groups";
import { countsQuery, messagesQuery } from "./queries";

/** Rows of one group shown in "All"; the rest is behind its tab. */
const PER_GROUP = 50;

interface Groups {
  lines: Line<OutboxRow>[];
  /** The groups shown, once each is read. */
  data: true | undefined;
  error: unknown;
  refetch: () => void;
  /** Fetches further rows of the one tab shown. */
  more: (() => void) | undefined;
}

/** The lines of the outbox: one tab page by page, or the beginning of every group. */
export function useGroups(tab: Tab | undefined, run: string | undefined): Groups {
  const t = useText();
  const format = useFormat();
  const counts = useQuery(countsQuery).data;
  const own = {
    unknown: useMessages("unknown", tab, run),
    failed: useMessages("failed", tab, run),
    draft: useMessages("draft", tab, run),
    scheduled: useMessages("scheduled", tab, run),
    sent: useMessages("sent", tab, run),
    cancelled: useMessages("cancelled", tab, run),
  };
  const shown: readonly Tab[] = tab ? [tab] : tabs;
  // Always as many: a memo compares its dependencies one by one.
  const pages = tabs.map((name) => (shown.includes(name) ? own[name].data : undefined));
  const moments = tabs.map((name) => own[name].dataUpdatedAt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows of the groups shown are what changes
  const lines = useMemo(() => {
    const read = tabs.map<ReadRows<OutboxRow>>((_, index) => ({
      rows: pages[index]?.pages.flat() ?? [],
      at: moments[index] ?? 0,
    }));
    // While messages leave, the groups are never read at the same instant: one may stand in two of them.
    const rows = eachOnce(read, (row) => row.id);
    return shown.flatMap((name) => {
      const found = rows[tabs.indexOf(name)] ?? [];
      const total = run ? undefined : countOf(name, counts);
      const cut = !tab && (total === undefined ? found.length >= PER_GROUP : total > found.length);
      return group<OutboxRow>(
        {
          id: `group-${name}`,
          title: t(`outbox:group.${name}`),
          count:
            total !== undefined
              ? format.count(total)
              : found.length >= PER_GROUP && cut
                ? undefined
                : format.count(found.length),
          ...(cut ? { action: "more" } : {}),
        },
        found,
        (row) => row.id,
      );
    });
  }, [...pages, ...moments, counts, tab, run, t, format]);
  const current = tab ? own[tab] : undefined;
  return {
    lines,
    data: shown.every((name) => own[name].data || (lines.length > 0 && !own[name].error)) || undefined,
    error: shown.map((name) => own[name].error).find(Boolean),
    refetch: () => {
      for (const name of shown) void own[name].refetch();
    },
    more: current && nextPage(current),
  };
}

function useMessages(name: Tab, tab: Tab | undefined, run: string | undefined) {
  return useInfiniteQuery({
    ...messagesQuery(statesOf[name], run ?? null, tab ? 200 : PER_GROUP),
    enabled: tab === undefined || tab === name,
  });
}
