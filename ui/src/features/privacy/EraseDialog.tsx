import { useState } from "react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { Dialog } from "@/design/Dialog";
import { TextField } from "@/design/Field";
import { useText } from "@/i18n";
import css from "./privacy.module.css";

interface EraseDialogProps {
  open: boolean;
  ids: readonly string[];
  /** Who, where it is one. */
  name: string;
  onClose: () => void;
  onErased?: () => void;
}

/** Says what goes and what stays, and erases once the word for it was typed: nothing brings it back. */
export function EraseDialog({ open, ids, name, onClose, onErased }: EraseDialogProps) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const word = t("privacy:erase.word");
  const meant = typed.trim().toLocaleUpperCase() === word;
  const close = () => {
    setTyped("");
    onClose();
  };
  const erase = async () => {
    if (!meant) return;
    setBusy(true);
    const done = await act(commands.privacyErase({ ids: [...ids], forGood: true }), (changed) =>
      t("privacy:erase.done", { count: changed.count }),
    );
    setBusy(false);
    if (!done) return;
    close();
    onErased?.();
  };
  return (
    <Dialog
      open={open}
      title={t("privacy:erase.title", { count: ids.length, name })}
      keep={t("privacy:erase.keep")}
      act={t("privacy:erase.now")}
      danger
      busy={busy}
      blocked={meant ? undefined : t("privacy:erase.type", { word })}
      onKeep={close}
      onAct={() => void erase()}
    >
      <div className={css.erase}>
        <div>
          <p>{t("privacy:erase.goes")}</p>
          <ul className={css.goes}>
            {(["record", "work", "traces", "backups"] as const).map((what) => (
              <li key={what}>{t(`privacy:erase.${what}`)}</li>
            ))}
          </ul>
        </div>
        <p>{t("privacy:erase.stays")}</p>
        <p className={css.final}>{t("privacy:erase.noUndo")}</p>
        <TextField
          label={t("privacy:erase.type", { word })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") void erase();
          }}
        />
      </div>
    </Dialog>
  );
}
