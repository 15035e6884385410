import {
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  createGrid,
  EventApiModule,
  type GetLocaleTextParams,
  type GridApi,
  type GridOptions,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  SelectEditorModule,
  TextEditorModule,
  TooltipModule,
} from "ag-grid-community";
import i18next from "i18next";
import { memo, useEffect, useRef, useState } from "react";
import { text, useLocale } from "@/i18n";
import { styleNonce } from "@/platform/nonce";
import css from "./Grid.module.css";
import { gridTheme } from "./gridTheme";
import { rowHeights, useDensity } from "./look";

ModuleRegistry.registerModules([
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  SelectEditorModule,
  TextEditorModule,
  TooltipModule,
]);

/** What a screen reader hears, in the seller's language; texts we do not have stay the grid's. */
function localeText({ key, defaultValue }: GetLocaleTextParams): string {
  const known = `common:grid.${key}`;
  return i18next.exists(known) ? text(known as "common:grid.ariaSortableColumn") : defaultValue;
}

/** Where bars lie over what they scroll, the grid's own one still needs a place, in pixels. */
const OVERLAY = 8;

/** Width the window's own bars take from what they scroll; the grid would guess, and keep a wide white strip. */
function barWidth(): number {
  const box = document.createElement("div");
  Object.assign(box.style, {
    position: "absolute",
    visibility: "hidden",
    overflow: "scroll",
    width: "100px",
  });
  box.style.setProperty("scrollbar-width", "thin");
  document.body.append(box);
  const width = box.offsetWidth - box.clientWidth;
  box.remove();
  return width;
}

/** Marks a grid whose columns do not all fit: those that are not kept in place go sideways. */
function markWide(place: HTMLElement, grid: GridApi): void {
  // It is told of changes a moment later, when it may be gone.
  if (grid.isDestroyed()) return;
  const { left, right } = grid.getHorizontalPixelRange();
  const moving = grid.getAllDisplayedColumns().filter((column) => !column.isPinned());
  const width = moving.reduce((sum, column) => sum + column.getActualWidth(), 0);
  place.toggleAttribute("data-wide", width > right - left);
}

/**
 * The data grid in our look: pages from the core, row height from the density, editing by Enter, F2 or double click only. Cells are
 * plain elements, see `plain`. Only the columns may change while it stands.
 */
export const Grid = memo(OurGrid) as typeof OurGrid;

function OurGrid<Row>(props: GridOptions<Row>) {
  const { columnDefs } = props;
  const density = useDensity();
  const locale = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const grid = useRef<GridApi<Row>>(undefined);
  const [bar] = useState(barWidth);

  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are read once when a grid is made, and cells speak the language they were drawn in
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const { row, head } = rowHeights[density];
    const made = createGrid<Row>(element, {
      theme: gridTheme,
      styleNonce: styleNonce(),
      rowModelType: "infinite",
      rowHeight: row,
      headerHeight: head,
      scrollbarWidth: bar || OVERLAY,
      // Its place is kept from the start: columns that filled the grid before it came would leave a bar across the foot.
      alwaysShowVerticalScroll: true,
      maxConcurrentDatasourceRequests: 2,
      // Rows drawn beyond the edges: enough for the wheel, and each is drawn anew when something else is asked.
      rowBuffer: 4,
      // The list says itself that nothing is there.
      suppressNoRowsOverlay: true,
      suppressMultiSort: true,
      suppressColumnVirtualisation: false,
      suppressDragLeaveHidesColumns: true,
      stopEditingWhenCellsLoseFocus: true,
      tooltipShowDelay: 400,
      getLocaleText: localeText,
      ...props,
    });
    grid.current = made;
    for (const name of ["displayedColumnsChanged", "columnResized", "gridSizeChanged"] as const)
      made.addEventListener(name, () => markWide(element, made));
    return () => {
      grid.current = undefined;
      made.destroy();
    };
  }, [density, locale]);

  const told = useRef(columnDefs);
  useEffect(() => {
    if (told.current === columnDefs) return;
    told.current = columnDefs;
    grid.current?.setGridOption("columnDefs", columnDefs);
  }, [columnDefs]);
  return <div className={css.grid} ref={place} />;
}
