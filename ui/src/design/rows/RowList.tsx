import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useId, useMemo, useRef } from "react";
import { cx } from "../cx";
import { GroupRow } from "../GroupRow";
import { rowHeights, useDensity } from "../look";
import { keysOf, type Line } from "./lines";
import css from "./RowList.module.css";
import type { Cursor } from "./useCursor";

interface RowListProps<Row> {
  /** Name of the list, read aloud. */
  label: string;
  lines: readonly Line<Row>[];
  cursor: Cursor<Row>;
  /** Class that sets `--columns`, the grid columns of every row. */
  columns: string | undefined;
  /** Column heads, one cell each; absent where the rows explain themselves. */
  heads?: readonly Head[];
  /** Height of a row in pixels where it is not one line. */
  height?: number;
  /** The cells of a row: `Cell` elements. */
  children: (row: Row) => ReactNode;
  /** A click or Enter on a row. */
  onOpen?: (row: Row) => void;
  /** Called when the end comes near, to fetch more. */
  onEnd?: (() => void) | undefined;
  /** Stands above the first line and scrolls with it. */
  lead?: ReactNode;
}

/** The head of a column. */
export interface Head {
  id: string;
  title: ReactNode;
  align?: "center" | "end";
  /** Left out where the list is narrow, or already where it is not wide. */
  wide?: boolean | "very";
}

const GROUP = 32;

/**
 * A long list: only what is seen is drawn. One tab stop; the keys of the screen move the cursor, which is announced as the active row.
 */
export function RowList<Row>({
  label,
  lines,
  cursor,
  columns,
  heads,
  height,
  children,
  onOpen,
  onEnd,
  lead,
}: RowListProps<Row>) {
  const name = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const density = useDensity();
  const rowHeight = height ?? rowHeights[density].row;
  const keys = useMemo(() => keysOf(lines), [lines]);
  const indexes = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === "group" ? GROUP : rowHeight),
    getItemKey: (index) => keys[index] ?? index,
    overscan: 12,
    scrollPaddingStart: heads ? rowHeights[density].head : 0,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of density changes every height
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  const at = cursor.id === undefined ? undefined : indexes.get(cursor.id);
  useEffect(() => {
    if (at !== undefined)
      virtual.scrollToIndex(at > 0 && lines[at - 1]?.kind === "group" ? at - 1 : at, { align: "auto" });
  }, [at, virtual, lines]);

  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (onEnd && last >= lines.length - 20) onEnd();
  }, [onEnd, last, lines.length]);

  return (
    <div
      ref={scroller}
      className={cx(css.list, columns)}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length}
      aria-multiselectable="true"
      aria-activedescendant={cursor.id && at !== undefined ? `${name}-${cursor.id}` : undefined}
      data-region-start="true"
      data-selecting={cursor.selected.size > 0 || undefined}
      tabIndex={0}
    >
      {lead}
      {heads && <Heads heads={heads} />}
      <div className={css.space} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          const key = keys[item.index];
          if (!line || key === undefined) return null;
          return (
            <LineView
              key={key}
              id={`${name}-${key}`}
              line={line}
              index={item.index}
              top={item.start}
              height={item.size}
              current={key === cursor.id}
              selected={cursor.selected.has(line.id)}
              onTake={() => {
                cursor.put(line.id);
                if (line.kind === "row") onOpen?.(line.row);
              }}
            >
              {children}
            </LineView>
          );
        })}
      </div>
    </div>
  );
}

function Heads({ heads }: { heads: readonly Head[] }) {
  return (
    <div className={css.heads} role="row">
      {heads.map((head) => (
        <span
          key={head.id}
          role="columnheader"
          className={css.head}
          data-align={head.align}
          data-wide={head.wide || undefined}
        >
          {head.title}
        </span>
      ))}
    </div>
  );
}

interface LineProps<Row> {
  id: string;
  line: Line<Row>;
  index: number;
  top: number;
  height: number;
  current: boolean;
  selected: boolean;
  onTake: () => void;
  children: (row: Row) => ReactNode;
}

function LineView<Row>({
  id,
  line,
  index,
  top,
  height,
  current,
  selected,
  onTake,
  children,
}: LineProps<Row>) {
  const place = { transform: `translateY(${top}px)`, height };
  if (line.kind === "row") {
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the screen, printed on the sheet of keys
      <div
        id={id}
        role="row"
        className={css.row}
        style={place}
        aria-rowindex={index + 1}
        aria-selected={selected}
        data-current={current || undefined}
        onClick={onTake}
      >
        {children(line.row)}
      </div>
    );
  }
  return (
    <div id={id} role="row" className={css.divider} style={place} aria-rowindex={index + 1}>
      <div role="gridcell" className={css.whole}>
        {line.kind === "group" ? (
          <GroupRow title={line.title} count={line.count} action={line.action} />
        ) : (
          <div className={css.note}>{line.words}</div>
        )}
      </div>
    </div>
  );
}

interface CellProps {
  children?: ReactNode;
  /** Weight and tone of the words. */
  look?: "name" | "second" | "third";
  align?: "center" | "end";
  /** Left out where the list is narrow, or already where it is not wide. */
  wide?: boolean | "very";
  className?: string | undefined;
  title?: string | undefined;
}

/** One cell of a row: one line, cut at its end. */
export function Cell({ children, look, align, wide, className, title }: CellProps) {
  return (
    <div
      role="gridcell"
      className={cx(css.cell, className)}
      data-look={look}
      data-align={align}
      data-wide={wide || undefined}
      title={title}
    >
      {children}
    </div>
  );
}
