import { useElementSize } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CellEditRequestEvent, ColDef, GridApi, IRowNode, SortChangedEvent } from "ag-grid-community";
import { type ClipboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { PeopleQuery, PersonRow, PersonSort } from "@/data/client";
import { read } from "@/data/queries";
import { sayError } from "@/data/say";
import { Grid } from "@/design/Grid";
import { toast } from "@/design/toast";
import { useLocale, useText } from "@/i18n";
import {
  AddedCell,
  ChannelCell,
  ChannelHead,
  LastContactCell,
  NameCell,
  NextCell,
  StatusCell,
} from "./cells";
import { type ChosenPeople, useChosen } from "./chosen";
import { type ColumnName, fitting, useColumns } from "./columns";
import { fieldOf, pasteValues, saveValue } from "./edits";
import css from "./people.module.css";
import { peopleRows } from "./rows";
import { TickCell, TickHead } from "./TickCell";
import { fullName, statuses } from "./words";

const sortOf: Partial<Record<string, PersonSort>> = {
  name: "name",
  company: "company",
  status: "status",
  lastContact: "last_contact",
  added: "added",
};

interface PeopleGridProps {
  query: PeopleQuery;
  matching: number | undefined;
  chosen: ChosenPeople;
  /** The person in the side panel, if it is open. */
  open: string | undefined;
  onOpen: (id: string) => void;
  /** The cursor moved to another person. */
  onCursor: (row: PersonRow) => void;
  onSort: (sort: PersonSort, down: boolean) => void;
  onReady: (api: GridApi<PersonRow>) => void;
}

/** The people list: pages of one query, cursor row, ticks, edit in place. */
export function PeopleGrid({
  query,
  matching,
  chosen,
  open,
  onOpen,
  onCursor,
  onSort,
  onReady,
}: PeopleGridProps) {
  const t = useText();
  const locale = useLocale();
  const client = useQueryClient();
  const { ref, width } = useElementSize();
  const [api, setApi] = useState<GridApi<PersonRow>>();
  const columns = fitting(useColumns(), width || 1000);
  const shown = columns.join(",");
  const ticked = useChosen(chosen);

  // The question decides the rows; a change of the desk only refreshes the pages in sight.
  const question = JSON.stringify(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the query's content
  const source = useMemo(
    () => peopleRows(query, (error) => toast({ words: sayError(error), tone: "warn" })),
    [question],
  );
  const revision = useQuery({
    ...read(["people_revision"], ["people", "outbox", "followups", "linkedin"], async () => ({
      status: "ok" as const,
      data: Date.now(),
    })),
    placeholderData: keepPreviousData,
  }).data;
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision refreshes the pages
  useEffect(() => {
    if (first.current) first.current = false;
    else api?.refreshInfiniteCache();
  }, [revision]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question starts from its own count
  useEffect(() => {
    if (api && matching !== undefined) api.setRowCount(matching, true);
  }, [api, matching, source]);

  const paint = useCallback(() => {
    if (!api || api.isDestroyed()) return;
    const on: IRowNode<PersonRow>[] = [];
    const off: IRowNode<PersonRow>[] = [];
    api.forEachNode((node) => {
      if (node.data) (chosen.has(node.data.id) ? on : off).push(node);
    });
    api.setNodesSelected({ nodes: on, newValue: true });
    api.setNodesSelected({ nodes: off, newValue: false });
  }, [api, chosen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: painted again whenever the ticks change
  useEffect(paint, [paint, ticked]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: column definitions follow the shown columns and the language
  const definitions = useMemo(
    () => columnsOf(columns, query, chosen, t),
    [shown, locale, chosen, query.sort, query.descending],
  );

  const onPaste = (event: ClipboardEvent) => {
    const cell = api?.getFocusedCell();
    const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea");
    if (!api || !cell || typing) return;
    event.preventDefault();
    const editable = ["name", ...columns].filter((name) => fieldOf(name) !== undefined);
    void pasteValues(
      api,
      event.clipboardData.getData("text/plain"),
      { row: cell.rowIndex, column: cell.column.getColId() },
      editable,
    );
  };

  return (
    <div className={css.grid} ref={ref} onPaste={onPaste}>
      <div className={css.cells} data-any={chosen.count() > 0 || undefined}>
        <Grid<PersonRow>
          columnDefs={definitions}
          datasource={source}
          getRowId={({ data }) => data.id}
          rowSelection={{
            mode: "multiRow",
            checkboxes: false,
            headerCheckbox: false,
            enableClickSelection: false,
          }}
          readOnlyEdit
          tooltipShowMode="whenTruncated"
          onGridReady={(event) => {
            setApi(event.api);
            onReady(event.api);
          }}
          onModelUpdated={paint}
          onSortChanged={(event: SortChangedEvent<PersonRow>) => {
            const column = event.api.getColumnState().find((state) => state.sort);
            const sort = sortOf[column?.colId ?? "name"] ?? "name";
            onSort(sort, column?.sort === "desc");
          }}
          onCellFocused={(event) => {
            const row =
              event.rowIndex === null ? undefined : event.api.getDisplayedRowAtIndex(event.rowIndex)?.data;
            if (row) onCursor(row);
          }}
          onCellClicked={(event) => {
            if (event.data && (event.column.getColId() === "name" || open)) onOpen(event.data.id);
          }}
          onCellEditRequest={(event: CellEditRequestEvent<PersonRow>) => void saveValue(event, client)}
        />
      </div>
    </div>
  );
}

function columnsOf(
  columns: readonly ColumnName[],
  query: PeopleQuery,
  chosen: ChosenPeople,
  t: ReturnType<typeof useText>,
): ColDef<PersonRow>[] {
  const all: Record<ColumnName, ColDef<PersonRow>> = {
    title: { field: "title", flex: 1.2, minWidth: 120 },
    company: { field: "company", flex: 1, minWidth: 120 },
    status: {
      field: "status",
      width: 118,
      cellClass: "person-status",
      cellRenderer: StatusCell,
      cellEditor: "agSelectCellEditor",
      cellEditorParams: { values: statuses },
      valueFormatter: ({ value }) => (value ? t(`people:status.${value as PersonRow["status"]}`) : ""),
    },
    email: { field: "email", flex: 1.4, minWidth: 160 },
    phone: { field: "phone", width: 130 },
    location: { field: "location", flex: 1, minWidth: 110 },
    lastContact: { colId: "lastContact", width: 84, cellRenderer: LastContactCell },
    next: { colId: "next", flex: 1.3, minWidth: 130, cellRenderer: NextCell },
    added: { colId: "added", width: 92, cellRenderer: AddedCell },
  };
  const common = (colId: string): ColDef<PersonRow> => ({
    colId,
    headerName: t(`people:column.${colId}` as "people:column.name"),
    sortable: colId in sortOf,
    sort:
      sortOf[colId] === query.sort && (query.sort !== "name" || query.descending)
        ? query.descending
          ? "desc"
          : "asc"
        : null,
    sortingOrder: ["asc", "desc", null],
    editable: fieldOf(colId) !== undefined,
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
      cellClass: "person-tick",
      headerClass: "person-tick",
      cellRenderer: TickCell,
      cellRendererParams: { chosen },
      headerComponent: TickHead,
      headerComponentParams: { chosen },
    },
    {
      ...common("name"),
      pinned: "left",
      lockPinned: true,
      width: 204,
      minWidth: 150,
      cellClass: "person-name",
      cellRenderer: NameCell,
      valueGetter: ({ data }) => (data ? fullName(data) : ""),
      tooltipValueGetter: ({ data }) => (data ? fullName(data) : undefined),
    },
    {
      colId: "channel",
      width: 36,
      resizable: false,
      sortable: false,
      headerComponent: ChannelHead,
      cellRenderer: ChannelCell,
    },
    ...columns.map((name) => ({ ...common(name), ...all[name] })),
  ];
}
