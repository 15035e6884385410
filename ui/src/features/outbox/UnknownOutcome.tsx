import { Copy } from "lucide-react";
import { useState } from "react";
import type { OutboxDetail } from "@/data/client";
import { Button, LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { toast } from "@/design/toast";
import { useText } from "@/i18n";
import { resolve } from "./acts";
import css from "./outbox.module.css";

/** A message that may have left: what is known, where to look, and two honest answers. Nothing is repeated before one of them. */
export function UnknownOutcome({ message }: { message: OutboxDetail }) {
  const t = useText();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const { row } = message;
  const answer = (wasSent: boolean) => {
    setBusy(true);
    void resolve(row.id, wasSent).finally(() => setBusy(false));
  };
  return (
    <Notice
      tone="doubt"
      title={t("outbox:unknown.title", {
        when: format.dayTime(row.finishedAt ?? message.startedAt ?? row.createdAt),
      })}
      actions={
        <>
          <Button busy={busy} onClick={() => answer(true)}>
            {t("outbox:unknown.wasSent")}
          </Button>
          <Button busy={busy} onClick={() => answer(false)}>
            {t("outbox:unknown.wasNotSent")}
          </Button>
        </>
      }
    >
      <p>{t("outbox:unknown.words", { to: message.to, subject: row.subject })}</p>
      <p className={css.reference}>
        <code>{row.messageId}</code>{" "}
        <LinkButton
          aria-label={t("outbox:unknown.copy")}
          onClick={() =>
            void navigator.clipboard
              .writeText(row.messageId)
              .then(() => toast({ icon: Copy, words: t("common:copied") }))
          }
        >
          {t("outbox:unknown.copyShort")}
        </LinkButton>
      </p>
      <p>{t("outbox:unknown.answers")}</p>
    </Notice>
  );
}
