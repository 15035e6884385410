import { act } from "@/data/act";
import type { commands, TableFormat } from "@/data/client";
import { text } from "@/i18n";
import { pickTarget } from "@/platform/files";

/** The files companies and opportunities can be written to. */
export const tableFormats = ["csv", "xlsx"] as const;

/** Writes companies or opportunities to a file of the seller's choice. */
export async function exportTable(
  area: "companies" | "opportunities",
  format: (typeof tableFormats)[number],
  write: (format: TableFormat, path: string) => ReturnType<typeof commands.exportCompanies>,
) {
  const path = await pickTarget(format, `${text(`${area}:export.name`)}.${format}`);
  if (path)
    await act(write(format, path), (done) =>
      text(`${area}:export.done`, { count: done.rows, path: done.path }),
    );
}
