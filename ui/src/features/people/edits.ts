import type { QueryClient } from "@tanstack/react-query";
import type { CellEditRequestEvent, GridApi } from "ag-grid-community";
import { undoOfLast } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type PersonRow } from "@/data/client";
import { forget } from "@/data/queries";
import { sayError } from "@/data/say";
import { toast } from "@/design/toast";
import { text } from "@/i18n";
import { placeBlock, readBlock } from "./paste";
import { fullName } from "./words";

const fields: Partial<Record<string, { field: string; key: keyof PersonRow }>> = {
  title: { field: "title", key: "title" },
  company: { field: "company", key: "company" },
  status: { field: "status", key: "status" },
  email: { field: "email", key: "email" },
  phone: { field: "phone", key: "phone" },
  location: { field: "location", key: "location" },
};

/** The field behind a column that can be edited in place. */
export function fieldOf(column: string): string | undefined {
  return fields[column]?.field;
}

async function said(words: string): Promise<void> {
  const action = await undoOfLast();
  toast({ words, ...(action ? { action } : {}) });
}

/** Writes what was typed in a cell at once; a refusal gives the old value back and says why. */
export async function saveValue(event: CellEditRequestEvent<PersonRow>, client: QueryClient): Promise<void> {
  const known = fields[event.column.getColId()];
  const before = event.data;
  const value = String(event.newValue ?? "").trim();
  if (!known || value === String(before[known.key] ?? "")) return;
  event.node.setData({ ...before, [known.key]: value } as PersonRow);
  try {
    const person = await ask(
      commands.peopleUpdate({ id: before.id, values: [{ field: known.field, value }] }),
    );
    event.node.setData(person.row);
    forget(client, ["history"]);
    void said(
      text("people:changed", {
        field: text(`people:column.${event.column.getColId()}` as "people:column.title"),
        name: fullName(before),
      }),
    );
  } catch (error) {
    event.node.setData(before);
    toast({ words: sayError(error), tone: "warn" });
  }
}

/** A pasted block may change this many people at most; more is an import. */
const MOST = 200;

/** Writes a pasted block from the cell in hand, person by person, and says what fell outside. */
export async function pasteValues(
  api: GridApi<PersonRow>,
  block: string,
  start: { row: number; column: string },
  columns: readonly string[],
): Promise<void> {
  const { cells, outside } = placeBlock(readBlock(block), start, columns, api.getDisplayedRowCount());
  const rows = new Map<number, Array<{ field: string; value: string }>>();
  for (const cell of cells) {
    const field = fieldOf(cell.column);
    if (field) rows.set(cell.row, [...(rows.get(cell.row) ?? []), { field, value: cell.value }]);
  }
  if (rows.size === 0) return;
  if (rows.size > MOST) {
    toast({ words: text("people:pasteTooMuch", { most: MOST }), tone: "warn" });
    return;
  }
  let done = 0;
  let failure: unknown;
  for (const [row, values] of rows) {
    const person = api.getDisplayedRowAtIndex(row)?.data;
    if (!person) continue;
    try {
      await ask(commands.peopleUpdate({ id: person.id, values }));
      done++;
    } catch (error) {
      failure = error;
      break;
    }
  }
  api.refreshInfiniteCache();
  if (failure)
    toast({ words: text("people:pasteStopped", { count: done, why: sayError(failure) }), tone: "warn" });
  else if (outside > 0) toast({ words: text("people:pasteOutside", { count: done, outside }), tone: "warn" });
  else void said(text("people:pasted", { count: done }));
}
