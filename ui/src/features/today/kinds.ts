import {
  Archive,
  CalendarClock,
  CircleHelp,
  CircleX,
  Clock,
  Download,
  ExternalLink,
  FileWarning,
  KeyRound,
  type LucideIcon,
  Mail,
  PenLine,
  Play,
  Repeat,
  Send,
  SquareCheck,
  SquareKanban,
  UserRoundPen,
} from "lucide-react";
import type { TodayRow } from "@/data/client";
import type { Tab } from "@/features/outbox/groups";

/** How a row of Today is drawn and where it leads. */
export interface Kind {
  icon: LucideIcon;
  tone?: "doubt" | "bad";
  /** Messages its panel can show the first of. */
  messages?: Tab;
  /** What the count of the row counts, where the headline adds it up. */
  counts?: "messages" | "people";
}

const kinds: Record<string, Kind> = {
  drafts: { icon: Send, messages: "draft", counts: "messages" },
  followups: { icon: Repeat, counts: "messages" },
  appointment: { icon: CalendarClock },
  task: { icon: SquareCheck },
  tasks: { icon: SquareCheck },
  linkedin: { icon: ExternalLink, counts: "people" },
  unknown: { icon: CircleHelp, tone: "doubt", messages: "unknown", counts: "messages" },
  failed: { icon: CircleX, tone: "bad", messages: "failed", counts: "messages" },
  run_needs_you: { icon: UserRoundPen, counts: "people" },
  import_rejects: { icon: FileWarning },
  stagnating: { icon: SquareKanban },
  setup_identity: { icon: PenLine },
  setup_mail: { icon: Mail },
  setup_import: { icon: Download },
  setup_recovery: { icon: KeyRound },
  setup_backup: { icon: Archive },
  run_running: { icon: Play },
  run_paused: { icon: Play },
  scheduled: { icon: Clock, messages: "scheduled" },
};

/** The drawing of a row; a kind the window does not know yet is shown all the same. */
export function kindOf(row: TodayRow): Kind {
  return kinds[row.kind] ?? { icon: Clock };
}

/** What waits for the seller, added up by what it is: so many messages, so many people. What comes later is left out, as in the count of tasks. */
export function contents(rows: readonly TodayRow[]): Record<"messages" | "people", number> {
  const sum = { messages: 0, people: 0 };
  for (const row of rows) {
    const { counts } = kindOf(row);
    if (counts && row.group !== "later" && row.group !== "set_up") sum[counts] += row.count;
  }
  return sum;
}

/** The first steps, in the order they are best taken. */
export const firstSteps = [
  "setup_recovery",
  "setup_import",
  "setup_identity",
  "setup_mail",
  "setup_backup",
] as const;
