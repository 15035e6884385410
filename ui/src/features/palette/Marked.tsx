import type { ReactNode } from "react";
import { match } from "./match";

/** A text with the letters that answer a query in accent. */
export function Marked({
  text,
  marks,
  query,
}: {
  text: string;
  marks?: ReadonlyArray<readonly [number, number]>;
  query?: string;
}) {
  const stretches = marks ?? (query ? (match(query, text)?.marks ?? []) : []);
  const letters = [...text];
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of stretches) {
    parts.push(
      letters.slice(from, start).join(""),
      <mark key={start}>{letters.slice(start, end).join("")}</mark>,
    );
    from = end;
  }
  parts.push(letters.slice(from).join(""));
  return parts;
}
