import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Move, PanelRight, X } from "lucide-react";
import { type Command, useCommands } from "@/features/palette/registry";
import { type BoardCard, type Held, type Lane, others, placeFurther, stageFurther } from "./held";

interface BoardKeys<Card extends BoardCard> {
  lanes: readonly Lane[];
  placed: boolean;
  rowsOf: (stage: string) => readonly Card[];
  folded: (lane: Lane) => boolean;
  held: Held<Card> | undefined;
  setHeld: (held: Held<Card> | undefined) => void;
  drop: (held: Held<Card>) => void;
  giveBack: () => void;
  cursor: string | undefined;
  setCursor: (id: string) => void;
  open: (id: string | undefined) => void;
  inHand: string | undefined;
}

/** Puts the focus on a card once it is drawn. */
export function focusCard(id: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }),
  );
}

/** j, k and the arrows go from card to card; m picks one up, then the arrows carry it, Enter puts it down, Esc gives it back. */
export function useBoardKeys<Card extends BoardCard>(board: BoardKeys<Card>): void {
  const { lanes, rowsOf, held, setHeld, cursor } = board;
  const found = () => {
    for (const lane of lanes) {
      const rows = rowsOf(lane.id);
      const index = rows.findIndex((row) => row.id === cursor);
      if (index >= 0) return { lane, rows, index, row: rows[index] as Card };
    }
    return undefined;
  };
  const go = (row: Card | undefined) => {
    if (!row) return;
    board.setCursor(row.id);
    focusCard(row.id);
    if (board.inHand) board.open(row.id);
  };
  const vertical = (step: 1 | -1) => {
    if (held) {
      if (board.placed) setHeld(placeFurther(held, others(rowsOf(held.stage), held.row.id).length, step));
      return;
    }
    const here = found();
    go(here ? here.rows[here.index + step] : firstCard());
  };
  const firstCard = () => lanes.map((lane) => rowsOf(lane.id)[0]).find((row) => row !== undefined);
  const sideways = (step: 1 | -1) => {
    if (held) {
      setHeld(stageFurther(held, lanes, step));
      return;
    }
    const here = found();
    if (!here) return go(firstCard());
    let at = lanes.indexOf(here.lane) + step;
    while (lanes[at]) {
      const lane = lanes[at] as Lane;
      const rows = rowsOf(lane.id);
      if (!board.folded(lane) && rows.length > 0) return go(rows[Math.min(here.index, rows.length - 1)]);
      at += step;
    }
  };
  const onCards = () =>
    document.activeElement === document.body ||
    document.activeElement?.closest("[data-board], main") !== null;
  const holding = () => held?.by === "keys";
  const key = (
    id: string,
    keys: string | readonly string[],
    title: Command["title"],
    icon: Command["icon"],
    run: () => void,
    when: () => boolean = onCards,
  ): Command => ({ id: `board.${id}`, title, group: "list", icon, keys, unlisted: true, when, run });
  useCommands([
    key("down", ["j", "arrowdown"], "list:key.next", ArrowDown, () => vertical(1)),
    key("up", ["k", "arrowup"], "list:key.previous", ArrowUp, () => vertical(-1)),
    key("right", "arrowright", "opportunities:keys.next", ArrowRight, () => sideways(1)),
    key("left", "arrowleft", "opportunities:keys.previous", ArrowLeft, () => sideways(-1)),
    {
      id: "board.move",
      title: "opportunities:keys.move",
      group: "list",
      icon: Move,
      keys: "m",
      when: () => !held && found() !== undefined,
      run: () => {
        const here = found();
        if (here) setHeld({ row: here.row, by: "keys", stage: here.lane.id, index: here.index });
      },
    },
    key("drop", "enter", "opportunities:keys.drop", Move, () => held && board.drop(held), holding),
    key("back", "escape", "opportunities:keys.back", X, board.giveBack, holding),
    key(
      "open",
      "enter",
      "opportunities:key.open",
      PanelRight,
      () => board.open(cursor),
      () => {
        // A card that was carried is drawn anew and has lost the focus; a button keeps its own Enter.
        const focused = document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card;
        const nowhere = document.activeElement === document.body;
        return !held && cursor !== undefined && (nowhere || focused === cursor);
      },
    ),
    key(
      "close",
      "escape",
      "list:key.close",
      X,
      () => board.open(undefined),
      () => !held && board.inHand !== undefined,
    ),
  ]);
}
