import { type PointerEvent as PointerDown, useCallback, useEffect, useRef } from "react";
import { CARD } from "./Column";
import { type BoardCard, type Held, others } from "./held";

/** Pixels the pointer goes before a press becomes a drag. */
const THRESHOLD = 6;
/** How near to an edge the board scrolls along, and by how much. */
const EDGE = 48;
const SPEED = 14;

interface PointerDrag<Card extends BoardCard> {
  held: Held<Card> | undefined;
  setHeld: (held: Held<Card> | undefined) => void;
  drop: (held: Held<Card>) => void;
  giveBack: () => void;
  rowsOf: (stage: string) => readonly Card[];
}

/** Where the pointer is: over which stage, and at which place among its cards. */
function placeAt<Card extends BoardCard>(
  x: number,
  y: number,
  held: Held<Card>,
  rowsOf: PointerDrag<Card>["rowsOf"],
): Held<Card> {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-stage]");
  const stage = column?.dataset.stage;
  if (!column || !stage) return held;
  const cards = column.querySelector<HTMLElement>("[data-cards]");
  if (!cards) return stage === held.stage ? held : { ...held, stage, index: 0 };
  const down = y - cards.getBoundingClientRect().top + cards.scrollTop;
  const count = others(rowsOf(stage), held.row.id).length;
  const index = Math.min(Math.max(Math.floor(down / CARD), 0), count);
  return stage === held.stage && index === held.index ? held : { ...held, stage, index };
}

/** Scrolls what the pointer is at the edge of. */
function scrollAlong(x: number, y: number): void {
  const at = document.elementFromPoint(x, y);
  const cards = at?.closest("[data-stage]")?.querySelector<HTMLElement>("[data-cards]");
  if (cards) {
    const { top, bottom } = cards.getBoundingClientRect();
    if (y < top + EDGE) cards.scrollTop -= SPEED;
    else if (y > bottom - EDGE) cards.scrollTop += SPEED;
  }
  const board = document.querySelector<HTMLElement>("[data-board]");
  if (board) {
    const { left, right } = board.getBoundingClientRect();
    if (x < left + EDGE) board.scrollLeft -= SPEED;
    else if (x > right - EDGE) board.scrollLeft += SPEED;
  }
}

/**
 * Dragging by the pointer: the card follows as a ghost, its place opens where it would land, Esc gives it back. Not the browser's own drag, which the
 * window keeps for files.
 */
export function usePointerDrag<Card extends BoardCard>({
  held,
  setHeld,
  drop,
  giveBack,
  rowsOf,
}: PointerDrag<Card>) {
  const ghost = useRef<HTMLDivElement>(null);
  const latest = useRef({ held, drop, giveBack });
  latest.current = { held, drop, giveBack };
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const onPick = useCallback(
    (event: PointerDown, row: Card) => {
      if (event.button !== 0 || latest.current.held) return;
      const from = { x: event.clientX, y: event.clientY };
      const card = event.currentTarget.getBoundingClientRect();
      const grip = { x: from.x - card.left, y: from.y - card.top };
      let now: Held<Card> | undefined;
      let at = from;
      let frame = 0;
      const follow = () => {
        if (ghost.current) {
          ghost.current.style.width = `${card.width}px`;
          ghost.current.style.transform = `translate(${at.x - grip.x}px, ${at.y - grip.y}px)`;
        }
        scrollAlong(at.x, at.y);
        frame = requestAnimationFrame(follow);
      };
      const end = () => {
        cancelAnimationFrame(frame);
        window.removeEventListener("pointermove", onMove);
        window.removeEventListener("pointerup", onUp);
        window.removeEventListener("pointercancel", onCancel);
        window.removeEventListener("keydown", onKey, true);
        stop.current = undefined;
      };
      const onMove = (moved: PointerEvent) => {
        at = { x: moved.clientX, y: moved.clientY };
        if (!now) {
          if (Math.hypot(at.x - from.x, at.y - from.y) < THRESHOLD) return;
          const index = rowsOf(row.stage).findIndex((one) => one.id === row.id);
          now = { row, by: "pointer", stage: row.stage, index: Math.max(index, 0) };
          setHeld(now);
          frame = requestAnimationFrame(follow);
        }
        const next = placeAt(at.x, at.y, now, rowsOf);
        if (next !== now) {
          now = next;
          setHeld(next);
        }
      };
      const onUp = () => {
        end();
        if (now) {
          // The click that ends a drag opens nothing.
          window.addEventListener("click", (click) => click.stopPropagation(), { capture: true, once: true });
          latest.current.drop(now);
        }
      };
      const onCancel = () => {
        end();
        if (now) latest.current.giveBack();
      };
      const onKey = (key: KeyboardEvent) => {
        if (key.key !== "Escape") return;
        key.stopPropagation();
        onCancel();
      };
      stop.current = end;
      window.addEventListener("pointermove", onMove);
      window.addEventListener("pointerup", onUp);
      window.addEventListener("pointercancel", onCancel);
      window.addEventListener("keydown", onKey, true);
    },
    [rowsOf, setHeld],
  );
  return { onPick, ghost };
}
