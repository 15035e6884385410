import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask } from "@/data/ask";
import { commands, type ImportMode, type ImportView } from "@/data/client";

/** Checks the file again with other columns or another mode. */
export function useRemap(view: ImportView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ columns, mode }: { columns?: Array<string | null>; mode?: ImportMode }) =>
      ask(
        commands.importRemap({
          id: view.id,
          columns: columns ?? view.columns.map((column) => column.field),
          mode: mode ?? view.mode,
        }),
      ),
    onSuccess: (now) => {
      client.setQueryData(["import_get", view.id], now);
      void client.invalidateQueries({ queryKey: ["import_rows", view.id] });
    },
  });
}
