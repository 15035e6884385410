import type { Found } from "./rank";

/** What was run in this window, newest first; forgotten when it closes. */
let recent: string[] = [];

/** Notes that a command was run from the palette. */
export function remember(id: string): void {
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, 5);
}

/** Commands run lately come first within their group. */
export function recentFirst(found: readonly Found[]): Found[] {
  const place = (row: Found) => {
    const index = recent.indexOf(row.command.id);
    return index < 0 ? recent.length : index;
  };
  return [...found].sort((one, two) => place(one) - place(two));
}
