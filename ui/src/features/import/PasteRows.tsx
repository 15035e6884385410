import { useState } from "react";
import { Button } from "@/design/Button";
import { AreaField } from "@/design/Field";
import { useText } from "@/i18n";
import css from "./import.module.css";

/** Rows copied from a spreadsheet, with the names of their columns. */
export function PasteRows({
  busy,
  onRead,
  onClose,
}: {
  busy: boolean;
  onRead: (text: string) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [text, setText] = useState("");
  return (
    <section className={css.paste} aria-label={t("imports:file.pasteTitle")}>
      <AreaField
        label={t("imports:file.pasteTitle")}
        hint={t("imports:file.pasteHint")}
        minRows={5}
        maxRows={12}
        spellCheck={false}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={css.pasteActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button
          kind="primary"
          busy={busy}
          blocked={text.trim() ? undefined : t("imports:file.pasteEmpty")}
          onClick={() => onRead(text)}
        >
          {t("imports:file.pasteRead")}
        </Button>
      </div>
    </section>
  );
}
