import { Download, type LucideIcon, SlidersHorizontal, Users } from "lucide-react";
import type { TextKey } from "@/i18n";

/** Counters the sidebar knows, by name. */
export type CounterName = "people" | "today" | "outbox" | "linkedin" | "followups" | "health";

/** A place in the sidebar. Only what exists is listed here; the palette and the keys `g …` follow. */
export interface Place {
  path: "/people" | "/import" | "/settings";
  title: TextKey;
  icon: LucideIcon;
  /** Second letter of its sequence `g …`. */
  letter: string;
  counter?: CounterName;
  /** What it counts waits for the seller. */
  waiting?: boolean;
}

/** The groups of the sidebar, top to bottom; the last one stands at its foot. */
export const placeGroups: ReadonlyArray<{ title?: TextKey; foot?: boolean; places: readonly Place[] }> = [
  {
    places: [{ path: "/people", title: "frame:place.people", icon: Users, letter: "p", counter: "people" }],
  },
  {
    foot: true,
    places: [
      { path: "/import", title: "frame:place.import", icon: Download, letter: "i" },
      { path: "/settings", title: "frame:place.settings", icon: SlidersHorizontal, letter: "," },
    ],
  },
];
