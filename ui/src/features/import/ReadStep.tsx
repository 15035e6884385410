import { useQuery } from "@tanstack/react-query";
import { FileWarning } from "lucide-react";
import { ask } from "@/data/ask";
import { commands } from "@/data/client";
import { sayReason } from "@/data/say";
import { Button } from "@/design/Button";
import { fileOf } from "@/design/format";
import { Notice } from "@/design/Notice";
import { ProgressBar } from "@/design/ProgressBar";
import { useText } from "@/i18n";
import { Foot } from "./Foot";
import type { StepProps } from "./ImportScreen";
import css from "./import.module.css";

const separators: Partial<Record<string, "comma" | "semicolon" | "tab" | "pipe">> = {
  comma: "comma",
  semicolon: "semicolon",
  tab: "tab",
  pipe: "pipe",
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
};

/** Lines shown as they were read: enough to see a shifted column. */
const FIRST = 20;

/** What the file is and how it was read, with its first lines. */
export function ReadStep({ view, go }: StepProps) {
  const t = useText();
  const first = useQuery({
    queryKey: ["import_rows", view.id, "first"],
    queryFn: () => ask(commands.importRows({ id: view.id, plan: null, offset: 0, limit: FIRST })),
    enabled: view.state !== "failed" && view.state !== "reading",
  });
  if (view.state === "failed") {
    return (
      <div className={css.column}>
        <Notice
          tone="bad"
          icon={FileWarning}
          title={t("imports:read.failed", { file: fileOf(view.fileName) })}
          actions={
            <Button size="sm" onClick={() => go("file")}>
              {t("imports:read.another")}
            </Button>
          }
        >
          {view.failure && sayReason(view.failure)}
        </Notice>
      </div>
    );
  }
  if (view.state === "reading") {
    return (
      <div className={css.column}>
        <h2 className={css.figure}>{t("imports:read.reading")}</h2>
        <ProgressBar
          shares={[{ id: "read", value: view.rows, tone: "accent", label: t("imports:read.lines") }]}
          total={Math.max(view.rows, 1)}
          label={t("imports:read.reading")}
        />
        <p className={css.quiet}>{t("imports:read.linesSoFar", { rows: view.rows })}</p>
      </div>
    );
  }
  const separator = separators[view.delimiter];
  const facts = [
    [t("imports:read.kind"), t(`imports:kind.${view.kind as "csv"}`)],
    [t("imports:read.encoding"), view.encoding],
    [t("imports:read.separator"), separator ? t(`imports:separator.${separator}`) : view.delimiter],
  ] as const;
  return (
    <div className={css.wizard}>
      <div className={css.two}>
        <aside className={css.side}>
          <h2 className={css.figure}>
            {t("imports:read.count", { rows: view.rows, columns: view.columns.length })}
          </h2>
          <p className={css.sideLead}>{t("imports:read.nothingYet")}</p>
          <dl className={css.facts}>
            {facts.map(
              ([label, value]) =>
                value && (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ),
            )}
          </dl>
          {view.ignoredFiles.length > 0 && (
            <Notice tone="quiet" title={t("imports:read.ignored", { count: view.ignoredFiles.length })}>
              {view.ignoredFiles.slice(0, 6).join(", ")}
              {view.ignoredFiles.length > 6 ? "…" : ""}
            </Notice>
          )}
        </aside>
        <section className={css.tableArea} aria-label={t("imports:read.preview")}>
          <table className={css.table}>
            <caption>{t("imports:read.preview")}</caption>
            <thead>
              <tr>
                <th scope="col" className={css.lineNumber}>
                  {t("imports:read.line")}
                </th>
                {view.columns.map((column) => (
                  <th key={column.header} scope="col">
                    {column.header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.data?.map((row) => (
                <tr key={row.line}>
                  <td className={css.lineNumber}>{row.line}</td>
                  {view.columns.map((column, at) => (
                    <td key={column.header} title={row.cells[at]}>
                      {row.cells[at]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <Foot
        back="file"
        go={go}
        words={t(view.kind === "linkedin" ? "imports:read.linkedin" : "imports:read.table")}
        next={{ label: t("imports:read.next", { count: view.columns.length }), run: () => go("map") }}
      />
    </div>
  );
}
