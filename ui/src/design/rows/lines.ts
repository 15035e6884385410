import type { ReactNode } from "react";

/** A row of a list, with the id the cursor and the selection hold. */
export interface RowLine<Row> {
  kind: "row";
  id: string;
  row: Row;
}

/** A sunken row that divides the list. */
export interface GroupLine {
  kind: "group";
  id: string;
  title: string;
  count?: ReactNode;
  action?: ReactNode;
}

/** A line of words inside a group: "3 more, all without an address". */
export interface NoteLine {
  kind: "note";
  id: string;
  words: ReactNode;
}

export type Line<Row> = RowLine<Row> | GroupLine | NoteLine;

/** A group and its rows; nothing for a group without rows. */
export function group<Row>(
  head: Omit<GroupLine, "kind">,
  rows: readonly Row[],
  idOf: (row: Row) => string,
  note?: ReactNode,
): Line<Row>[] {
  if (rows.length === 0) return [];
  const lines: Line<Row>[] = [{ kind: "group", ...head }];
  for (const row of rows) lines.push({ kind: "row", id: idOf(row), row });
  if (note) lines.push({ kind: "note", id: `${head.id}-note`, words: note });
  return lines;
}

/** Rows under one group per value of `headOf`, in the order they come. */
export function groupBy<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  keyOf: (row: Row) => string,
  headOf: (key: string, rows: readonly Row[]) => Omit<GroupLine, "kind">,
): Line<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].flatMap(([key, own]) => group(headOf(key, own), own, idOf));
}

/** The rows of the lines, without what divides them. */
export function rowsOf<Row>(lines: readonly Line<Row>[]): RowLine<Row>[] {
  return lines.filter((line): line is RowLine<Row> => line.kind === "row");
}

/** The rows of one group as they were read, with the moment of the reading in milliseconds since 1970. */
export interface ReadRows<Row> {
  rows: readonly Row[];
  at: number;
}

/**
 * Each row once, in the group that was read last. Groups asked for one by one disagree for a moment while a row moves from one to the next;
 * of two readings of the same moment the later group counts.
 */
export function eachOnce<Row>(groups: readonly ReadRows<Row>[], idOf: (row: Row) => string): Row[][] {
  const place = new Map<string, { group: number; at: number }>();
  for (const [group, { rows, at }] of groups.entries())
    for (const row of rows) {
      const id = idOf(row);
      const known = place.get(id);
      if (!known || at >= known.at) place.set(id, { group, at });
    }
  return groups.map(({ rows }, group) => {
    const seen = new Set<string>();
    return rows.filter((row) => {
      const id = idOf(row);
      if (place.get(id)?.group !== group || seen.has(id)) return false;
      seen.add(id);
      return true;
    });
  });
}

/** A key for each line, no two alike even where the same row is listed twice: two lines of one key would be drawn over each other. */
export function keysOf<Row>(lines: readonly Line<Row>[]): string[] {
  const times = new Map<string, number>();
  return lines.map(({ id }) => {
    const before = times.get(id) ?? 0;
    times.set(id, before + 1);
    return before === 0 ? id : `${id}~${before}`;
  });
}
