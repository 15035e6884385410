import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/design/Icon";
import css from "./StatusBar.module.css";

/** One thing the foot of the window always tells. */
export interface StatusItem {
  id: string;
  icon: LucideIcon;
  words: ReactNode;
  /** It needs the seller: the words turn red, the bar never does. */
  trouble?: boolean;
  /** Left out under 1200 px. */
  secondary?: boolean;
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
          data-secondary={item.secondary || undefined}
          data-last={item.last || undefined}
          onClick={item.open}
        >
          <Icon of={item.icon} size={14} />
          <span className={css.words}>{item.words}</span>
        </button>
      ))}
    </section>
  );
}
