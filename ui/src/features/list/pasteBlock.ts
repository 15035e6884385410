import type { GridApi } from "ag-grid-community";
import { undoOf } from "@/data/act";
import { ask, DeskError } from "@/data/ask";
import { type BlockRow, commands } from "@/data/client";
import { sayError } from "@/data/say";
import { toast } from "@/design/toast";
import type { CustomColumns } from "@/features/custom/lists";
import { type TextKey, text } from "@/i18n";
import { BLOCK, type Feed } from "./feed";
import { isHead } from "./groups/grouped";
import type { ListKind, ListRow } from "./kind";
import { placeBlock, readBlock } from "./paste";

/** A pasted block may change this many rows at most, as the core takes them; more is an import. */
const MOST = 200;

/** What a block is pasted into: the grid and what feeds it. */
interface Into<Row> {
  api: GridApi<Row>;
  feed: Feed;
}

/** Pastes a block from the cell in hand, all of it or nothing and as one step, and says what fell outside. */
export async function pasteBlock<Row extends ListRow, Query>(
  kind: ListKind<Row, Query>,
  custom: Pick<CustomColumns, "title">,
  into: Into<Row>,
  block: string,
  start: { row: number; column: string },
  columns: readonly string[],
): Promise<void> {
  const lines = readBlock(block);
  const below = await rowsFrom(into, start.row, Math.min(lines.length, MOST + 1));
  if (!below) return;
  const { cells, outside } = placeBlock(lines, { ...start, row: 0 }, columns, below.length);
  const rows: BlockRow[] = below.map(({ id }) => ({ id, values: [] }));
  for (const { row, column, value } of cells)
    rows[row]?.values.push({ field: kind.fields[column]?.field ?? column, value });
  if (cells.length === 0) return;
  if (rows.length > MOST) {
    toast({ words: text(`${kind.area}:pasteTooMuch`, { most: MOST }), tone: "warn" });
    return;
  }
  try {
    const { operation } = await ask(commands.blockPaste({ of: kind.area, rows }));
    const count = rows.length;
    toast({
      words:
        outside > 0
          ? text(`${kind.area}:pasteOutside`, { count, outside })
          : text(`${kind.area}:pasted`, { count }),
      tone: outside > 0 ? "warn" : "ok",
      ...(operation ? { action: undoOf(operation) } : {}),
    });
  } catch (error) {
    toast({ words: sayRefused(kind, custom, below, error), tone: "warn" });
  }
}

/** Where in the block the value stands that the core did not take, and why. */
function sayRefused<Row extends ListRow, Query>(
  kind: ListKind<Row, Query>,
  custom: Pick<CustomColumns, "title">,
  below: readonly Row[],
  error: unknown,
): string {
  const why = sayError(error);
  const at = error instanceof DeskError ? error.params : {};
  const on = below[Number(at.row) - 1];
  if (!on) return why;
  const where = { row: Number(at.row), name: kind.nameOf(on), why };
  if (!at.column) return text("list:pasteRow", where);
  const column = Object.keys(kind.fields).find((name) => kind.fields[name]?.field === at.column);
  const title = column ? text(`${kind.area}:column.${column}` as TextKey) : custom.title(at.column);
  return text("list:pasteCell", { ...where, column: title ?? at.column });
}

/**
 * Rows from one on, as they stand in the list; heads of groups are passed over, and rows the grid does not have are asked for. Nothing where they
 * cannot be had, which has been said then.
 */
async function rowsFrom<Row extends ListRow>(
  { api, feed }: Into<Row>,
  first: number,
  most: number,
): Promise<Row[] | undefined> {
  const all = api.getDisplayedRowCount();
  const found: Row[] = [];
  for (let from = first; from < all && found.length < most; from += BLOCK) {
    const to = Math.min(from + BLOCK, all);
    const held = Array.from({ length: to - from }, (_, at) => api.getDisplayedRowAtIndex(from + at)?.data);
    const rows = held.every((row) => row !== undefined) ? held : await feed.rows(api, from, to);
    if (!rows) return undefined;
    found.push(...rows.filter((row) => !isHead(row)));
  }
  return found.slice(0, most);
}
