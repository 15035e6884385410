import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "@/data/ask";
import { commands, type WorkspaceStatus } from "@/data/client";
import { workspaceQuery } from "@/data/desk";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { SecretField } from "@/design/Field";
import { MessageGlyph } from "@/design/Glyph";
import { Sheet } from "@/design/Sheet";
import { toast } from "@/design/toast";
import { RecoverySheet } from "@/features/workspace/RecoverySheet";
import { useText } from "@/i18n";
import css from "./settings.module.css";

/** Whether the recovery sheet was verified, and the way to a new one. */
export function RecoveryKey({ status }: { status: WorkspaceStatus }) {
  const t = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [groups, setGroups] = useState<string[]>();
  const close = () => {
    setGroups(undefined);
    void client.invalidateQueries({ queryKey: workspaceQuery.queryKey });
  };
  const confirm = async (typed: Array<{ number: number; value: string }>) => {
    await ask(commands.workspaceConfirmRecovery({ groups: typed }));
    toast({ words: t("settings:security.renewed") });
    close();
  };
  return (
    <>
      <div className={css.stateLine}>
        <b>{t("settings:security.recovery")}</b>
        <MessageGlyph progress={status.recoveryConfirmed ? "sent" : "unknown"} />
        <span>
          {t(
            status.recoveryConfirmed
              ? "settings:security.recoveryChecked"
              : "settings:security.recoveryUnchecked",
          )}
        </span>
        <span className={css.stateActs}>
          <Button size="sm" onClick={() => setAsking(!asking)} aria-expanded={asking}>
            {t("settings:security.renew")}
          </Button>
        </span>
      </div>
      {asking && (
        <Renew
          passphrase={status.passphrase}
          onCancel={() => setAsking(false)}
          onMade={(made) => {
            setAsking(false);
            setGroups(made);
          }}
        />
      )}
      <Sheet open={groups !== undefined} onClose={close} label={t("settings:security.renewTitle")}>
        {groups && (
          <div className={css.recovery}>
            <RecoverySheet
              groups={groups}
              folder={status.folder}
              onDone={confirm}
              onLater={close}
              laterWords={t("settings:security.renewLater")}
            />
          </div>
        )}
      </Sheet>
    </>
  );
}

interface RenewProps {
  /** Whether the desk has a passphrase, which is then asked. */
  passphrase: boolean;
  onCancel: () => void;
  onMade: (groups: string[]) => void;
}

function Renew({ passphrase, onCancel, onMade }: RenewProps) {
  const t = useText();
  const [phrase, setPhrase] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const made = await ask(commands.workspaceRenewRecoveryKey({ passphrase: passphrase ? phrase : null }));
      onMade(made.recoveryKey);
    } catch (refused) {
      setError(sayError(refused));
      setBusy(false);
    }
  };
  return (
    <form className={css.subform} onSubmit={submit}>
      <p className={css.formWords}>{t("settings:security.renewWords")}</p>
      {passphrase && (
        <SecretField
          label={t("settings:security.current")}
          autoFocus
          value={phrase}
          onChange={(event) => setPhrase(event.currentTarget.value)}
        />
      )}
      {error && (
        <p className={css.formError} role="alert">
          {error}
        </p>
      )}
      <div className={css.lineActs}>
        <Button kind="primary" type="submit" busy={busy}>
          {t("settings:security.renewAct")}
        </Button>
        <Button kind="ghost" onClick={onCancel}>
          {t("common:cancel")}
        </Button>
      </div>
    </form>
  );
}
