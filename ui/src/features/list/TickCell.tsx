import type { GridApi, ICellRendererParams, IHeaderParams } from "ag-grid-community";
import { useRef } from "react";
import { cx } from "@/design/cx";
import { useText } from "@/i18n";
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
export function TickCell<Row extends ListRow, Query>({
  data,
  node,
  api,
  chosen,
  kind,
}: ICellRendererParams<Row> & Ticking<Row, Query>) {
  const t = useText();
  useChosen(chosen);
  if (!data) return null;
  const index = node.rowIndex ?? 0;
  return (
    <span className={css.cell}>
      <input
        type="checkbox"
        className={cx(css.tick, css.tickIdle)}
        tabIndex={-1}
        aria-label={t("list:tick", { name: kind.nameOf(data) })}
        checked={chosen.has(data.id)}
        onChange={() => {}}
        onClick={(event) => {
          const on = !chosen.has(data.id);
          const ids = [data.id];
          if (event.shiftKey && anchor !== undefined) {
            for (let row = Math.min(anchor, index); row <= Math.max(anchor, index); row++) {
              const other = api.getDisplayedRowAtIndex(row)?.data;
              if (other && !isHead(other)) ids.push(other.id);
            }
          }
          anchor = index;
          void tick(kind, chosen, ids, on);
        }}
      />
    </span>
  );
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
