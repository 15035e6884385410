import { useElementSize } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  ColDef,
  GetRowIdParams,
  GridApi,
  GridOptions,
  IRowNode,
  IsFullWidthRowParams,
  RowSelectionOptions,
} from "ag-grid-community";
import {
  type ClipboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { GroupsView } from "@/data/client";
import { read } from "@/data/queries";
import { sayError } from "@/data/say";
import { Grid } from "@/design/Grid";
import { reactPiece } from "@/design/gridPiece";
import { toast } from "@/design/toast";
import type { CustomColumns, WithCustom } from "@/features/custom/lists";
import { type Locale, type Text, type TextKey, useLocale, useText } from "@/i18n";
import { type ChosenRows, useChosen } from "./chosen";
import { type CustomName, isCustom } from "./clauses";
import { arranged, type Column } from "./columns";
import { saveCustom, saveValue } from "./edits";
import { BLOCK, Feed } from "./feed";
import { type GroupActs, GroupRow } from "./groups/GroupRow";
import { type Folded, GroupedLines, groupBy, groupedPages, isHead, lineId } from "./groups/grouped";
import type { ListKind, ListRow } from "./kind";
import css from "./list.module.css";
import { pasteBlock } from "./pasteBlock";
import { pagesOf } from "./rows";
import { TickCell, TickHead } from "./TickCell";

/** What a list shows after its ticks: the name, and the columns that fit. */
export interface ListLayout<Row, Sort extends string> {
  /** Those of them that fit into a width in pixels. */
  fitting: (columns: readonly string[], width: number) => readonly string[];
  /** How the cells of a column look; `name` is always shown, pinned. */
  column: (name: string, t: Text, locale: Locale) => ColDef<Row>;
  /** Columns between the name and the others. */
  beside?: ReadonlyArray<ColDef<Row>>;
  /** The orders behind columns. */
  sorts: Readonly<Partial<Record<string, Sort>>>;
}

interface ListGridProps<Row extends ListRow, Sort extends string, Query> {
  kind: ListKind<Row, Query>;
  layout: ListLayout<Row, Sort>;
  query: Query & { sort: string; by?: string | null; descending: boolean };
  /** The columns the seller wants to see. */
  columns: readonly Column[];
  /** The seller's own fields, as columns. */
  custom: CustomColumns;
  /** They were put in another order, or made wider or narrower, by hand. */
  onColumns: (columns: readonly Column[]) => void;
  /** How many rows answer the question, once that is known. */
  matching: number | undefined;
  /** Nothing does: the grid stays ready under the words that say so. */
  empty: boolean;
  /** What it is grouped by, its groups, which of them are folded, and what their heads do. */
  groups: { by: string; view: GroupsView; folded: Folded; acts: GroupActs } | undefined;
  chosen: ChosenRows<Query>;
  /** The row in the side panel, if it is open. */
  open: string | undefined;
  onOpen: (id: string) => void;
  /** The cursor moved to another row. */
  onCursor: (row: Row) => void;
  onSort: (sort: Sort | CustomName | undefined, down: boolean) => void;
  onReady: (api: GridApi<Row>) => void;
}

/** What the list does when something happens in the grid. */
type Listeners<Row> = Required<
  Pick<
    GridOptions<Row>,
    | "onGridReady"
    | "onModelUpdated"
    | "onColumnResized"
    | "onColumnMoved"
    | "onSortChanged"
    | "onCellFocused"
    | "onCellClicked"
    | "onCellEditRequest"
  >
>;

// Made once: the grid draws all its rows anew when one of these is another than before.
const selection: RowSelectionOptions = {
  mode: "multiRow",
  checkboxes: false,
  headerCheckbox: false,
  enableClickSelection: false,
};
const idOf = ({ data }: GetRowIdParams) => lineId(data);
const wideRow = reactPiece(GroupRow);
const tickHead = reactPiece(TickHead);
const isWide = ({ rowNode }: IsFullWidthRowParams) => isHead(rowNode.data);

/** A virtual list: pages of one query, cursor row, ticks, edit in place. */
export function ListGrid<Row extends ListRow & WithCustom, Sort extends string, Query>({
  kind,
  layout,
  query,
  columns: wanted,
  custom,
  onColumns,
  matching,
  empty,
  groups,
  chosen,
  open,
  onOpen,
  onCursor,
  onSort,
  onReady,
}: ListGridProps<Row, Sort, Query>) {
  const t = useText();
  const locale = useLocale();
  const client = useQueryClient();
  const { ref, width } = useElementSize();
  const [api, setApi] = useState<GridApi<Row>>();
  const fit = layout.fitting(
    wanted.map((column) => column.name),
    width || 1000,
  );
  const columns = wanted.filter((column) => fit.includes(column.name));
  const shown = JSON.stringify(columns);
  const ticked = useChosen(chosen);

  // Groups move their lines, and never the place the seller has scrolled to.
  const lines = useRef(new GroupedLines([], []));
  const now = useMemo(
    () => new GroupedLines(groups?.view.groups ?? [], groups?.folded ?? []),
    [groups?.view, groups?.folded],
  );
  lines.current = now;
  const grouped = groups !== undefined;
  useEffect(() => {
    if (!api || !grouped) return;
    api.setRowCount(now.count, true);
    api.refreshInfiniteCache();
  }, [api, now, grouped]);
  const latest = useRef(groups?.acts);
  latest.current = groups?.acts;
  const [headParams] = useState<{ acts: GroupActs }>(() => ({
    acts: {
      nameOf: (...of) => latest.current?.nameOf(...of),
      onFold: (key) => latest.current?.onFold(key),
      onTick: (key) => latest.current?.onTick(key),
    },
  }));

  // The question decides the rows; a change of the desk only refreshes the pages in sight.
  const question = JSON.stringify(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the query's content
  const pages = useMemo(() => {
    const failed = (error: unknown) => toast({ words: sayError(error), tone: "warn" });
    if (!groups) return pagesOf(kind, query, failed);
    const by = groupBy(groups.by);
    const fetch = (offset: number, limit: number) => kind.fetch(query, offset, limit, by);
    return groupedPages<Row>(() => lines.current, fetch, failed);
  }, [question, groups?.by]);
  const revision = useQuery({
    ...read([`${kind.area}_revision`], kind.tags, async () => ({ status: "ok" as const, data: Date.now() })),
    placeholderData: keepPreviousData,
  }).data;
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision refreshes the pages
  useEffect(() => {
    if (first.current) first.current = false;
    else api?.refreshInfiniteCache();
  }, [revision]);
  const [feed] = useState(() => new Feed());
  useLayoutEffect(() => feed.ask(pages, api), [feed, pages, api]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question has its own count
  useEffect(() => feed.counted(grouped ? undefined : matching, api), [feed, grouped, matching, pages, api]);

  const painted = useRef(false);
  const paint = useCallback(() => {
    if (!api || api.isDestroyed()) return;
    // Most of the time nothing is ticked, and nothing was.
    if (chosen.count() === 0 && !painted.current) return;
    painted.current = chosen.count() > 0;
    const on: IRowNode<Row>[] = [];
    const off: IRowNode<Row>[] = [];
    api.forEachNode((node) => {
      if (node.data && !isHead(node.data)) (chosen.has(node.data.id) ? on : off).push(node);
    });
    api.setNodesSelected({ nodes: on, newValue: true });
    api.setNodesSelected({ nodes: off, newValue: false });
  }, [api, chosen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: painted again whenever the ticks change
  useEffect(paint, [paint, ticked]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: column definitions follow the shown columns and the language
  const definitions = useMemo(
    () => definitionsOf(kind, layout, columns, custom, query, chosen, t, locale),
    [shown, layout, custom.names.join(), locale, chosen, query.sort, query.by, query.descending],
  );

  const onPaste = (event: ClipboardEvent) => {
    const cell = api?.getFocusedCell();
    const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea");
    if (!api || !cell || typing) return;
    event.preventDefault();
    const editable = ["name", ...fit].filter(
      (name) => kind.fields[name] !== undefined || (isCustom(name) && custom.column(name)?.editable === true),
    );
    const start = { row: cell.rowIndex, column: cell.column.getColId() };
    const block = event.clipboardData.getData("text/plain");
    void pasteBlock(kind, custom, { api, feed }, block, start, editable);
  };

  /** Reads order and widths off the grid after the seller's hand was on its head. */
  const keepColumns = (resized?: string) => {
    if (!api) return;
    const states = api.getColumnState();
    const now = states.flatMap(({ colId, width: wide }) => {
      const column = columns.find((one) => one.name === colId);
      if (!column) return [];
      return colId === resized && wide ? [{ name: colId, width: Math.round(wide) }] : [column];
    });
    onColumns(arranged(wanted, now));
  };

  const does: Listeners<Row> = {
    onGridReady: (event) => {
      setApi(event.api);
      onReady(event.api);
    },
    onModelUpdated: paint,
    onColumnResized: (event) => {
      if (event.finished && event.source === "uiColumnResized" && event.column)
        keepColumns(event.column.getColId());
    },
    onColumnMoved: (event) => {
      if (event.finished && event.source === "uiColumnMoved") keepColumns();
    },
    onSortChanged: (event) => {
      // The question's own order, shown in the heads, is none that was asked for.
      if (event.source !== "uiColumnSorted") return;
      const column = event.api.getColumnState().find((state) => state.sort);
      const colId = column?.colId ?? "name";
      onSort(isCustom(colId) ? colId : layout.sorts[colId], column?.sort === "desc");
    },
    onCellFocused: (event) => {
      const row =
        event.rowIndex === null ? undefined : event.api.getDisplayedRowAtIndex(event.rowIndex)?.data;
      if (row && !isHead(row)) onCursor(row);
    },
    onCellClicked: (event) => {
      if (event.data && (event.column.getColId() === "name" || open)) onOpen(event.data.id);
    },
    onCellEditRequest: (event) =>
      void (isCustom(event.column.getColId())
        ? saveCustom(kind, custom, event, client)
        : saveValue(kind, event, client)),
  };
  // The grid keeps the listeners it was made with, and is not drawn with the words around it.
  const doing = useRef(does);
  doing.current = does;
  const [listeners] = useState<Listeners<Row>>(() => ({
    onGridReady: (event) => doing.current.onGridReady(event),
    onModelUpdated: (event) => doing.current.onModelUpdated(event),
    onColumnResized: (event) => doing.current.onColumnResized(event),
    onColumnMoved: (event) => doing.current.onColumnMoved(event),
    onSortChanged: (event) => doing.current.onSortChanged(event),
    onCellFocused: (event) => doing.current.onCellFocused(event),
    onCellClicked: (event) => doing.current.onCellClicked(event),
    onCellEditRequest: (event) => doing.current.onCellEditRequest(event),
  }));

  return (
    <div className={css.grid} ref={ref} onPaste={onPaste} data-empty={empty || undefined}>
      <div className={css.cells} data-any={chosen.count() > 0 || undefined}>
        <Grid<Row>
          columnDefs={definitions}
          datasource={feed}
          cacheBlockSize={BLOCK}
          getRowId={idOf}
          isFullWidthRow={isWide}
          fullWidthCellRenderer={wideRow}
          fullWidthCellRendererParams={headParams}
          rowSelection={selection}
          readOnlyEdit
          tooltipShowMode="whenTruncated"
          {...listeners}
        />
      </div>
    </div>
  );
}

function definitionsOf<Row extends ListRow & WithCustom, Sort extends string, Query>(
  kind: ListKind<Row, Query>,
  layout: ListLayout<Row, Sort>,
  columns: readonly Column[],
  custom: CustomColumns,
  query: { sort: string; by?: string | null; descending: boolean },
  chosen: ChosenRows<Query>,
  t: Text,
  locale: Locale,
): ColDef<Row>[] {
  const { sorts } = layout;
  const orderOf = (colId: string): string | undefined => (isCustom(colId) ? colId : sorts[colId]);
  const now: string = query.by ? `custom:${query.by}` : query.sort;
  const common = (colId: string): ColDef<Row> => ({
    colId,
    headerName: custom.title(colId) ?? t(`${kind.area}:column.${colId}` as TextKey),
    sortable: colId in sorts,
    sort: orderOf(colId) === now ? (query.descending ? "desc" : "asc") : null,
    sortingOrder: ["asc", "desc", null],
    editable: kind.fields[colId] !== undefined,
    resizable: true,
    suppressHeaderMenuButton: true,
    // Letters belong to the keys of the list: typing never starts an edit, Enter and F2 do.
    suppressKeyboardEvent: ({ event, editing }) =>
      !editing && (event.key.length === 1 || event.key === "Delete" || event.key === "Backspace"),
  });
  return [
    {
      colId: "tick",
      width: 44,
      pinned: "left",
      lockPosition: true,
      resizable: false,
      sortable: false,
      suppressNavigable: true,
      cellClass: "row-tick",
      headerClass: "row-tick",
      cellRenderer: TickCell,
      cellRendererParams: { chosen, kind },
      headerComponent: tickHead,
      headerComponentParams: { chosen },
    },
    {
      ...common("name"),
      pinned: "left",
      lockPinned: true,
      width: 204,
      minWidth: 150,
      cellClass: "row-name",
      valueGetter: ({ data }) => (data ? kind.nameOf(data) : ""),
      tooltipValueGetter: ({ data }) => (data ? kind.nameOf(data) : undefined),
      ...layout.column("name", t, locale),
    },
    ...(layout.beside ?? []),
    ...columns.map(({ name, width }) => ({
      ...common(name),
      ...(custom.column<Row>(name) ?? layout.column(name, t, locale)),
      // The seller's own width holds; a column without one takes what is left.
      ...(width ? { width, flex: 0 } : {}),
    })),
  ];
}
