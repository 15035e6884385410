import type { QueryClient } from "@tanstack/react-query";
import type { CellEditRequestEvent } from "ag-grid-community";
import { undoOfLast } from "@/data/act";
import { forget } from "@/data/queries";
import { sayError } from "@/data/say";
import { toast } from "@/design/toast";
import type { CustomColumns, WithCustom } from "@/features/custom/lists";
import { type TextKey, text } from "@/i18n";
import type { ListKind, ListRow } from "./kind";

/** Says what was just done, with the way back. */
export async function said(words: string): Promise<void> {
  const action = await undoOfLast();
  toast({ words, ...(action ? { action } : {}) });
}

/** Writes what was typed in a cell at once; a refusal gives the old value back and says why. */
export async function saveValue<Row extends ListRow, Query>(
  kind: ListKind<Row, Query>,
  event: CellEditRequestEvent<Row>,
  client: QueryClient,
): Promise<void> {
  const column = event.column.getColId();
  const known = kind.fields[column];
  const before = event.data;
  const value = String(event.newValue ?? "").trim();
  if (!known || value === String(before[known.key] ?? "")) return;
  event.node.setData({ ...before, [known.key]: value } as Row);
  try {
    event.node.setData(await kind.update(before.id, [{ field: known.field, value }]));
    forget(client, ["history"]);
    const field = text(`${kind.area}:column.${column}` as TextKey);
    void said(text(`${kind.area}:changed`, { field, name: kind.nameOf(before) }));
  } catch (error) {
    event.node.setData(before);
    toast({ words: sayError(error), tone: "warn" });
  }
}

/** The same for one of the seller's own fields. */
export async function saveCustom<Row extends ListRow & WithCustom, Query>(
  kind: ListKind<Row, Query>,
  custom: CustomColumns,
  event: CellEditRequestEvent<Row>,
  client: QueryClient,
): Promise<void> {
  const column = event.column.getColId();
  const before = event.data;
  const value = String(event.newValue ?? "").trim();
  if (value === custom.typed(before, column)) return;
  try {
    await custom.save(before.id, column, value);
    forget(client, ["history", ...kind.tags]);
    void said(text(`${kind.area}:changed`, { field: custom.title(column) ?? "", name: kind.nameOf(before) }));
  } catch (error) {
    toast({ words: sayError(error), tone: "warn" });
  }
}
