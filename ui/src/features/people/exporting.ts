import { act } from "@/data/act";
import { commands, type ExportFormat, type ExportLayout, type Selection } from "@/data/client";
import { type TextKey, text } from "@/i18n";
import { pickTarget } from "@/platform/files";

/** The files people can be written to, with what each is called. */
export const exportsOfPeople: ReadonlyArray<{ format: ExportFormat; layout: ExportLayout; title: TextKey }> =
  [
    { format: "csv", layout: "full", title: "people:export.csv" },
    { format: "xlsx", layout: "full", title: "people:export.xlsx" },
    { format: "vcard", layout: "full", title: "people:export.vcard" },
    { format: "vcard40", layout: "full", title: "people:export.vcard4" },
    { format: "vcard21", layout: "full", title: "people:export.vcard21" },
    { format: "csv", layout: "sheet", title: "people:export.sheetCsv" },
    { format: "xlsx", layout: "sheet", title: "people:export.sheetXlsx" },
  ];

/** Whether a format is cards rather than a table. */
export function isCard(format: ExportFormat): boolean {
  return format === "vcard" || format === "vcard21" || format === "vcard40";
}

/** Writes people to a file of the seller's choice. */
export async function exportPeople(selection: Selection, format: ExportFormat, layout: ExportLayout) {
  const name = text("people:export.name");
  const path = isCard(format)
    ? await pickTarget("vcard", `${name}.vcf`)
    : await pickTarget(format as "csv" | "xlsx", `${name}.${format}`);
  if (path)
    await act(commands.exportPeople({ selection, format, layout, path }), (done) =>
      text("people:export.done", { count: done.rows, path: done.path }),
    );
}
