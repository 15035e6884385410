import { act } from "@/data/act";
import { commands } from "@/data/client";
import { text } from "@/i18n";

/** After a restore: messages may leave again. */
export async function releaseHold(): Promise<void> {
  await act(commands.workspaceReleaseHold({}), () => text("frame:banner.released"));
}
