import { type FormEvent, type KeyboardEvent, useState } from "react";
import { ask } from "@/data/ask";
import { commands, type OutboxDetail } from "@/data/client";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { AreaField, TextField } from "@/design/Field";
import { Notice } from "@/design/Notice";
import { SidePanel } from "@/design/SidePanel";
import { toast } from "@/design/toast";
import { useText } from "@/i18n";
import css from "./outbox.module.css";

/** Changes a message that has not left. The text is checked again before it may leave. */
export function EditMessage({ message, onDone }: { message: OutboxDetail; onDone: () => void }) {
  const t = useText();
  const [subject, setSubject] = useState(message.row.subject);
  const [words, setWords] = useState(message.text);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    setBusy(true);
    try {
      await ask(commands.outboxEdit({ id: message.row.id, subject: subject.trim(), text: words }));
      toast({ words: t("outbox:edit.saved") });
      onDone();
    } catch (failure) {
      setError(sayError(failure));
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === "Escape") {
      event.preventDefault();
      onDone();
    }
  };
  return (
    <form className={css.form} onSubmit={(event) => void save(event)} onKeyDown={onKeyDown}>
      <SidePanel
        label={t("outbox:edit.title")}
        head={<h2 className={css.subject}>{t("outbox:edit.to", { to: message.to })}</h2>}
        foot={
          <div className={css.acts}>
            <Button
              kind="primary"
              type="submit"
              keys="mod+enter"
              busy={busy}
              blocked={subject.trim() ? undefined : t("outbox:edit.noSubject")}
            >
              {t("common:save")}
            </Button>
            <Button kind="ghost" onClick={onDone}>
              {t("common:cancel")}
            </Button>
          </div>
        }
      >
        <div className={css.body}>
          {error && (
            <Notice tone="bad" title={t("outbox:edit.refused")}>
              {error}
            </Notice>
          )}
          <TextField
            label={t("outreach:letter.subject")}
            value={subject}
            lang={message.language}
            onChange={(event) => setSubject(event.currentTarget.value)}
            data-autofocus
            autoFocus
          />
          <AreaField
            label={t("outreach:letter.text")}
            hint={t("outbox:edit.hint")}
            value={words}
            lang={message.language}
            minRows={14}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        </div>
      </SidePanel>
    </form>
  );
}
