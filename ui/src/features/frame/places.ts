import {
  Activity,
  Building2,
  CalendarDays,
  Copy,
  Download,
  ExternalLink,
  History,
  type LucideIcon,
  Play,
  Repeat,
  Send,
  SlidersHorizontal,
  SquareCheck,
  SquareKanban,
  Sun,
  Users,
} from "lucide-react";
import type { TextKey } from "@/i18n";

/** Counters the sidebar knows, by name. */
export type CounterName =
  | "people"
  | "companies"
  | "opportunities"
  | "today"
  | "outbox"
  | "linkedin"
  | "followups"
  | "health"
  | "tasks"
  | "duplicates";

/** A place in the sidebar. Only what exists is listed here; the palette and the keys `g …` follow. */
export interface Place {
  path:
    | "/today"
    | "/people"
    | "/companies"
    | "/tasks"
    | "/agenda"
    | "/opportunities"
    | "/runs"
    | "/outbox"
    | "/linkedin"
    | "/followups"
    | "/import"
    | "/duplicates"
    | "/health"
    | "/history"
    | "/settings";
  title: TextKey;
  icon: LucideIcon;
  /** Second letter of its sequence `g …`. */
  letter: string;
  counter?: CounterName;
  /** What it counts waits for the seller. */
  waiting?: boolean;
  /** In the sidebar only while there is something to count; the palette and the keys always know it. */
  whenAny?: boolean;
}

/** The groups of the sidebar, top to bottom; the last one stands at its foot. */
export const placeGroups: ReadonlyArray<{ title?: TextKey; foot?: boolean; places: readonly Place[] }> = [
  {
    places: [
      { path: "/today", title: "frame:place.today", icon: Sun, letter: "d", counter: "today" },
      { path: "/people", title: "frame:place.people", icon: Users, letter: "p", counter: "people" },
      {
        path: "/companies",
        title: "frame:place.companies",
        icon: Building2,
        letter: "c",
        counter: "companies",
      },
      {
        path: "/opportunities",
        title: "frame:place.opportunities",
        icon: SquareKanban,
        letter: "o",
        counter: "opportunities",
      },
      { path: "/tasks", title: "frame:place.tasks", icon: SquareCheck, letter: "t", counter: "tasks" },
      { path: "/agenda", title: "frame:place.agenda", icon: CalendarDays, letter: "a" },
    ],
  },
  {
    title: "frame:place.outreach",
    places: [
      { path: "/runs", title: "frame:place.runs", icon: Play, letter: "r" },
      {
        path: "/outbox",
        title: "frame:place.outbox",
        icon: Send,
        letter: "b",
        counter: "outbox",
        waiting: true,
      },
      {
        path: "/linkedin",
        title: "frame:place.linkedin",
        icon: ExternalLink,
        letter: "l",
        counter: "linkedin",
      },
      { path: "/followups", title: "frame:place.followups", icon: Repeat, letter: "f", counter: "followups" },
    ],
  },
  {
    foot: true,
    places: [
      { path: "/import", title: "frame:place.import", icon: Download, letter: "i" },
      {
        path: "/duplicates",
        title: "frame:place.duplicates",
        icon: Copy,
        letter: "u",
        counter: "duplicates",
        whenAny: true,
      },
      {
        path: "/health",
        title: "frame:place.health",
        icon: Activity,
        letter: "h",
        counter: "health",
        waiting: true,
      },
      { path: "/history", title: "frame:place.history", icon: History, letter: "y" },
      { path: "/settings", title: "frame:place.settings", icon: SlidersHorizontal, letter: "," },
    ],
  },
];
