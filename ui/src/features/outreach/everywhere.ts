import { useQuery } from "@tanstack/react-query";
import { Archive, Pause, Play } from "lucide-react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { workspaceQuery } from "@/data/desk";
import { pauseAll } from "@/features/outbox/acts";
import { useCommands } from "@/features/palette/registry";
import { openPreflight } from "@/features/runs/selection";
import { text } from "@/i18n";

/** What of outreach can be done from anywhere in the window: start a run, stop or resume everything outgoing, back the desk up. */
export function useOutreachCommands(): void {
  const paused = useQuery(workspaceQuery).data?.sendingPaused ?? null;
  useCommands([
    {
      id: "outreach.run",
      also: "palette:words.run",
      title: "outreach:runAll",
      group: "act",
      icon: Play,
      run: () => openPreflight({ selection: { kind: "all" }, words: text("runs:everybody") }),
    },
    {
      id: "outreach.pause",
      also: "palette:words.pause",
      title: paused ? "outbox:resume" : "outbox:pause",
      group: "act",
      icon: paused ? Play : Pause,
      run: () => void pauseAll(paused === null),
    },
    {
      id: "outreach.backup",
      also: "palette:words.backup",
      title: "health:backup.create",
      group: "desk",
      icon: Archive,
      run: () =>
        void act(commands.backupCreate({ path: "" }), (made) =>
          text("health:backup.made", { people: made.people ?? 0 }),
        ),
    },
  ]);
}
