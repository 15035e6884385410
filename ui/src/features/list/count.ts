import { keepPreviousData, type QueryKey, useQuery } from "@tanstack/react-query";
import { read, type Tag } from "@/data/queries";
import { rowsShown } from "./rows";

type Asking<Data> = Parameters<typeof read<Data>>[2];

/** How many rows a list has, and how many of them answer its question. */
export interface ListCount {
  matching: number;
  total: number;
  /** Nothing answers as it was typed: what is nearly so is shown. */
  near?: boolean;
  /** Whether these are the numbers of this question; until they are known they are those of the one before. */
  known: boolean;
}

/** Counts what answers a question, after its first rows are shown. */
export function useCount(
  key: QueryKey,
  tags: readonly Tag[],
  command: Asking<Omit<ListCount, "known">>,
): ListCount | undefined {
  const { data, isPlaceholderData } = useQuery({
    ...read(key, tags, async () => {
      await rowsShown();
      return command();
    }),
    placeholderData: keepPreviousData,
  });
  return data && { ...data, known: !isPlaceholderData };
}
