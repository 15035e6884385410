import type { BoardColumn, OpportunityRow, StageKindWord } from "@/data/client";

/** A card that was picked up, and where it would be put down. */
export interface Held {
  row: OpportunityRow;
  /** By the pointer, or by the keys. */
  by: "pointer" | "keys";
  /** The stage it would go to. */
  stage: string;
  /** Its place among the cards there, itself left out. */
  index: number;
}

/** The cards a column has loaded, itself left out where it is held. */
export function others(rows: readonly OpportunityRow[], held: string | undefined): OpportunityRow[] {
  return rows.filter((row) => row.id !== held);
}

/** The card behind which one put down at a place comes; nothing = on top. */
export function behind(rows: readonly OpportunityRow[], held: string, index: number): string | null {
  return others(rows, held)[index - 1]?.id ?? null;
}

/** Whether putting it down there changes anything. */
export function moves(held: Held, rows: readonly OpportunityRow[]): boolean {
  if (held.stage !== held.row.stage) return true;
  return rows.findIndex((row) => row.id === held.row.id) !== held.index;
}

/** The held card one stage further on, on top of it; where there is none, as it is. */
export function stageFurther(held: Held, columns: readonly BoardColumn[], step: 1 | -1): Held {
  const at = columns.findIndex((column) => column.stage.id === held.stage);
  const next = columns[at + step];
  return next ? { ...held, stage: next.stage.id, index: 0 } : held;
}

/** The held card one place up or down among `count` others. */
export function placeFurther(held: Held, count: number, step: 1 | -1): Held {
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

/** Whether a column is folded: ends are, unless unfolded. */
export function isFolded(
  folds: Record<string, boolean>,
  stage: { id: string; kind: StageKindWord },
): boolean {
  return folds[stage.id] ?? stage.kind !== "open";
}
