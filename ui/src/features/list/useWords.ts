import { useDebouncedCallback } from "@mantine/hooks";
import { useRef, useState } from "react";

/** Milliseconds after the last key in which the address of a list is told its words: the rows do not wait for it. */
const RESTS = 250;

/** Where the window is, whatever is asked there. */
const place = () => window.location.hash.split("?")[0];

/** The words of a list: asked for at each key, and written into the address when the keys rest or the box is left. */
export function useWords(
  q: string | undefined,
  change: (part: { q: string | undefined }, replace: boolean) => void,
  /** Asks for what answers to words before anything is drawn. */
  ahead?: (words: string) => void,
): { words: string; onWords: (words: string) => void; onLeave: () => void } {
  const there = q ?? "";
  const [words, setWords] = useState(there);
  const [seen, setSeen] = useState(there);
  const written = useRef(there);
  // The address was changed by somebody else: a saved view, the sidebar, "clear".
  if (there !== seen) {
    setSeen(there);
    if (there !== written.current) setWords(there);
    written.current = there;
  }
  const typedAt = useRef(place());
  const write = useDebouncedCallback((next: string) => {
    // Whoever has gone elsewhere is not fetched back for the end of a word.
    if (place() !== typedAt.current) return;
    written.current = next;
    change({ q: next || undefined }, true);
  }, RESTS);
  return {
    words,
    onWords: (next) => {
      // The same words are no other question: nobody would take the answer.
      if (next !== words) ahead?.(next);
      typedAt.current = place();
      setWords(next);
      write(next);
    },
    onLeave: () => write.flush(),
  };
}
