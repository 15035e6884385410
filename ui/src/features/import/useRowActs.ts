import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { act } from "@/data/act";
import { commands, type ImportRowChanged, type ImportRowView, type ImportView } from "@/data/client";

/** What can be done with a line of the check; the line shows its new plan where it stands, the counts follow at once. */
export interface RowActs {
  edit: (n: number, column: number, value: string) => Promise<ImportRowChanged | undefined>;
  leave: (n: number, out: boolean) => Promise<ImportRowChanged | undefined>;
  choose: (choice: {
    n: number | null;
    field: string | null;
    file: boolean;
  }) => Promise<ImportView | undefined>;
}

export function useRowActs(view: ImportView): RowActs {
  const client = useQueryClient();
  const { id } = view;
  const counted = (now: ImportView) => client.setQueryData(["import_get", id], now);
  const changed = (done: ImportRowChanged | undefined) => {
    if (!done) return undefined;
    counted(done.import);
    // A corrected line stays where it is until the tab is opened again: what one has just done must not jump away.
    client.setQueriesData<InfiniteData<ImportRowView[]>>(
      { queryKey: ["import_rows", id, "tab"] },
      (all) =>
        all && {
          ...all,
          pages: all.pages.map((page) => page.map((row) => (row.n === done.row.n ? done.row : row))),
        },
    );
    return done;
  };
  return {
    edit: async (n, column, value) => changed(await act(commands.importRowEdit({ id, n, column, value }))),
    leave: async (n, out) => changed(await act(commands.importRowLeave({ id, n, out }))),
    choose: async (choice) => {
      const now = await act(commands.importRowChoose({ id, ...choice }));
      if (!now) return undefined;
      counted(now);
      await client.invalidateQueries({ queryKey: ["import_rows", id, "tab"] });
      return now;
    },
  };
}
