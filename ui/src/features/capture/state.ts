const openers = new Set<() => void>();

/** Opens quick capture, from wherever in the window. */
export function openCapture(): void {
  for (const open of openers) open();
}

/** Calls `open` whenever quick capture is asked for, until the returned function is called. */
export function onCapture(open: () => void): () => void {
  openers.add(open);
  return () => openers.delete(open);
}
