/** Columns a block may be pasted into, in the order they stand on the screen. */
export type PasteColumn = string;

/** One value to write. */
export interface PastedCell {
  row: number;
  column: PasteColumn;
  value: string;
}

/** A pasted block as rows of cells: tabs between cells, lines between rows, as every spreadsheet copies; quoted cells may hold both. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const normal = text.replace(/\r\n?/g, "\n");
  for (let index = 0; index < normal.length; index++) {
    const letter = normal[index];
    if (quoted) {
      if (letter === '"' && normal[index + 1] === '"') {
        cell += '"';
        index++;
      } else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === "\t" || letter === "\n") {
      rows[rows.length - 1]?.push(cell.trim());
      cell = "";
      if (letter === "\n") rows.push([]);
    } else cell += letter;
  }
  rows[rows.length - 1]?.push(cell.trim());
  const last = rows[rows.length - 1];
  if (last && last.length === 1 && last[0] === "") rows.pop();
  return rows;
}

/** Where the cells of a block land from a starting cell; what falls outside the editable columns or the list is counted, not written. */
export function placeBlock(
  block: readonly string[][],
  start: { row: number; column: PasteColumn },
  columns: readonly PasteColumn[],
  rowCount: number,
): { cells: PastedCell[]; outside: number } {
  const first = columns.indexOf(start.column);
  const cells: PastedCell[] = [];
  let outside = 0;
  block.forEach((values, down) => {
    values.forEach((value, right) => {
      const column = first < 0 ? undefined : columns[first + right];
      if (column === undefined || start.row + down >= rowCount) outside++;
      else cells.push({ row: start.row + down, column, value });
    });
  });
  return { cells, outside };
}
