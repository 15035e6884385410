import { StickyNote } from "lucide-react";
import { act } from "@/data/act";
import { commands, type NoteSeveral } from "@/data/client";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";

/** The palette's own line for a note on all that is ticked. */
export function useNoteOnSelection(on: () => NoteSeveral["on"], count: number): void {
  const t = useText();
  useCommands([
    {
      id: "selection.note",
      also: "palette:words.note",
      title: "list:note.title",
      group: "selection",
      icon: StickyNote,
      form: {
        placeholder: "list:note.placeholder",
        submit: async (text) => {
          const done = await act(commands.notesSeveral({ on: on(), text }), (changed) =>
            t("list:note.done", { count: changed.count }),
          );
          return done !== undefined;
        },
      },
      note: t("list:note.on", { count }),
      run: () => {},
    },
  ]);
}
