import type { LucideIcon } from "lucide-react";
import { Icon } from "@/design/Icon";
import { KeyCap } from "@/design/KeyCap";
import css from "./StatusBar.module.css";

/** One thing the foot of the window always tells. */
export interface StatusItem {
  id: string;
  icon: LucideIcon;
  words: string;
  /** The key that does it. */
  keys?: string;
  /** It needs the seller: the words turn red, the bar never does. */
  trouble?: boolean;
  /** What gives way first where room is short: `gone` under 1200 px, `icon` shows only its icon there, `later` goes under 900 px. */
  yields?: "gone" | "icon" | "later";
  /** Stands at the right. */
  last?: boolean;
  open: () => void;
}

/** Lock, mail, queue and next send, online, backup; at the right the last act with its key. */
export function StatusBar({ label, items }: { label: string; items: readonly StatusItem[] }) {
  return (
    <section className={css.bar} aria-label={label} data-region="status" tabIndex={-1}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          className={css.item}
          data-item={item.id}
          data-trouble={item.trouble || undefined}
          data-yields={item.trouble ? undefined : item.yields}
          data-last={item.last || undefined}
          title={item.words}
          onClick={item.open}
        >
          <Icon of={item.icon} size={14} />
          <span className={css.words}>{item.words}</span>
          {item.keys && <KeyCap keys={item.keys} />}
        </button>
      ))}
    </section>
  );
}
