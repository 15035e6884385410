import type { ImportPreview } from "@/data/client";
import { useFormat } from "@/design/format";
import { useText } from "@/i18n";
import css from "./import.module.css";

/** The first lines as they are read: what is understood otherwise than it is written stands on its own ground. */
export function PreviewTable({ preview }: { preview: Pick<ImportPreview, "columns" | "rows"> }) {
  const t = useText();
  const format = useFormat();
  // A day stands as days stand everywhere in the window: which part of it was the month shows at once.
  const said = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? format.shortDay(value) : value);
  return (
    <table className={css.table}>
      <caption>
        {t("imports:read.preview")}
        <span className={css.legend}>
          <i data-tone="accent" aria-hidden="true" />
          {t("imports:read.understood")}
          <i data-tone="warn" aria-hidden="true" />
          {t("imports:read.toCheck")}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={css.lineNumber}>
            {t("imports:read.line")}
          </th>
          {preview.columns.map((column, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file may have one name twice and never move
            <th key={at} scope="col">
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preview.rows.map((row) => (
          <tr key={row.line}>
            <td className={css.lineNumber}>{row.line}</td>
            {preview.columns.map((_, at) => {
              const read = row.understood.find(({ column }) => column === at);
              const written = row.cells[at] ?? "";
              return (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file may have one name twice and never move
                  key={at}
                  title={written}
                  data-read={read ? (read.value ? "understood" : "open") : undefined}
                >
                  {read?.value ? said(read.value) : written}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
