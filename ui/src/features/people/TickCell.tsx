import type { ICellRendererParams, IHeaderParams } from "ag-grid-community";
import { useRef } from "react";
import { ask } from "@/data/ask";
import { commands, type PersonRow } from "@/data/client";
import { cx } from "@/design/cx";
import { useText } from "@/i18n";
import { type ChosenPeople, useChosen } from "./chosen";
import css from "./people.module.css";
import { fullName } from "./words";

/** Index of the box ticked last, where a range begins. */
let anchor: number | undefined;

/** The box of a row; with Shift it ticks everything from the box ticked before. */
export function TickCell({
  data,
  node,
  api,
  chosen,
}: ICellRendererParams<PersonRow> & { chosen: ChosenPeople }) {
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
        aria-label={t("people:tick", { name: fullName(data) })}
        checked={chosen.has(data.id)}
        onChange={() => {}}
        onClick={(event) => {
          const on = !chosen.has(data.id);
          const ids = [data.id];
          if (event.shiftKey && anchor !== undefined) {
            for (let row = Math.min(anchor, index); row <= Math.max(anchor, index); row++) {
              const other = api.getDisplayedRowAtIndex(row)?.data;
              if (other) ids.push(other.id);
            }
          }
          anchor = index;
          void tick(chosen, ids, on);
        }}
      />
    </span>
  );
}

/** Ticks or unticks; taking one out of "all that match" first names the others. */
export async function tick(chosen: ChosenPeople, ids: readonly string[], on: boolean): Promise<void> {
  const now = chosen.get();
  if (now.kind === "all") {
    if (on) return;
    const everyone = await ask(commands.peopleIds(now.query));
    chosen.replace(everyone.ids);
  }
  chosen.set(ids, on);
}

/** The box of the head: ticks the rows on screen, or unticks all; half when only some are ticked. */
export function TickHead({ api, chosen }: IHeaderParams<PersonRow> & { chosen: ChosenPeople }) {
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
      aria-label={t(some ? "people:untickAll" : "people:tickScreen")}
      checked={now.kind === "all"}
      onChange={() => (some ? chosen.clear() : tickScreen(api, chosen))}
    />
  );
}

/** Ticks every row that has been fetched. */
export function tickScreen(api: IHeaderParams<PersonRow>["api"], chosen: ChosenPeople): void {
  const ids: string[] = [];
  api.forEachNode((node) => {
    if (node.data) ids.push((node.data as PersonRow).id);
  });
  chosen.set(ids, true);
}
