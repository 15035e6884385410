import { useQuery } from "@tanstack/react-query";
import { Archive, FolderOutput } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { type BackupView, commands } from "@/data/client";
import { Answered } from "@/design/Answered";
import { Button, LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { MessageGlyph } from "@/design/Glyph";
import { Notice } from "@/design/Notice";
import { useCommands } from "@/features/palette/registry";
import { text, useText } from "@/i18n";
import { pickFile, pickTarget } from "@/platform/files";
import { known, type Named } from "./backupNames";
import css from "./health.module.css";
import { backupsQuery } from "./queries";
import { RestoreDialog } from "./RestoreDialog";

/** Backups: make one, read one back, go back to one. */
export function Backups() {
  const t = useText();
  const query = useQuery(backupsQuery);
  const [busy, setBusy] = useState(false);
  const [restoring, setRestoring] = useState<Named>();
  const create = async (path: string) => {
    setBusy(true);
    await act(commands.backupCreate({ path }), (made) =>
      text("health:backup.made", { people: made.people ?? 0 }),
    );
    setBusy(false);
  };
  const elsewhere = async () => {
    const path = await pickTarget("backup", `rainmaker-${new Date().toISOString().slice(0, 10)}`);
    if (path) await create(path);
  };
  const fromFile = async () => {
    const path = await pickFile("backup");
    if (path) setRestoring(known(path, query.data));
  };
  useCommands([
    {
      id: "backup.elsewhere",
      title: "palette:to.backupElsewhere",
      also: "palette:words.backup",
      group: "desk",
      icon: FolderOutput,
      run: () => void elsewhere(),
    },
    {
      id: "backup.restore",
      title: "palette:to.restoreBackup",
      also: "palette:words.restore",
      group: "desk",
      icon: Archive,
      run: () => void fromFile(),
    },
  ]);
  return (
    <section>
      <header className={css.head}>
        <h2>{t("health:backups")}</h2>
        <span className={css.headActs}>
          <LinkButton onClick={() => void elsewhere()}>{t("health:backup.elsewhere")}</LinkButton>
          <LinkButton onClick={() => void fromFile()}>{t("health:backup.restoreFile")}</LinkButton>
        </span>
      </header>
      <Answered
        of={query}
        unreadable={t("health:backup.unreadable")}
        rows={2}
        within
        empty={(backups) =>
          backups.length === 0 && (
            <Notice tone="warn" title={t("health:backup.none")}>
              {t("health:backup.noneWords")}
            </Notice>
          )
        }
      >
        {(backups) => (
          <ul className={css.backups}>
            {backups.map((backup) => (
              <Backup key={backup.path} backup={backup} onRestore={() => setRestoring(backup)} />
            ))}
          </ul>
        )}
      </Answered>
      <div className={css.below}>
        <Button icon={Archive} busy={busy} onClick={() => void create("")}>
          {t("health:backup.create")}
        </Button>
      </div>
      {restoring !== undefined && (
        <RestoreDialog backup={restoring} onClose={() => setRestoring(undefined)} />
      )}
    </section>
  );
}

function Backup({ backup, onRestore }: { backup: BackupView; onRestore: () => void }) {
  const t = useText();
  const format = useFormat();
  const [checking, setChecking] = useState(false);
  const verify = async () => {
    setChecking(true);
    await act(commands.backupVerify({ path: backup.path, secret: "" }), (found) =>
      text("health:backup.verified", { people: found.people ?? 0 }),
    );
    setChecking(false);
  };
  return (
    <li title={backup.path}>
      <MessageGlyph
        progress={backup.verified ? "sent" : "held"}
        label={t(backup.verified ? "health:backup.isVerified" : "health:backup.notVerified")}
      />
      <span className={css.name}>{format.dayTime(backup.at)}</span>
      <span className={css.words}>
        {kindWords(backup.kind, t)}, {format.fileSize(backup.bytes ?? 0)}
        {backup.people !== null && `, ${t("health:backup.people", { count: backup.people })}`}
      </span>
      <span className={css.act}>
        <LinkButton aria-busy={checking} onClick={() => !checking && void verify()}>
          {t(checking ? "health:backup.reading" : "health:backup.verify")}
        </LinkButton>
        <LinkButton onClick={onRestore}>{t("health:backup.restore")}</LinkButton>
      </span>
    </li>
  );
}

function kindWords(kind: string, t: ReturnType<typeof useText>): string {
  switch (kind) {
    case "manual":
    case "automatic":
    case "before_migration":
      return t(`health:backup.kind.${kind}`);
    default:
      return kind;
  }
}
