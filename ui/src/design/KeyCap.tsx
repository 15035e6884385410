import css from "./KeyCap.module.css";
import { ownKeys, useKeymap } from "./keymap";
import { keyCaps } from "./keys";

interface KeyCapProps {
  keys: string;
  tone?: "inverse";
  /** These very keys, not the ones the seller chose for them. */
  raw?: boolean;
}

/** A shortcut as printed on its keys: `mod+k` is ⌘K on a Mac and Ctrl K elsewhere, `g p` is two keys. */
export function KeyCap({ keys, tone, raw = false }: KeyCapProps) {
  const map = useKeymap();
  return (
    <span className={css.keys} data-tone={tone} aria-hidden="true">
      {keyCaps(raw ? keys : ownKeys(keys, map)).map((cap) => (
        <kbd key={cap} className={css.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
