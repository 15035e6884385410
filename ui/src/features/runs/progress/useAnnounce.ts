import { useEffect, useRef, useState } from "react";

/** At most one announcement in so many milliseconds: a screen reader must not be talked over by a counter. */
const EVERY_MS = 10_000;

/** The words as a live region may say them: what they are now, at most every ten seconds. */
export function useAnnounce(words: string): string {
  const [said, setSaid] = useState("");
  const latest = useRef(words);
  latest.current = words;
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return said;
}
