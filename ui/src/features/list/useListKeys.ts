import type { GridApi } from "ag-grid-community";
import {
  ArrowDown,
  ArrowUp,
  ChevronsUpDown,
  ListChecks,
  PanelRight,
  Plus,
  Search,
  SquareCheck,
  X,
} from "lucide-react";
import type { RefObject } from "react";
import { type Command, useCommands } from "@/features/palette/registry";
import type { ChosenRows } from "./chosen";
import { isHead } from "./groups/grouped";
import type { ListKind, ListRow } from "./kind";
import { tick, tickScreen } from "./TickCell";

interface ListKeys<Row extends ListRow, Query> {
  kind: ListKind<Row, Query>;
  api: GridApi<Row> | undefined;
  chosen: ChosenRows<Query>;
  search: RefObject<HTMLInputElement | null>;
  /** The row in the side panel. */
  panel: string | undefined;
  open: (id: string | undefined) => void;
  onNew: () => void;
  /** Its rows are shown: another form of them has keys of its own. */
  rows: boolean;
  /** Folds or unfolds a group. */
  onFold: (key: string) => void;
}

const newWords = {
  people: "palette:words.newPerson",
  companies: "palette:words.newCompany",
  opportunities: "palette:words.newOpportunity",
} as const;

/** Moves the cursor row by so many rows, and shows it. */
function move<Row>(api: GridApi<Row>, by: number): Row | undefined {
  const cell = api.getFocusedCell();
  const last = api.getDisplayedRowCount() - 1;
  const row = cell ? Math.min(Math.max(cell.rowIndex + by, 0), last) : 0;
  if (last < 0) return undefined;
  api.ensureIndexVisible(row);
  api.setFocusedCell(row, cell?.column ?? "name");
  return api.getDisplayedRowAtIndex(row)?.data;
}

function lineInHand<Row>(api: GridApi<Row> | undefined): Row | undefined {
  const cell = api?.getFocusedCell();
  return cell ? api?.getDisplayedRowAtIndex(cell.rowIndex)?.data : undefined;
}

function inHand<Row>(api: GridApi<Row> | undefined): Row | undefined {
  const line = lineInHand(api);
  return isHead(line) ? undefined : line;
}

/** j, k, x, Enter, Esc and the other keys of the list, registered so that the sheet of keys shows them. */
export function useListKeys<Row extends ListRow, Query>({
  kind,
  api,
  chosen,
  search,
  panel,
  open,
  onNew,
  onFold,
  rows,
}: ListKeys<Row, Query>): void {
  const { area } = kind;
  const onName = () => {
    const column = api?.getFocusedCell()?.column.getColId();
    return document.activeElement?.closest(".ag-root") == null || column === "name" || column === "channel";
  };
  const extend = (by: number) => {
    if (!api) return;
    const from = inHand(api);
    const to = move(api, by);
    const ids = [from, to].flatMap((row) => (row && !isHead(row) ? [row.id] : []));
    void tick(kind, chosen, ids, true);
  };
  const ofRows: Command[] = [
    {
      id: `${area}.next`,
      title: "list:key.next",
      group: "list",
      icon: ArrowDown,
      keys: "j",
      unlisted: true,
      run: () => api && move(api, 1),
    },
    {
      id: `${area}.previous`,
      title: "list:key.previous",
      group: "list",
      icon: ArrowUp,
      keys: "k",
      unlisted: true,
      run: () => api && move(api, -1),
    },
    {
      id: `${area}.tick`,
      title: "list:key.tick",
      group: "list",
      icon: SquareCheck,
      keys: "x",
      unlisted: true,
      run: () => {
        const row = inHand(api);
        if (row) void tick(kind, chosen, [row.id], !chosen.has(row.id));
      },
    },
    {
      id: `${area}.extendDown`,
      title: "list:key.extendDown",
      group: "list",
      icon: ArrowDown,
      keys: "shift+arrowdown",
      unlisted: true,
      run: () => extend(1),
    },
    {
      id: `${area}.extendUp`,
      title: "list:key.extendUp",
      group: "list",
      icon: ArrowUp,
      keys: "shift+arrowup",
      unlisted: true,
      run: () => extend(-1),
    },
    {
      id: `${area}.tickScreen`,
      title: "list:tickScreen",
      group: "list",
      icon: ListChecks,
      keys: "mod+a",
      run: () => api && tickScreen(api, chosen),
    },
    {
      id: `${area}.open`,
      title: `${area}:key.open`,
      group: "list",
      icon: PanelRight,
      keys: "enter",
      unlisted: true,
      when: () => inHand(api) !== undefined && onName() && !panel,
      run: () => open(inHand(api)?.id),
    },
    {
      id: `${area}.fold`,
      title: "list:groups.fold",
      group: "list",
      icon: ChevronsUpDown,
      keys: "enter",
      unlisted: true,
      when: () => isHead(lineInHand(api)),
      run: () => {
        const line: unknown = lineInHand(api);
        if (isHead(line)) onFold(line.group.key);
      },
    },
    {
      id: `${area}.close`,
      title: "list:key.close",
      group: "list",
      icon: X,
      keys: "escape",
      unlisted: true,
      when: () => panel !== undefined || chosen.count() > 0,
      run: () => {
        if (!panel) chosen.clear();
        else {
          open(undefined);
          const cell = api?.getFocusedCell();
          if (cell) setTimeout(() => api?.setFocusedCell(cell.rowIndex, cell.column), 0);
        }
      },
    },
  ];
  useCommands([
    ...(rows ? ofRows : []),
    {
      id: `${area}.search`,
      title: "list:search",
      group: "list",
      icon: Search,
      keys: ["/", "mod+f"],
      run: () => search.current?.focus(),
    },
    {
      id: `${area}.new`,
      title: `${area}:new`,
      also: newWords[area],
      group: "act",
      icon: Plus,
      keys: "n",
      run: onNew,
    },
  ]);
}
