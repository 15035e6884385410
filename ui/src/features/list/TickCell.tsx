import type { GridApi, ICellRendererComp, ICellRendererParams, IHeaderParams } from "ag-grid-community";
import { useRef } from "react";
import { cx } from "@/design/cx";
import { text, useText } from "@/i18n";
import { type ChosenRows, useChosen } from "./chosen";
import { isHead } from "./groups/grouped";
import type { ListKind, ListRow } from "./kind";
import css from "./list.module.css";

interface Ticking<Row extends ListRow, Query> {
  chosen: ChosenRows<Query>;
  kind: ListKind<Row, Query>;
}

/** Index of the box ticked last, where a range begins. */
let anchor: number | undefined;

/** The box of a row; with Shift it ticks everything from the box ticked before. */
export class TickCell<Row extends ListRow, Query> implements ICellRendererComp<Row> {
  readonly #place = document.createElement("span");
  #forget: (() => void) | undefined;

  init({ data, node, api, chosen, kind }: ICellRendererParams<Row> & Ticking<Row, Query>): void {
    this.#place.className = css.cell ?? "";
    if (!data) return;
    const box = document.createElement("input");
    box.type = "checkbox";
    box.className = cx(css.tick, css.tickIdle);
    box.tabIndex = -1;
    box.setAttribute("aria-label", text("list:tick", { name: kind.nameOf(data) }));
    const show = () => {
      box.checked = chosen.has(data.id);
    };
    show();
    box.addEventListener("click", (event) => {
      const ids = event.shiftKey ? between(api, anchor, node.rowIndex ?? 0) : [];
      anchor = node.rowIndex ?? 0;
      void tick(kind, chosen, [data.id, ...ids], !chosen.has(data.id)).finally(show);
    });
    this.#forget = chosen.subscribe(show);
    this.#place.append(box);
  }

  getGui(): HTMLElement {
    return this.#place;
  }

  refresh(): boolean {
    return false;
  }

  destroy(): void {
    this.#forget?.();
  }
}

/** Ids of the rows from one index to another, as far as they have been fetched. */
function between<Row extends ListRow>(api: GridApi<Row>, from: number | undefined, to: number): string[] {
  if (from === undefined) return [];
  const ids: string[] = [];
  for (let row = Math.min(from, to); row <= Math.max(from, to); row++) {
    const data = api.getDisplayedRowAtIndex(row)?.data;
    if (data && !isHead(data)) ids.push(data.id);
  }
  return ids;
}

/** Ticks or unticks; taking one out of "all that match" first names the others. */
export async function tick<Row extends ListRow, Query>(
  kind: ListKind<Row, Query>,
  chosen: ChosenRows<Query>,
  ids: readonly string[],
  on: boolean,
): Promise<void> {
  const now = chosen.get();
  if (now.kind === "all") {
    if (on) return;
    chosen.replace(await kind.ids(now.query));
  }
  chosen.set(ids, on);
}

/** The box of the head: ticks the rows on screen, or unticks all; half when only some are ticked. */
export function TickHead<Row extends ListRow, Query>({
  api,
  chosen,
}: IHeaderParams<Row> & Pick<Ticking<Row, Query>, "chosen">) {
  const t = useText();
  const box = useRef<HTMLInputElement>(null);
  const now = useChosen(chosen);
  const some = chosen.count() > 0;
  return (
    <input
      ref={(element) => {
        box.current = element;
        if (element) element.indeterminate = some && now.kind === "some";
      }}
      type="checkbox"
      className={css.tick}
      aria-label={t(some ? "list:untickAll" : "list:tickScreen")}
      checked={now.kind === "all"}
      onChange={() => (some ? chosen.clear() : tickScreen(api, chosen))}
    />
  );
}

/** Ticks every row that has been fetched. */
export function tickScreen<Row extends ListRow, Query>(api: GridApi<Row>, chosen: ChosenRows<Query>): void {
  const ids: string[] = [];
  api.forEachNode((node) => {
    if (node.data && !isHead(node.data)) ids.push(node.data.id);
  });
  chosen.set(ids, true);
}
