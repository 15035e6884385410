import type { BackupView } from "@/data/client";
import { fileOf, type useFormat } from "@/design/format";
import type { Text } from "@/i18n";

/** What is known of a backup: a file chosen from elsewhere has its name alone. */
export type Named = Pick<BackupView, "path"> & Partial<Pick<BackupView, "at" | "kind">>;

/** As the desk names its own files: the moment in UTC, then the kind or the version an update began from. */
const OWN = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-(manual|automatic|before-upgrade-from-\d+)\./;

/** A file as the list knows it, else as its name tells it. */
export function known(path: string, listed: readonly BackupView[] = []): Named {
  const found = listed.find((backup) => backup.path === path);
  if (found) return found;
  const [, year, month, day, hour, minute, second, kind] = OWN.exec(fileOf(path)) ?? [];
  if (!kind) return { path };
  return {
    path,
    kind: kind.startsWith("before") ? "before_migration" : kind,
    at: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
  };
}

/** A backup in a sentence: its kind with its day and hour, or the file where nothing else is known. */
export function backupWords(
  { path, at, kind }: Named,
  t: Text,
  format: Pick<ReturnType<typeof useFormat>, "weekdayTime">,
): string {
  if (!at) return t("health:restore.file", { file: fileOf(path) });
  return t("health:restore.of", { kind: kind ?? "", at: format.weekdayTime(at) });
}
