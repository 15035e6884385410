import { useQuery } from "@tanstack/react-query";
import { Archive } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { type BackupView, commands } from "@/data/client";
import { healthQuery } from "@/data/desk";
import { read } from "@/data/queries";
import { Button, LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { MessageGlyph } from "@/design/Glyph";
import { known, type Named } from "@/features/health/backupNames";
import { RestoreDialog } from "@/features/health/RestoreDialog";
import { useText } from "@/i18n";
import { pickFile, pickTarget } from "@/platform/files";
import { FlagSettings } from "./controls";
import { Group } from "./Group";
import css from "./settings.module.css";

const list = read(["backup_list"], ["backups"], () => commands.backupList({}));

/** Copies of the desk: each read back after it was written, each can become the desk again. */
export function Backups() {
  const t = useText();
  const format = useFormat();
  const backups = useQuery(list).data ?? [];
  const last = useQuery(healthQuery).data?.lastBackupAt;
  const [restoring, setRestoring] = useState<Named>();
  const [busy, setBusy] = useState(false);
  const create = async (target: string) => {
    setBusy(true);
    await act(commands.backupCreate({ path: target }), (done) =>
      t("settings:backup.made", { size: format.fileSize(done.bytes ?? 0) }),
    );
    setBusy(false);
  };
  return (
    <Group
      title={t("settings:backup.title")}
      aside={last ? t("settings:backup.last", { at: format.dayTime(last) }) : t("settings:backup.never")}
    >
      <FlagSettings
        label={t("settings:backup.when")}
        flags={[
          { name: "backup.daily", label: t("settings:backup.daily"), hint: t("settings:backup.dailyHint") },
        ]}
      />
      {backups.length > 0 && (
        <ul className={css.rows}>
          {backups.map((backup) => (
            <Row key={backup.path} backup={backup} onRestore={() => setRestoring(backup)} />
          ))}
        </ul>
      )}
      <div className={css.lineActs}>
        <Button icon={Archive} busy={busy} onClick={() => void create("")}>
          {t("settings:backup.now")}
        </Button>
        <Button
          kind="ghost"
          onClick={async () => {
            const target = await pickTarget("backup", `rainmaker-${new Date().toISOString().slice(0, 10)}`);
            if (target) await create(target);
          }}
        >
          {t("settings:backup.elsewhere")}
        </Button>
        <Button
          kind="ghost"
          onClick={async () => {
            const file = await pickFile("backup");
            if (file) setRestoring(known(file, backups));
          }}
        >
          {t("settings:backup.restoreFile")}
        </Button>
      </div>
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(undefined)} />}
    </Group>
  );
}

function Row({ backup, onRestore }: { backup: BackupView; onRestore: () => void }) {
  const t = useText();
  const format = useFormat();
  return (
    <li>
      <MessageGlyph progress={backup.verified ? "sent" : "unknown"} />
      <time dateTime={backup.at}>{format.dayTime(backup.at)}</time>
      <span className={css.rowWords}>
        {t(backup.verified ? "settings:backup.verified" : "settings:backup.unverified", {
          people: backup.people ?? 0,
        })}
        , {t(`settings:backup.kind.${backup.kind as "manual"}`)}
      </span>
      <span className={css.rowQuiet}>{format.fileSize(backup.bytes ?? 0)}</span>
      <LinkButton onClick={onRestore}>{t("settings:backup.restore")}</LinkButton>
    </li>
  );
}
