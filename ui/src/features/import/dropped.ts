let waiting: string | undefined;

/** Keeps the path of a file dropped elsewhere in the window until the import screen has opened. */
export function keepDropped(path: string): void {
  waiting = path;
}

/** The path kept, once. */
export function takeDropped(): string | undefined {
  const path = waiting;
  waiting = undefined;
  return path;
}
