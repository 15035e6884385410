import { act } from "@/data/act";
import { commands, type DuplicateChoice, type DuplicateKind, type DuplicatesSplit } from "@/data/client";
import { text } from "@/i18n";

/** Makes one of several, and says so with Undo. */
export async function merge(
  kind: DuplicateKind,
  survivor: string,
  others: string[],
  choices: DuplicateChoice[],
): Promise<boolean> {
  const done = await act(commands.duplicatesMerge({ kind, survivor, others, choices }), (merged) =>
    text("duplicates:merged", { name: merged.name, count: merged.count }),
  );
  return done !== undefined;
}

/** Remembers that these are not one and the same. */
export async function tellApart(kind: DuplicateKind, ids: string[], only: string | null): Promise<boolean> {
  const done = await act(commands.duplicatesIgnore({ kind, ids, only }), () => text("duplicates:ignored"));
  return done !== undefined;
}

/** Takes a merge apart, and says what stays where it is. */
export async function split(kind: DuplicateKind, id: string): Promise<DuplicatesSplit | undefined> {
  return await act(commands.duplicatesSplit({ kind, id }), (done) => {
    const name = done.back.map((record) => record.name).join(", ");
    return done.kept.length > 0
      ? text("duplicates:panel.splitKept", { name, count: done.kept.length, survivor: done.survivor.name })
      : text("duplicates:panel.splitDone", { name });
  });
}

/** Begins a search. */
export async function search(): Promise<void> {
  await act(commands.duplicatesSearch({}));
}

/** Stops what is at work. */
export async function stop(): Promise<void> {
  await act(commands.duplicatesStop({}));
}

/** Begins to make one of every exact match. */
export async function mergeExact(kind: DuplicateKind | null): Promise<void> {
  await act(commands.duplicatesMergeExact({ kind }));
}
