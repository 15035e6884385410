import { Check, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import css from "./Checked.module.css";
import { Icon } from "./Icon";

/** One thing that was checked: a green tick and its words, or a triangle where the seller should look. */
export function Checked({ ok = true, children }: { ok?: boolean; children: ReactNode }) {
  return (
    <span className={css.checked} data-ok={ok}>
      <Icon of={ok ? Check : TriangleAlert} size={14} />
      <span>{children}</span>
    </span>
  );
}
