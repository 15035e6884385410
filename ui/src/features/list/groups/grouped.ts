import type { IDatasource, IGetRowsParams } from "ag-grid-community";
import type { GroupsView, GroupView } from "@/data/client";
import { isCustom } from "../clauses";
import type { ListRow } from "../kind";
import type { Rows } from "../rows";

/** What a list is grouped by, as the core takes it: one of its usual words, or a field of the seller's. */
export interface GroupBy {
  by: string;
  custom?: string;
}

/** What a name of the address means: `status`, or `custom:` and the id of a field. */
export function groupBy(name: string): GroupBy {
  return isCustom(name) ? { by: "custom", custom: name.slice("custom:".length) } : { by: name };
}

/** Keys of folded groups; after a `*` those of the ones that are not. */
export type Folded = readonly string[];

/** Whether a group is folded. */
export function isFolded(folded: Folded, key: string): boolean {
  const all = folded[0] === "*";
  return folded.slice(all ? 1 : 0).includes(key) !== all;
}

/** The same with one group folded or unfolded. */
export function turned(folded: Folded, key: string): string[] {
  const all = folded[0] === "*";
  const keys = folded.slice(all ? 1 : 0);
  const next = keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
  return all ? ["*", ...next] : next;
}

/** The head of a group, where a grid has rows. */
export interface GroupHead extends ListRow {
  group: GroupView;
  folded: boolean;
}

/** Whether a row is the head of a group. */
export function isHead(row: unknown): row is GroupHead {
  return typeof row === "object" && row !== null && "group" in row;
}

/** A line of a grouped list: the head of a group, or a row by its place in the list without heads. */
export type GroupLine = { head: GroupHead } | { row: number; of: string };

/** Where heads and rows of a grouped list stand, with some groups folded. */
export class GroupedLines {
  readonly #starts: number[] = [];
  readonly #rows: number[] = [];
  readonly #groups: readonly GroupView[];
  readonly #folded: Folded;
  readonly count: number;

  constructor(groups: readonly GroupView[], folded: Folded) {
    this.#groups = groups;
    this.#folded = folded;
    let line = 0;
    let row = 0;
    for (const group of groups) {
      this.#starts.push(line);
      this.#rows.push(row);
      line += 1 + (isFolded(folded, group.key) ? 0 : group.count);
      row += group.count;
    }
    this.count = line;
  }

  /** The lines of a stretch. */
  between(from: number, to: number): GroupLine[] {
    const lines: GroupLine[] = [];
    for (let at = this.#groupAt(from); at < this.#groups.length; at++) {
      const group = this.#groups[at] as GroupView;
      const start = this.#starts[at] as number;
      if (start >= to) break;
      const folded = isFolded(this.#folded, group.key);
      if (start >= from) lines.push({ head: { id: `group:${group.key}`, group, folded } });
      if (folded) continue;
      const first = Math.max(from, start + 1);
      const last = Math.min(to, start + 1 + group.count);
      for (let line = first; line < last; line++)
        lines.push({ row: (this.#rows[at] as number) + line - start - 1, of: group.key });
    }
    return lines;
  }

  #groupAt(line: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= line) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }
}

/** Stretches of rows that lie together, as few as there are. */
export function stretches(rows: readonly number[]): Array<{ offset: number; limit: number }> {
  const found: Array<{ offset: number; limit: number }> = [];
  for (const row of rows) {
    const last = found[found.length - 1];
    if (last && last.offset + last.limit === row) last.limit++;
    else found.push({ offset: row, limit: 1 });
  }
  return found;
}

/** Feeds the grid with heads and rows; a row knows the group it is shown in, since it may stand in several. */
export function groupedPages<Row extends ListRow>(
  lines: () => GroupedLines,
  fetch: (offset: number, limit: number) => Promise<Rows<Row>>,
  failed: (error: unknown) => void,
): IDatasource {
  return {
    getRows: (page: IGetRowsParams) => {
      const now = lines();
      const wanted = now.between(page.startRow, page.endRow);
      const places = wanted.flatMap((line) => ("row" in line ? [line.row] : []));
      Promise.all(
        stretches(places).map(async ({ offset, limit }) => {
          const { rows } = await fetch(offset, limit);
          return rows.map((row, index) => [offset + index, row] as const);
        }),
      )
        .then((parts) => {
          const rows = new Map(parts.flat());
          const shown = wanted.flatMap<ListRow>((line) => {
            if ("head" in line) return [line.head];
            const row = rows.get(line.row);
            return row ? [{ ...row, inGroup: line.of }] : [];
          });
          page.successCallback(shown, now.count);
        })
        .catch((error) => {
          page.failCallback();
          failed(error);
        });
    },
  };
}

/** What a row of a grouped grid is called in it. */
export function lineId(row: ListRow & { inGroup?: string }): string {
  return row.inGroup === undefined ? row.id : `${row.inGroup}/${row.id}`;
}

/** No groups at all. */
export const noGroups: GroupsView = { groups: [], left: 0, leftRows: 0 };
