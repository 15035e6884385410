import { commands } from "@/data/client";
import { read } from "@/data/queries";

/** What needs the seller. */
export const todayQuery = read(
  ["today_get"],
  [
    "agenda",
    "outbox",
    "linkedin",
    "followups",
    "runs",
    "imports",
    "people",
    "settings",
    "workspace",
    "backups",
  ],
  () => commands.todayGet({}),
);
