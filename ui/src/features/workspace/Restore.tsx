import { useMutation } from "@tanstack/react-query";
import { ChevronLeft, FolderOpen } from "lucide-react";
import { type FormEvent, useState } from "react";
import { ask } from "@/data/ask";
import { type BackupView, commands } from "@/data/client";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { SecretField, TextField } from "@/design/Field";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import { pickFile } from "@/platform/files";
import { BrandSide, FirstRunPage } from "./BrandSide";
import css from "./workspace.module.css";

/** A backup becomes the desk: the file is read back whole first, and everything outgoing is held afterwards. */
export function Restore({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const t = useText();
  const [path, setPath] = useState("");
  const [secret, setSecret] = useState("");
  const verify = useMutation({ mutationFn: () => ask(commands.backupVerify({ path, secret })) });
  const restore = useMutation({
    mutationFn: () => ask(commands.backupRestore({ path, secret })),
    onSuccess: onDone,
  });
  const error = restore.error ?? verify.error;
  const again = () => {
    verify.reset();
    restore.reset();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (verify.data) restore.mutate();
    else if (path) verify.mutate();
  };

  return (
    <FirstRunPage
      side={
        <BrandSide title={t("workspace:restore.side")}>
          <p>{t("workspace:restore.sideWords")}</p>
        </BrandSide>
      }
    >
      <form className={`${css.form} ${css.choose}`} onSubmit={submit}>
        <div>
          <h2 className={css.heading}>{t("workspace:welcome.restore")}</h2>
          <p className={css.lead}>{t("workspace:restore.words")}</p>
        </div>
        <div className={css.file}>
          <TextField
            label={t("workspace:restore.file")}
            placeholder={t("workspace:restore.example")}
            value={path}
            onChange={(event) => {
              setPath(event.currentTarget.value);
              again();
            }}
          />
          <Button
            icon={FolderOpen}
            onClick={async () => {
              const picked = await pickFile("backup");
              if (picked) {
                setPath(picked);
                again();
              }
            }}
          >
            {t("workspace:restore.choose")}
          </Button>
        </div>
        <SecretField
          label={t("workspace:restore.secret")}
          hint={t("workspace:restore.secretHint")}
          value={secret}
          onChange={(event) => {
            setSecret(event.currentTarget.value);
            again();
          }}
        />
        {verify.data && <Verified backup={verify.data} />}
        {error && (
          <Notice tone="bad" title={t("workspace:restore.failed")}>
            {sayError(error)}
          </Notice>
        )}
        <div className={css.foot}>
          <Button kind="ghost" icon={ChevronLeft} onClick={onBack}>
            {t("common:back")}
          </Button>
          <Button
            kind="primary"
            type="submit"
            keys="enter"
            busy={verify.isPending || restore.isPending}
            blocked={path ? undefined : t("workspace:restore.noFile")}
          >
            {verify.data ? t("workspace:restore.restore") : t("workspace:restore.verify")}
          </Button>
        </div>
      </form>
    </FirstRunPage>
  );
}

function Verified({ backup }: { backup: BackupView }) {
  const t = useText();
  const format = useFormat();
  return (
    <Notice tone="ok" title={t("workspace:restore.verified")}>
      {t("workspace:restore.verifiedWords", {
        day: format.longDay(backup.at),
        time: format.clock(backup.at),
        people: backup.people ?? 0,
        size: format.fileSize(backup.bytes ?? 0),
      })}
    </Notice>
  );
}
