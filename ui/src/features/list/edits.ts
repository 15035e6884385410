import type { QueryClient } from "@tanstack/react-query";
import type { CellEditRequestEvent, GridApi } from "ag-grid-community";
import { undoOfLast } from "@/data/act";
import { forget } from "@/data/queries";
import { sayError } from "@/data/say";
import { toast } from "@/design/toast";
import type { CustomColumns, WithCustom } from "@/features/custom/lists";
import { type TextKey, text } from "@/i18n";
import { isCustom } from "./clauses";
import { isHead } from "./groups/grouped";
import type { ListKind, ListRow } from "./kind";
import { placeBlock, readBlock } from "./paste";

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

/** A pasted block may change this many rows at most; more is an import. */
const MOST = 200;

/** Values of one row that are written together. */
interface RowValues {
  usual: Array<{ field: string; value: string }>;
  own: Array<{ name: string; value: string }>;
}

/** Writes a pasted block from the cell in hand, row by row, and says what fell outside. */
export async function pasteValues<Row extends ListRow, Query>(
  kind: ListKind<Row, Query>,
  custom: Pick<CustomColumns, "save">,
  api: GridApi<Row>,
  block: string,
  start: { row: number; column: string },
  columns: readonly string[],
): Promise<void> {
  // Heads of groups are passed over: a block lands on rows.
  const below: number[] = [];
  const lines = readBlock(block);
  for (let row = start.row; row < api.getDisplayedRowCount() && below.length < lines.length; row++)
    if (!isHead(api.getDisplayedRowAtIndex(row)?.data)) below.push(row);
  const { cells, outside } = placeBlock(lines, { ...start, row: 0 }, columns, below.length);
  const rows = new Map<number, RowValues>();
  for (const { row, column, value } of cells) {
    const values = rows.get(row) ?? { usual: [], own: [] };
    const field = kind.fields[column]?.field;
    if (field) values.usual.push({ field, value });
    else if (isCustom(column)) values.own.push({ name: column, value });
    rows.set(row, values);
  }
  if (rows.size === 0) return;
  if (rows.size > MOST) {
    toast({ words: text(`${kind.area}:pasteTooMuch`, { most: MOST }), tone: "warn" });
    return;
  }
  let done = 0;
  let failure: unknown;
  for (const [row, values] of rows) {
    const data = api.getDisplayedRowAtIndex(below[row] ?? -1)?.data;
    if (!data) continue;
    try {
      if (values.usual.length > 0) await kind.update(data.id, values.usual);
      for (const { name, value } of values.own) await custom.save(data.id, name, value);
      done++;
    } catch (error) {
      failure = error;
      break;
    }
  }
  api.refreshInfiniteCache();
  if (failure)
    toast({
      words: text(`${kind.area}:pasteStopped`, { count: done, why: sayError(failure) }),
      tone: "warn",
    });
  else if (outside > 0)
    toast({ words: text(`${kind.area}:pasteOutside`, { count: done, outside }), tone: "warn" });
  else void said(text(`${kind.area}:pasted`, { count: done }));
}
