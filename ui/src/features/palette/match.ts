/** How a text answers a query: the higher the better, with the stretches to mark. */
export interface Match {
  score: number;
  marks: ReadonlyArray<readonly [start: number, end: number]>;
}

/** Letters without case or accent, one for one, so that positions stay those of the text. */
function fold(text: string): string[] {
  return [...text].map((letter) => (letter.normalize("NFD")[0] ?? letter).toLowerCase());
}

/**
 * Finds a query in a text: at its start, at the start of a word, anywhere, or as letters in order within words that begin with them.
 * Case and accents do not matter; an empty query answers everything.
 */
export function match(query: string, text: string): Match | undefined {
  const wanted = fold(query.trim());
  if (wanted.length === 0) return { score: 0, marks: [] };
  const letters = fold(text);
  const whole = find(letters, wanted, 0);
  if (whole >= 0) {
    const atWord = wordStart(letters, whole);
    const at = atWord ? whole : wordAt(letters, wanted);
    const start = at >= 0 ? at : whole;
    const score = start === 0 ? 100 : wordStart(letters, start) ? 80 : 60;
    return { score: score - letters.length / 100, marks: [[start, start + wanted.length]] };
  }
  return words(wanted, letters) ?? scattered(wanted, letters);
}

function find(letters: string[], wanted: string[], from: number): number {
  for (let start = from; start + wanted.length <= letters.length; start++) {
    if (wanted.every((letter, index) => letters[start + index] === letter)) return start;
  }
  return -1;
}

function wordStart(letters: string[], index: number): boolean {
  return index === 0 || !/[\p{L}\d]/u.test(letters[index - 1] ?? "");
}

function wordAt(letters: string[], wanted: string[]): number {
  let at = find(letters, wanted, 0);
  while (at >= 0 && !wordStart(letters, at)) at = find(letters, wanted, at + 1);
  return at;
}

/** Several words, each found somewhere: "export people" answers "Export these people". */
function words(wanted: string[], letters: string[]): Match | undefined {
  const parts = wanted.join("").split(/\s+/).filter(Boolean);
  if (parts.length < 2) return undefined;
  const marks: Array<[number, number]> = [];
  for (const part of parts) {
    const at = wordAt(letters, [...part]);
    if (at < 0) return undefined;
    marks.push([at, at + part.length]);
  }
  marks.sort(([one], [other]) => one - other);
  return { score: 50 - letters.length / 100, marks };
}

/** Letters in order, each at the start of a word or right after the letter found before: "imfi" answers "Import a file". */
function scattered(wanted: string[], letters: string[]): Match | undefined {
  const places = place(wanted, letters, 0, false);
  if (!places) return undefined;
  const marks: Array<[number, number]> = [];
  for (const at of places) {
    const last = marks[marks.length - 1];
    if (last && last[1] === at) last[1] += 1;
    else marks.push([at, at + 1]);
  }
  return { score: 20 - letters.length / 100, marks };
}

function place(wanted: string[], letters: string[], from: number, follows: boolean): number[] | undefined {
  const [letter, ...rest] = wanted;
  if (letter === undefined) return [];
  for (let at = from; at < letters.length; at++) {
    if (letters[at] !== letter || !((follows && at === from) || wordStart(letters, at))) continue;
    const others = place(rest, letters, at + 1, true);
    if (others) return [at, ...others];
  }
  return undefined;
}
