import type { ReactNode } from "react";
import css from "./Facts.module.css";

/** Labels and their values in two columns. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={css.facts}>{children}</dl>;
}

/** One label and its value. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className={css.label}>{label}</dt>
      <dd className={css.value}>{children}</dd>
    </>
  );
}
