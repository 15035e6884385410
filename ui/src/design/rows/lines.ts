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
