import type { StatusView } from "@/data/client";
import { PersonGlyph } from "@/design/Glyph";
import { toneOf, useStatuses } from "./statuses";

/** A status as a shape: that of what it counts as, in the colour the seller gave it. */
export function StatusGlyph({ status }: { status: string }) {
  return <StatusShape status={useStatuses().of(status)} />;
}

/** The same of a status that is at hand. */
export function StatusShape({ status }: { status: StatusView }) {
  return <PersonGlyph progress={status.meaning} tone={toneOf(status)} />;
}
