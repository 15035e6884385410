import { infiniteQueryOptions } from "@tanstack/react-query";
import { ask } from "@/data/ask";
import { type ChangedField, type ChangesAsk, commands } from "@/data/client";
import type { useFormat } from "@/design/format";
import type { Text } from "@/i18n";
import { knownWords } from "./words";

/** Which changes, when nothing narrows them. */
export const everything: ChangesAsk = {
  operation: null,
  record: null,
  kinds: [],
  actor: null,
  field: null,
  from: null,
  to: null,
};

/** What changed field by field, newest first, page by page. */
export const changesQuery = (which: ChangesAsk, limit: number) =>
  infiniteQueryOptions({
    queryKey: ["history_changes", which, limit],
    queryFn: ({ pageParam }) => ask(commands.historyChanges({ ask: which, after: pageParam, limit })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
    meta: { tags: ["history"] },
  });

/** A value of a field in words; empty for nothing. */
export function valueWords(
  field: Pick<ChangedField, "form">,
  raw: string,
  t: Text,
  format: ReturnType<typeof useFormat>,
): string {
  if (!raw) return "";
  switch (field.form) {
    case "code":
      return knownWords("value", raw, t);
    case "time":
      return Number.isNaN(Date.parse(raw)) ? raw : format.weekdayTime(raw);
    case "day":
      return Number.isNaN(Date.parse(raw)) ? raw : format.longDay(raw);
    case "money":
      return Number.isNaN(Number(raw)) ? raw : format.count(Number(raw) / 100);
    default:
      return raw;
  }
}
