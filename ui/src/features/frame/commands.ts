import { useNavigate } from "@tanstack/react-router";
import {
  CalendarPlus,
  Contrast,
  Globe,
  Keyboard,
  ListPlus,
  Lock,
  Moon,
  PanelLeft,
  Redo2,
  Rows2,
  Rows3,
  Search,
  ShieldCheck,
  SquareCheck,
  Sun,
  Undo2,
} from "lucide-react";
import { redo } from "@/data/act";
import { ask } from "@/data/ask";
import { commands } from "@/data/client";
import { undoLast } from "@/data/lastAct";
import { useFormat } from "@/design/format";
import { addTask } from "@/features/agenda/acts";
import type { Command } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { chooseDensity, chooseLocale, chooseTheme } from "./deskLook";
import { useElsewhere } from "./elsewhere";
import { placeGroups } from "./places";
import { moveRegion } from "./regions";
import { useHistoryTop } from "./status";

interface Openers {
  onPalette: () => void;
  onKeys: () => void;
  onLock: () => void;
}

/** What can be done from anywhere in the window. */
export function useFrameCommands({ onPalette, onKeys, onLock }: Openers): Command[] {
  const t = useText();
  const navigate = useNavigate();
  const format = useFormat();
  const top = useHistoryTop();
  const elsewhere = useElsewhere();
  const places = placeGroups.flatMap((group) => group.places);
  return [
    {
      id: "palette",
      title: "frame:command.palette",
      group: "desk",
      icon: Search,
      keys: "mod+k",
      inFields: true,
      unlisted: true,
      run: onPalette,
    },
    {
      id: "keys",
      title: "frame:command.keys",
      also: "palette:words.keys",
      group: "desk",
      icon: Keyboard,
      keys: "?",
      run: onKeys,
    },
    {
      id: "undo",
      also: "palette:words.undo",
      title: "frame:command.undo",
      group: "act",
      icon: Undo2,
      keys: "mod+z",
      ...(top.undo ? { note: top.undo } : {}),
      run: () => void undoLast(),
    },
    {
      id: "redo",
      title: "frame:command.redo",
      group: "act",
      icon: Redo2,
      keys: ["mod+shift+z", "mod+y"],
      ...(top.redo ? { note: top.redo } : {}),
      run: () => void redo(),
    },
    ...places.map<Command>((place) => ({
      id: `go${place.path}`,
      title: "frame:command.go",
      values: { place: t(place.title) },
      also: [place.title, `palette:words.${place.path.slice(1) as "people"}`],
      group: "go",
      icon: place.icon,
      keys: `g ${place.letter}`,
      run: () => void navigate({ to: place.path }),
    })),
    {
      id: "go/expired",
      also: "palette:words.expired",
      title: "privacy:expired.open",
      group: "go",
      icon: ShieldCheck,
      run: () => void navigate({ to: "/expired" }),
    },
    {
      id: "new-task",
      title: "frame:command.newTask",
      group: "act",
      icon: SquareCheck,
      run: () => void navigate({ to: "/tasks", search: { fresh: true } }),
    },
    {
      id: "quick-task",
      title: "frame:command.quickTask",
      group: "act",
      icon: ListPlus,
      form: {
        placeholder: "agenda:quick.placeholder",
        understood: async (typed) => {
          const line = await ask(commands.tasksRead({ text: typed }));
          return [
            line.title,
            line.kind === "other" ? "" : t(`agenda:kind.${line.kind}`),
            line.dueOn ? [format.shortDay(line.dueOn), line.dueTime].filter(Boolean).join(", ") : "",
          ].filter(Boolean);
        },
        submit: async (typed) => {
          const line = await ask(commands.tasksRead({ text: typed }));
          const added = await addTask({
            title: line.title,
            kind: line.kind,
            due_on: line.dueOn ?? undefined,
            due_time: line.dueTime || undefined,
            priority: line.priority,
          });
          return added !== undefined;
        },
      },
      run: () => void navigate({ to: "/tasks", search: { fresh: true } }),
    },
    {
      id: "new-appointment",
      title: "frame:command.newAppointment",
      group: "act",
      icon: CalendarPlus,
      run: () => void navigate({ to: "/agenda", search: { fresh: true } }),
    },
    {
      id: "lock",
      also: "palette:words.lock",
      title: "frame:command.lock",
      group: "desk",
      icon: Lock,
      keys: "mod+shift+l",
      inFields: true,
      run: onLock,
    },
    {
      id: "light",
      title: "frame:command.light",
      also: "palette:words.look",
      group: "look",
      icon: Sun,
      run: () => chooseTheme("light"),
    },
    {
      id: "dark",
      title: "frame:command.dark",
      also: "palette:words.look",
      group: "look",
      icon: Moon,
      run: () => chooseTheme("dark"),
    },
    {
      id: "system",
      also: "palette:words.look",
      title: "frame:command.system",
      group: "look",
      icon: Contrast,
      run: () => chooseTheme("system"),
    },
    {
      id: "comfortable",
      also: "palette:words.look",
      title: "frame:command.comfortable",
      group: "look",
      icon: Rows2,
      run: () => chooseDensity("comfortable"),
    },
    {
      id: "compact",
      also: "palette:words.look",
      title: "frame:command.compact",
      group: "look",
      icon: Rows3,
      run: () => chooseDensity("compact"),
    },
    {
      id: "fr",
      title: "frame:command.speakFr",
      also: "palette:words.language",
      group: "look",
      icon: Globe,
      run: () => chooseLocale("fr"),
    },
    {
      id: "en",
      title: "frame:command.speakEn",
      also: "palette:words.language",
      group: "look",
      icon: Globe,
      run: () => chooseLocale("en"),
    },
    {
      id: "next-region",
      title: "frame:command.nextRegion",
      group: "list",
      icon: PanelLeft,
      keys: "f6",
      inFields: true,
      unlisted: true,
      run: () => moveRegion(1),
    },
    {
      id: "previous-region",
      title: "frame:command.previousRegion",
      group: "list",
      icon: PanelLeft,
      keys: "shift+f6",
      inFields: true,
      unlisted: true,
      run: () => moveRegion(-1),
    },
    ...elsewhere,
  ];
}
