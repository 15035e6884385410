import { type ReactNode, useState } from "react";
import { LinkButton } from "@/design/Button";
import { cx } from "@/design/cx";
import { useText } from "@/i18n";
import css from "./record.module.css";

interface FoldProps {
  title: string;
  /** The word that opens it. */
  opens?: string;
  /** What its one line says while it is folded, beside the title. */
  line?: ReactNode;
  children: ReactNode;
}

/** A section of a record that is one line until that line is clicked. */
export function Fold({ title, opens, line, children }: FoldProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <section aria-label={title}>
      <div className={cx(css.section, css.fold)}>
        <h3>{title}</h3>
        {line}
        <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("list:hide") : (opens ?? t("list:show"))}
        </LinkButton>
      </div>
      {open && children}
    </section>
  );
}
