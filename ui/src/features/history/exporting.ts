import { act } from "@/data/act";
import { type ChangesAsk, commands } from "@/data/client";
import { text } from "@/i18n";
import { pickTarget } from "@/platform/files";

/** The files changes can be written to. */
export const changesFormats = ["csv", "json"] as const;

/** Writes changes, one line each field, to a file of the seller's choice. */
export async function exportChanges(ask: ChangesAsk, format: (typeof changesFormats)[number]) {
  const path = await pickTarget(format, `${text("history:screen.title")}.${format}`);
  if (path)
    await act(commands.historyExport({ ask, format, path }), (done) =>
      text("history:screen.exported", { rows: done.rows, path: done.path }),
    );
}
