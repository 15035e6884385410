import { FileWarning } from "lucide-react";
import { sayReason } from "@/data/say";
import { Button } from "@/design/Button";
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

/** What the file is and how it was read, with its first lines. */
export function ReadStep({ view, go }: StepProps) {
  const t = useText();
  if (view.state === "failed") {
    return (
      <div className={css.column}>
        <Notice
          tone="bad"
          icon={FileWarning}
          title={t("imports:read.failed")}
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
  const lines = Math.max(0, ...view.columns.map((column) => column.samples.length));
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
                {view.columns.map((column) => (
                  <th key={column.header} scope="col">
                    {column.header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: lines }, (_, line) => line).map((line) => (
                <tr key={line}>
                  {view.columns.map((column) => (
                    <td key={column.header}>{column.samples[line]}</td>
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
