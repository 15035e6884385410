import { type FormEvent, useState } from "react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { Button } from "@/design/Button";
import { AreaField } from "@/design/Field";
import { useText } from "@/i18n";
import css from "./people.module.css";

/** A note on the person in hand; ⌘Enter adds it. */
export function NoteComposer({ id, name }: { id: string; name: string }) {
  const t = useText();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const add = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!text.trim() || busy) return;
    setBusy(true);
    const done = await act(commands.peopleNote({ id, text: text.trim() }));
    setBusy(false);
    if (done) setText("");
  };
  return (
    <form className={css.composer} onSubmit={add}>
      <div className={css.composerHead}>
        <span>{t("people:note.note")}</span>
        {text.trim() && (
          <Button size="sm" type="submit" keys="mod+enter" busy={busy}>
            {t("people:note.add")}
          </Button>
        )}
      </div>
      <AreaField
        aria-label={t("people:note.placeholder", { name })}
        placeholder={t("people:note.placeholder", { name })}
        minRows={1}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void add();
        }}
      />
    </form>
  );
}
