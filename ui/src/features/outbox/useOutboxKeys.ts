import { Check, Pause, Pencil, RotateCcw } from "lucide-react";
import type { OutboxRow } from "@/data/client";
import type { Cursor } from "@/design/rows/useCursor";
import { useListKeys } from "@/features/outreach/list";
import { type Command, useCommands } from "@/features/palette/registry";
import { approve, hold, retry } from "./acts";
import { canApprove, canEdit, canHold } from "./groups";

interface OutboxKeys {
  cursor: Cursor<OutboxRow>;
  open: () => void;
  close: () => boolean;
  edit: (row: OutboxRow) => void;
  /** A message is in the editor: no key acts on the list behind it. */
  editing: boolean;
  /** Where the cursor goes once these are done with; undefined leaves it where it is. */
  after: (rows: readonly OutboxRow[]) => string | undefined;
}

/** a approves, h holds, e edits: the selection, or else the message in hand. */
export function useOutboxKeys({ cursor, open, close, edit, editing, after }: OutboxKeys): void {
  const some = (can: (row: OutboxRow) => boolean) => () => !editing && cursor.targets.some(can);
  const toNext = (acts: (rows: readonly OutboxRow[]) => Promise<boolean>) => {
    const next = after(cursor.targets);
    void acts(cursor.targets).then((done) => {
      if (!done) return;
      cursor.clear();
      if (next) cursor.put(next);
    });
  };
  const own: Command[] = [
    {
      id: "outbox.approve",
      title: "outbox:command.approve",
      group: "selection",
      icon: Check,
      keys: "a",
      when: some(canApprove),
      run: () => toNext(approve),
    },
    {
      id: "outbox.hold",
      title: "outbox:command.hold",
      group: "selection",
      icon: Pause,
      keys: "h",
      when: some(canHold),
      run: () => toNext(hold),
    },
    {
      id: "outbox.edit",
      title: "outbox:command.edit",
      group: "selection",
      icon: Pencil,
      keys: "e",
      when: () => !editing && cursor.row !== undefined && canEdit(cursor.row),
      run: () => {
        if (!cursor.row) return;
        open();
        edit(cursor.row);
      },
    },
    {
      id: "outbox.retry",
      title: "outbox:command.retry",
      group: "selection",
      icon: RotateCcw,
      when: some((row) => row.state === "failed"),
      run: () => void retry(cursor.targets),
    },
  ];
  useCommands(own);
  useListKeys({ cursor, several: true, open, close });
}
