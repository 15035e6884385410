import type { LucideIcon } from "lucide-react";
import css from "./Icon.module.css";

export type { LucideIcon };

/** A Lucide icon at the weight of our pictures: the same stroke at every size. Decorative, never alone. */
export function Icon({ of: Glyph, size = 16 }: { of: LucideIcon; size?: 10 | 12 | 14 | 16 | 18 | 20 }) {
  return <Glyph className={css.icon} size={size} strokeWidth={1.25} absoluteStrokeWidth aria-hidden="true" />;
}
