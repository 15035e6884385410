import { commands } from "@/data/client";
import { read } from "@/data/queries";

export { healthQuery } from "@/data/desk";

/** Backups the desk knows. */
export const backupsQuery = read(["backup_list"], ["backups"], () => commands.backupList({}));
