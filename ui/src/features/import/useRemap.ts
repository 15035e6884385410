import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask } from "@/data/ask";
import {
  commands,
  type ImportDates,
  type ImportMode,
  type ImportRules,
  type ImportView,
} from "@/data/client";

interface Again {
  columns?: Array<string | null>;
  mode?: ImportMode;
  dates?: ImportDates;
  rules?: ImportRules;
}

/** Checks the file again with other columns, another mode, other rules or another order of dates; the rest stays as it was said. */
export function useRemap(view: ImportView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ columns, mode, dates, rules }: Again) =>
      ask(
        commands.importRemap({
          id: view.id,
          columns: columns ?? view.columns.map((column) => column.field),
          mode: mode ?? view.mode,
          dates: dates ?? view.reading.dates,
          rules: rules ?? null,
        }),
      ),
    onSuccess: (now) => {
      client.setQueryData(["import_get", view.id], now);
      void client.invalidateQueries({ queryKey: ["import_rows", view.id] });
    },
  });
}
