import { useCallback, useMemo, useRef, useState } from "react";
import { type Line, type RowLine, rowsOf } from "./lines";

/** The row in hand and the rows selected of a list. */
export interface Cursor<Row> {
  /** Id of the row in hand. */
  id: string | undefined;
  row: Row | undefined;
  /** Its place among the rows, from 0. */
  index: number;
  /** How many rows there are. */
  of: number;
  put: (id: string) => void;
  /** To the next row (1) or the one before (-1); with `extend` the rows passed are selected. */
  move: (step: 1 | -1, extend?: boolean) => void;
  selected: ReadonlySet<string>;
  /** Selects or releases one row, by default the one in hand. */
  toggle: (id?: string) => void;
  selectAll: () => void;
  clear: () => void;
  /** The selected rows in order, or else the row in hand. */
  targets: Row[];
}

/**
 * Keeps the cursor on a row while the list changes under it. When its row leaves (approved, undone), the cursor stays at its place, so that
 * the same key can be pressed again and again.
 */
export function useCursor<Row>(lines: readonly Line<Row>[], start?: string): Cursor<Row> {
  const rows = useMemo(() => rowsOf(lines), [lines]);
  const [held, setHeld] = useState<{ id: string | undefined; index: number }>({ id: start, index: 0 });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const here = placeOf(rows, held);
  const current = rows[here];
  // A row remembers its place as soon as it is seen, so that its disappearance leaves the cursor there.
  const seen = useRef(held);
  seen.current = { id: current?.id, index: here };
  if (current && (held.id !== current.id || held.index !== here)) setHeld({ id: current.id, index: here });

  const selected = useMemo(() => {
    const present = new Set(rows.map((row) => row.id));
    const kept = [...picked].filter((id) => present.has(id));
    return kept.length === picked.size ? picked : new Set(kept);
  }, [rows, picked]);

  const put = useCallback(
    (id: string) =>
      setHeld({
        id,
        index: Math.max(
          0,
          rows.findIndex((row) => row.id === id),
        ),
      }),
    [rows],
  );
  const move = useCallback(
    (step: 1 | -1, extend = false) => {
      const from = rows[seen.current.index];
      const index = Math.min(Math.max(seen.current.index + step, 0), rows.length - 1);
      const to = rows[index];
      if (!to) return;
      seen.current = { id: to.id, index };
      setHeld({ id: to.id, index });
      if (extend && from) setPicked((before) => new Set([...before, from.id, to.id]));
    },
    [rows],
  );
  const toggle = useCallback((id?: string) => {
    const which = id ?? seen.current.id;
    if (!which) return;
    setPicked((before) => {
      const after = new Set(before);
      if (!after.delete(which)) after.add(which);
      return after;
    });
  }, []);
  const selectAll = useCallback(() => setPicked(new Set(rows.map((row) => row.id))), [rows]);
  const clear = useCallback(() => setPicked(new Set()), []);
  const targets = useMemo(
    () =>
      (selected.size > 0 ? rows.filter((row) => selected.has(row.id)) : current ? [current] : []).map(
        (line) => line.row,
      ),
    [selected, rows, current],
  );
  return {
    id: current?.id,
    row: current?.row,
    index: here,
    of: rows.length,
    put,
    move,
    selected,
    toggle,
    selectAll,
    clear,
    targets,
  };
}

function placeOf<Row>(
  rows: readonly RowLine<Row>[],
  held: { id: string | undefined; index: number },
): number {
  const found = held.id === undefined ? -1 : rows.findIndex((row) => row.id === held.id);
  return found >= 0 ? found : Math.max(0, Math.min(held.index, rows.length - 1));
}
