import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { FileWarning } from "lucide-react";
import { useState } from "react";
import { ask } from "@/data/ask";
import { commands, type ImportPreview, type ImportReading, type ImportRowView } from "@/data/client";
import { sayError, sayReason } from "@/data/say";
import { Button } from "@/design/Button";
import { fileOf } from "@/design/format";
import { Notice } from "@/design/Notice";
import { ProgressBar } from "@/design/ProgressBar";
import { SkeletonRows } from "@/design/Skeleton";
import { useText } from "@/i18n";
import { Foot } from "./Foot";
import type { StepProps } from "./ImportScreen";
import css from "./import.module.css";
import { PreviewTable } from "./PreviewTable";
import { ReadingPanel } from "./ReadingPanel";
import { sameReading, toldBy } from "./reading";

/** What the file is and how it is read, with its first lines as they become under each choice. */
export function ReadStep({ view, go }: StepProps) {
  const t = useText();
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
  return <Settings key={view.id} view={view} go={go} />;
}

function Settings({ view, go }: StepProps) {
  const t = useText();
  const client = useQueryClient();
  const [reading, setReading] = useState<ImportReading>(view.reading);
  const preview = useQuery({
    queryKey: ["import_preview", view.id, view.columns.map((column) => column.field), reading],
    queryFn: () => ask(commands.importPreview({ id: view.id, reading })),
    enabled: view.readable,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const first = useQuery({
    queryKey: ["import_rows", view.id, "first"],
    queryFn: () =>
      ask(commands.importRows({ id: view.id, plan: null, only: null, after: null, offset: 0, limit: 20 })),
    enabled: !view.readable,
  });
  const reread = useMutation({
    mutationFn: (fresh: boolean) => ask(commands.importReread({ id: view.id, reading, fresh })),
    onSuccess: (now) => {
      client.setQueryData(["import_get", view.id], now);
      void client.invalidateQueries({ queryKey: ["import_rows", view.id] });
    },
  });
  const told = !sameReading(reading, view.reading);
  const next = () => {
    if (told) reread.mutate(false, { onSuccess: () => go("map") });
    else go("map");
  };
  const refused = reread.error ?? preview.error;
  const columns = preview.data?.columns.length ?? view.columns.length;
  return (
    <div className={css.wizard}>
      <div className={css.two} data-read="true">
        <aside className={css.side}>
          <h2 className={css.figure}>{t("imports:read.count", { rows: view.rows, columns })}</h2>
          <p className={css.sideLead}>{t("imports:read.nothingYet")}</p>
          <ReadingPanel
            view={view}
            preview={preview.data}
            reading={reading}
            onChange={(change) => setReading((now) => ({ ...now, ...change }))}
          />
          {view.ignoredFiles.length > 0 && (
            <Notice tone="quiet" title={t("imports:read.ignored", { count: view.ignoredFiles.length })}>
              {view.ignoredFiles.slice(0, 6).join(", ")}
              {view.ignoredFiles.length > 6 ? "…" : ""}
            </Notice>
          )}
          <p className={css.sideFoot}>
            {t(view.readable ? "imports:read.atOnce" : "imports:read.unreadable")}
          </p>
        </aside>
        <section className={css.tableArea} aria-label={t("imports:read.preview")}>
          {refused && (
            <div className={css.assumed}>
              <Notice tone="bad" title={t("imports:read.refused")}>
                {sayError(refused)}
              </Notice>
            </div>
          )}
          {preview.data && !preview.error ? (
            <PreviewTable preview={preview.data} />
          ) : preview.error ? null : (
            <Rows first={first.data} columns={view.columns} />
          )}
        </section>
      </div>
      <Foot
        back="file"
        go={go}
        words={
          view.remembered ? (
            <>
              {t("imports:read.remembered", { file: fileOf(view.remembered.fileName) })}{" "}
              {view.readable && (
                <Button size="sm" busy={reread.isPending} onClick={() => reread.mutate(true)}>
                  {t("imports:read.fresh")}
                </Button>
              )}
            </>
          ) : (
            t(`imports:read.told.${toldBy(preview.data ?? view)}`, {
              product: t(`imports:preset.${(preview.data ?? view).preset}`),
            })
          )
        }
        next={{
          label: t("imports:read.next", { count: columns }),
          run: next,
          busy: reread.isPending,
          blocked: preview.error ? t("imports:read.cannot") : undefined,
        }}
      />
    </div>
  );
}

function Rows({
  first,
  columns,
}: {
  first: readonly ImportRowView[] | undefined;
  columns: ImportPreview["columns"];
}) {
  return first ? <PreviewTable preview={asPreview(columns, first)} /> : <SkeletonRows rows={12} />;
}

/** The staged rows of a file that is no longer there, as they were read. */
function asPreview(
  columns: ImportPreview["columns"],
  rows: ReadonlyArray<{ line: number; cells: string[] }>,
): Pick<ImportPreview, "columns" | "rows"> {
  return { columns, rows: rows.map(({ line, cells }) => ({ line, cells, understood: [] })) };
}
