import { useQueryClient } from "@tanstack/react-query";
import { Pause } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { ask } from "@/data/ask";
import { commands, type OutboxDetail } from "@/data/client";
import { sayError, sayReason } from "@/data/say";
import { Button } from "@/design/Button";
import { AreaField, TextField } from "@/design/Field";
import { Notice } from "@/design/Notice";
import { SidePanel } from "@/design/SidePanel";
import { toast } from "@/design/toast";
import { useText } from "@/i18n";
import { approveAgain } from "./acts";
import css from "./outbox.module.css";
import { messageQuery } from "./queries";

interface EditMessageProps {
  message: OutboxDetail;
  /** It was scheduled and is held for the editor: saving approves it again. */
  held: boolean;
  onDone: () => void;
  onCancel: () => void;
}

/** Changes a message that has not left. The text is checked again before it may leave; a refusal leaves what was typed on the screen. */
export function EditMessage({ message, held, onDone, onCancel }: EditMessageProps) {
  const t = useText();
  const client = useQueryClient();
  const [subject, setSubject] = useState(message.row.subject);
  const [words, setWords] = useState(message.text);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<{ title: string; words: string }>();

  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    setBusy(true);
    setFault(undefined);
    try {
      const { id } = message.row;
      const now = await ask(commands.outboxEdit({ id, subject: subject.trim(), text: words }));
      client.setQueryData(messageQuery(id).queryKey, now);
      if (held) await letGo();
      else {
        toast({ words: t("outbox:edit.saved") });
        onDone();
      }
    } catch (failure) {
      setFault({ title: t("outbox:edit.refused"), words: sayError(failure) });
    } finally {
      setBusy(false);
    }
  };
  const letGo = async () => {
    let why = t("outbox:edit.staysHeld");
    const left = await approveAgain(message.row, (acted) => {
      const refusal = acted?.refused[0];
      if (refusal) why = sayReason(refusal.reason);
    });
    if (left) onDone();
    else setFault({ title: t("outbox:edit.savedHeld"), words: why });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!busy) onCancel();
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
            <Button kind="ghost" onClick={() => !busy && onCancel()}>
              {t("common:cancel")}
            </Button>
          </div>
        }
      >
        <div className={css.body}>
          {fault ? (
            <Notice tone="bad" title={fault.title}>
              {fault.words}
            </Notice>
          ) : (
            held && (
              <Notice tone="accent" icon={Pause} title={t("outbox:edit.held")}>
                {t("outbox:edit.heldWords")}
              </Notice>
            )
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
