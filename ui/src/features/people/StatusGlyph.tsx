import { PersonGlyph } from "@/design/Glyph";
import { toneOf, useStatuses } from "./statuses";

/** A status as a shape: that of what it counts as, in the colour the seller gave it. */
export function StatusGlyph({ status }: { status: string }) {
  const one = useStatuses().of(status);
  return <PersonGlyph progress={one.meaning} tone={toneOf(one)} />;
}
