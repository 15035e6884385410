import { useCallback, useEffect, useRef, useState } from "react";
import type { OutboxRow } from "@/data/client";
import { toast } from "@/design/toast";
import { text } from "@/i18n";
import { approveAgain, holdToEdit } from "./acts";

/** The message in the editor. */
export interface Edited {
  row: OutboxRow;
  /** It was scheduled: the editor keeps it back, and whoever closes the editor lets it go again. */
  held: boolean;
}

interface Editing {
  edited: Edited | undefined;
  /** Opens the editor; what is scheduled is held first, and what has begun to leave opens none. */
  open: (row: OutboxRow) => Promise<void>;
  /** Closes it without a change: what the editor held is approved again as it was. */
  cancel: () => void;
  /** Closes it after its text was saved and, if it was scheduled, approved again. */
  done: () => void;
}

/** One message at a time is edited. Whoever leaves the screen meanwhile sends nothing: what the editor held stays held, and that is said. */
export function useEditing(): Editing {
  const [edited, setEdited] = useState<Edited>();
  const now = useRef(edited);
  now.current = edited;
  const opening = useRef(false);
  const away = useRef(false);
  useEffect(() => {
    away.current = false;
    return () => {
      away.current = true;
      if (now.current?.held) toast({ tone: "warn", words: text("outbox:edit.staysHeld") });
    };
  }, []);

  const open = useCallback(async (row: OutboxRow) => {
    if (now.current || opening.current) return;
    opening.current = true;
    const held = row.state === "scheduled";
    const free = !held || (await holdToEdit(row));
    opening.current = false;
    if (!free) return;
    if (!away.current) setEdited({ row, held });
    else if (held) toast({ tone: "warn", words: text("outbox:edit.staysHeld") });
  }, []);
  const cancel = useCallback(() => {
    const was = now.current;
    setEdited(undefined);
    if (was?.held) void approveAgain(was.row);
  }, []);
  const done = useCallback(() => setEdited(undefined), []);
  return { edited, open, cancel, done };
}
