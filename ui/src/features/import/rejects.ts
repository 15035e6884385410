import { act } from "@/data/act";
import { commands, type ImportView } from "@/data/client";
import { text } from "@/i18n";
import { pickTarget } from "@/platform/files";

/** Saves the lines that could not be used as a CSV with a column for the reason. */
export async function saveRejects(view: ImportView): Promise<void> {
  const name = view.fileName.replace(/\.[^.]+$/, "");
  const path = await pickTarget("csv", text("imports:rejectsName", { name }));
  if (path)
    await act(commands.importRejects({ id: view.id, path }), (done) =>
      text("imports:rejectsSaved", { count: done.rows, path: done.path }),
    );
}
