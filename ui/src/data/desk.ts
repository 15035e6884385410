import { useQuery } from "@tanstack/react-query";
import { commands } from "./client";
import { read } from "./queries";

/** Where the desk stands: none, locked or open, and what the banners tell. */
export const workspaceQuery = read(["workspace_status"], ["workspace", "outbox"], () =>
  commands.workspaceStatus({}),
);

/** What undo and redo would do. */
export const historyTopQuery = read(["history_top"], ["history"], () => commands.historyTop({}));

/** Connections, caps, queue, last backup. */
export const healthQuery = read(["health_get"], ["health", "outbox", "backups", "settings", "linkedin"], () =>
  commands.healthGet({}),
);

/** Whether all sending stands still because the seller said so: a state, and no fault of anything. */
export function pausedByChoice(why: string | null | undefined): boolean {
  return why === "outbox.paused_by_seller";
}

/** All settings, by key. */
export const settingsQuery = read(["settings_get"], ["settings"], () => commands.settingsGet({}));

/** The value of one setting once known. */
export function useSetting(key: string): string | undefined {
  return useQuery({ ...settingsQuery, select: (all) => all.values.find((value) => value.key === key)?.value })
    .data;
}
