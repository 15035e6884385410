let words: (() => string | undefined) | undefined;

/** A list says what its selected rows are called while it is shown: `3 people selected`. */
export function nameSelection(name: () => string | undefined): () => void {
  words = name;
  return () => {
    if (words === name) words = undefined;
  };
}

/** What is selected in the list in front, if anything. */
export function selectionWords(): string | undefined {
  return words?.();
}
