import css from "./KeyCap.module.css";
import { keyCaps } from "./keys";

/** A shortcut as printed on its keys: `mod+k` is ⌘K on a Mac and Ctrl K elsewhere, `g p` is two keys. */
export function KeyCap({ keys, tone }: { keys: string; tone?: "inverse" }) {
  return (
    <span className={css.keys} data-tone={tone} aria-hidden="true">
      {keyCaps(keys).map((cap) => (
        <kbd key={cap} className={css.cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
}
