import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask, DeskError } from "@/data/ask";
import { commands } from "@/data/client";
import { sayError } from "@/data/say";
import { Dialog } from "@/design/Dialog";
import { SecretField } from "@/design/Field";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import { backupWords, type Named } from "./backupNames";
import css from "./health.module.css";
import { tellRestored } from "./lastRestore";

interface RestoreDialogProps {
  backup: Named;
  onClose: () => void;
}

/** The one question before the desk is replaced by a backup. The file is read back whole before anything is swapped. */
export function RestoreDialog({ backup, onClose }: RestoreDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [secret, setSecret] = useState("");
  const [needsSecret, setNeedsSecret] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const format = useFormat();
  const name = backupWords(backup, t, format);
  const restore = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      tellRestored(await ask(commands.backupRestore({ path: backup.path, secret })));
      await client.invalidateQueries();
      onClose();
    } catch (error) {
      // Made on another computer, or before the key changed: only the seller can open it.
      if (error instanceof DeskError && /key|keychain|passphrase|secret/.test(error.code))
        setNeedsSecret(true);
      setFailure(sayError(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      danger
      busy={busy}
      title={t("health:restore.title")}
      keep={t("common:cancel")}
      act={t("health:restore.act")}
      onKeep={onClose}
      onAct={() => void restore()}
    >
      <div className={css.dialog}>
        <p>{t("health:restore.words", { name })}</p>
        {(needsSecret || failure) && (
          <SecretField
            label={t("health:restore.secret")}
            hint={t("health:restore.secretHint")}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
        )}
        {failure && (
          <Notice tone="bad" title={t("health:restore.failed")}>
            {failure}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
