import type { LucideIcon } from "lucide-react";
import type { CSSProperties } from "react";
import css from "./Icon.module.css";

export type { LucideIcon };

/** The stroke of every icon, in pixels at whatever size. */
const STROKE = 1.25;

/** A Lucide icon at the weight of our pictures: the same stroke at every size. Decorative, never alone. */
export function Icon({ of: Glyph, size = 16 }: { of: LucideIcon; size?: 10 | 12 | 14 | 16 | 18 | 20 }) {
  const stroke = { "--stroke": (STROKE * 24) / size } as CSSProperties;
  return <Glyph className={css.icon} size={size} style={stroke} aria-hidden="true" />;
}
