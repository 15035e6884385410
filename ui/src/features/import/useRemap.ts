import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask } from "@/data/ask";
import { commands, type ImportDates, type ImportMode, type ImportView } from "@/data/client";
import { toldOrder } from "./warnings";

interface Again {
  columns?: Array<string | null>;
  mode?: ImportMode;
  dates?: ImportDates;
}

/** Checks the file again with other columns, another mode or another order of dates; the rest stays as it was said. */
export function useRemap(view: ImportView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ columns, mode, dates }: Again) =>
      ask(
        commands.importRemap({
          id: view.id,
          columns: columns ?? view.columns.map((column) => column.field),
          mode: mode ?? view.mode,
          dates: dates ?? toldOrder(view.warnings),
        }),
      ),
    onSuccess: (now) => {
      client.setQueryData(["import_get", view.id], now);
      void client.invalidateQueries({ queryKey: ["import_rows", view.id] });
    },
  });
}
