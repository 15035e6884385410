import { useState } from "react";
import { act } from "@/data/act";
import { commands, type PersonDetail } from "@/data/client";
import { Dialog } from "@/design/Dialog";
import { TextField } from "@/design/Field";
import { useText } from "@/i18n";
import { fullName } from "./words";

/** Lifts an opt-out: only with the seller's word on how and when the person agreed again. */
export function AllowDialog({
  person,
  open,
  onClose,
}: {
  person: PersonDetail;
  open: boolean;
  onClose: () => void;
}) {
  const t = useText();
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);
  const allow = async () => {
    if (!note.trim()) {
      setMissing(true);
      return;
    }
    const done = await act(commands.peopleAllow({ ids: [person.row.id], note: note.trim() }), () =>
      t("people:allowed"),
    );
    if (done) onClose();
  };
  return (
    <Dialog
      open={open}
      title={t("people:allowAsk.title", { name: fullName(person.row) })}
      keep={t("people:allowAsk.keep")}
      act={t("people:allowAsk.act")}
      onKeep={onClose}
      onAct={() => void allow()}
    >
      <p>{t("people:allowAsk.words")}</p>
      <TextField
        mt="sm"
        label={t("people:allowAsk.note")}
        placeholder={t("people:allowAsk.example")}
        error={missing && !note.trim() ? t("errors:people.allow_needs_note") : undefined}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}
