import {
  Archive,
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
}

const kinds: Record<string, Kind> = {
  drafts: { icon: Send, messages: "draft" },
  followups: { icon: Repeat },
  linkedin: { icon: ExternalLink },
  unknown: { icon: CircleHelp, tone: "doubt", messages: "unknown" },
  failed: { icon: CircleX, tone: "bad", messages: "failed" },
  run_needs_you: { icon: UserRoundPen },
  import_rejects: { icon: FileWarning },
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

/** The first steps, in the order they are best taken. */
export const firstSteps = [
  "setup_recovery",
  "setup_import",
  "setup_identity",
  "setup_mail",
  "setup_backup",
] as const;
