import { useMutation } from "@tanstack/react-query";
import { ChevronLeft, FolderOpen } from "lucide-react";
import { type FormEvent, useState } from "react";
import { ask } from "@/data/ask";
import { type BackupView, commands, type RestoredDesk } from "@/data/client";
import { sayError, sayReason } from "@/data/say";
import { Button } from "@/design/Button";
import { SecretField, TextField } from "@/design/Field";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { currentLocale, useText } from "@/i18n";
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
    mutationFn: async () => {
      // The window changes its language as soon as it hears of the new desk.
      const spoken = currentLocale();
      const desk = await ask(commands.backupRestore({ path, secret }));
      return { desk, mustRead: desk.replaced !== null || desk.notice !== null || desk.locale !== spoken };
    },
    // What the seller must know stays until they have read it.
    onSuccess: ({ mustRead }) => {
      if (!mustRead) onDone();
    },
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

  const side = (
    <BrandSide title={t("workspace:restore.side")}>
      <p>{t("workspace:restore.sideWords")}</p>
    </BrandSide>
  );
  if (restore.data?.mustRead) {
    return (
      <FirstRunPage side={side}>
        <Restored desk={restore.data.desk} onDone={onDone} />
      </FirstRunPage>
    );
  }
  return (
    <FirstRunPage side={side}>
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

/** The desk is back: where the replaced one lies, and what could not be carried over. */
function Restored({ desk, onDone }: { desk: RestoredDesk; onDone: () => void }) {
  const t = useText();
  return (
    <div className={`${css.form} ${css.choose}`}>
      <div>
        <h2 className={css.heading}>{t("workspace:restore.restored")}</h2>
        <p className={css.lead}>{t("workspace:restore.cameWith")}</p>
        <p className={css.lead}>
          {desk.replaced
            ? t("workspace:restore.aside", { folder: desk.replaced })
            : t("workspace:restore.held")}
        </p>
      </div>
      {desk.notice && (
        <Notice tone="warn" title={t("workspace:restore.notice")}>
          {sayReason(desk.notice)}
        </Notice>
      )}
      <div className={css.foot}>
        <span />
        <Button kind="primary" keys="enter" autoFocus onClick={onDone}>
          {t("workspace:restore.open")}
        </Button>
      </div>
    </div>
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
