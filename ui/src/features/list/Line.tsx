import type { ReactNode } from "react";
import { cx } from "@/design/cx";
import fields from "@/design/fields.module.css";
import css from "./record.module.css";

/** Values of a record, each under its name and edited where it stands. */
export function Lines({ children }: { children: ReactNode }) {
  return <dl className={cx(css.details, fields.quiet)}>{children}</dl>;
}

/** A value of a record under its name, in a list of them. */
export function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
