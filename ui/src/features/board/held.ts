import type { ComponentType } from "react";
import type { Tag } from "@/data/queries";
import type { Rows } from "@/features/list/rows";

/** A card of a board. */
export interface BoardCard {
  id: string;
  name: string;
  /** The lane it stands in. */
  stage: string;
  /** How it looks where that is not as usual. */
  kind?: string;
}

/** A column of a board. */
export interface Lane {
  id: string;
  name: string;
  colour: string;
  /** How many cards it has in all. */
  count: number;
  /** What its cards are worth, and how likely. */
  worth?: string;
  chance?: string;
  /** It is folded until the seller unfolds it. */
  folds: boolean;
  /** Something was looked for and is in it: it is not folded then, unless the seller folded it. */
  found?: boolean;
  /** A new card can be added in it, by this name of the act. */
  add?: string;
}

/** What the cards of a board are. */
export interface BoardKind<Card extends BoardCard> {
  /** The query the lanes themselves come from. */
  lanes: string;
  /** What a lane's cards are asked by. */
  key: readonly unknown[];
  cards: (lane: string, offset: number, limit: number) => Promise<Rows<Card>>;
  /** What makes them stale. */
  tags: readonly Tag[];
  /** Cards have a place among the others of their lane. */
  placed: boolean;
  Face: ComponentType<{ row: Card }>;
  /** A card in one sentence, as it is read aloud. */
  cardName: (card: Card) => string;
}

/** A card that was picked up, and where it would be put down. */
export interface Held<Card extends BoardCard = BoardCard> {
  row: Card;
  /** By the pointer, or by the keys. */
  by: "pointer" | "keys";
  /** The stage it would go to. */
  stage: string;
  /** Its place among the cards there, itself left out. */
  index: number;
}

/** The cards a column has loaded, itself left out where it is held. */
export function others<Card extends BoardCard>(rows: readonly Card[], held: string | undefined): Card[] {
  return rows.filter((row) => row.id !== held);
}

/** The card behind which one put down at a place comes; nothing = on top. */
export function behind(rows: readonly BoardCard[], held: string, index: number): string | null {
  return others(rows, held)[index - 1]?.id ?? null;
}

/** Whether putting it down there changes anything. */
export function moves(held: Held, rows: readonly BoardCard[], placed = true): boolean {
  if (held.stage !== held.row.stage) return true;
  if (!placed) return false;
  return rows.findIndex((row) => row.id === held.row.id) !== held.index;
}

/** The held card one stage further on, on top of it; where there is none, as it is. */
export function stageFurther<Card extends BoardCard>(
  held: Held<Card>,
  lanes: readonly Pick<Lane, "id">[],
  step: 1 | -1,
): Held<Card> {
  const at = lanes.findIndex((lane) => lane.id === held.stage);
  const next = lanes[at + step];
  return next ? { ...held, stage: next.id, index: 0 } : held;
}

/** The held card one place up or down among `count` others. */
export function placeFurther<Card extends BoardCard>(
  held: Held<Card>,
  count: number,
  step: 1 | -1,
): Held<Card> {
  return { ...held, index: Math.min(Math.max(held.index + step, 0), count) };
}

/** Columns of the ends are folded until the seller unfolds them. */
const KEY = "rainmaker.board.folds";

/** Which columns the seller folded or unfolded, by stage. */
export function readFolds(): Record<string, boolean> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Record<string, boolean>;
  } catch {
    return {};
  }
}

/** Remembers a fold for this window. */
export function writeFolds(folds: Record<string, boolean>): void {
  localStorage.setItem(KEY, JSON.stringify(folds));
}

/** Whether a column is folded: as the seller left it, else as it begins. */
export function isFolded(
  folds: Record<string, boolean>,
  lane: Pick<Lane, "id" | "folds" | "found">,
): boolean {
  return folds[lane.id] ?? (lane.folds && !lane.found);
}
