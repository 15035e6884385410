import { commands, type DuplicateGroup, type DuplicateKind, type DuplicateVerdict } from "@/data/client";
import { readPages } from "@/data/pages";
import { read } from "@/data/queries";

/** Groups asked for at once. */
const PAGE = 100;
/** How often a search or a merge at work is looked at, in milliseconds. */
const LOOK = 500;

/** Where the search stands and how many groups there are; followed closely while something is at work. */
export const stateQuery = {
  ...read(["duplicates_state"], ["duplicates"], () => commands.duplicatesState({})),
  refetchInterval: ({
    state,
  }: {
    state: { data?: { search?: unknown; merging?: unknown } | undefined };
  }): number | false => (state.data?.search || state.data?.merging ? LOOK : false),
};

/** Groups of a kind and of how sure they are, the surest first. */
export function groupsQuery(kind: DuplicateKind | null, verdict: DuplicateVerdict | null) {
  return readPages<DuplicateGroup>(
    ["duplicates_list", kind, verdict],
    ["duplicates"],
    PAGE,
    async (offset, limit) => {
      const page = await commands.duplicatesList({ kind, verdict, offset, limit });
      return page.status === "ok" ? { status: "ok", data: page.data.groups } : page;
    },
  );
}

/** Records side by side. */
export function reviewQuery(kind: DuplicateKind, ids: readonly string[]) {
  return read(["duplicates_review", kind, ...ids], ["duplicates"], () =>
    commands.duplicatesReview({ kind, ids: [...ids] }),
  );
}

/** What a record may be the same as, and what it was made of. */
export function tiesQuery(kind: DuplicateKind, id: string) {
  return read(["duplicates_of", kind, id], ["duplicates"], () => commands.duplicatesOf({ kind, id }));
}
