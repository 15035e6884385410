import type { ReactNode } from "react";
import css from "./WordsAndLink.module.css";

/** Words that may be cut, and a link after them that never is. */
export function WordsAndLink({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <span className={css.line}>
      <span className={css.words}>{words}</span>
      {children}
    </span>
  );
}
