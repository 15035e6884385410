import type { ReactNode } from "react";

/** A value of a record under its name, in a list of them. */
export function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
