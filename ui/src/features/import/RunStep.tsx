import { useNavigate } from "@tanstack/react-router";
import { CircleStop, Undo2, Upload, Users } from "lucide-react";
import { useState } from "react";
import { act, undo } from "@/data/act";
import { commands } from "@/data/client";
import { sayReason } from "@/data/say";
import { Button } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { ProgressBar } from "@/design/ProgressBar";
import { LeaderLine, LeaderLines, Paper, PaperRule } from "@/design/Receipt";
import { Tag } from "@/design/Tag";
import { useText } from "@/i18n";
import type { StepProps } from "./ImportScreen";
import css from "./import.module.css";
import { LostValues } from "./LostValues";
import { saveRejects } from "./rejects";
import { toWrite } from "./steps";
import { parted } from "./warnings";

/** The import at work, then its report: numbers that add up, the refused lines as a file, undo. */
export function RunStep({ view, go }: StepProps) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const writes = toWrite(view);
  // The rate is that of this look at it: an import may have been going on before the window was opened.
  const [began] = useState(() => ({ at: Date.now(), applied: view.applied }));
  const [undoing, setUndoing] = useState(false);
  const takeBack = async () => {
    setUndoing(true);
    await undo(view.operation ?? undefined);
    setUndoing(false);
  };
  if (view.state === "applying") {
    const rate = Math.round((view.applied - began.applied) / Math.max(1, (Date.now() - began.at) / 1000));
    return (
      <div className={css.column}>
        <h2 className={css.figure}>{t("imports:run.applying")}</h2>
        <ProgressBar
          label={t("imports:run.applying")}
          total={Math.max(writes, 1)}
          shares={[
            {
              id: "applied",
              value: Math.min(view.applied, writes),
              tone: "accent",
              label: t("imports:run.written"),
            },
          ]}
        />
        <div className={css.progressLine}>
          <span aria-live="off">
            {t("imports:run.of", { done: Math.min(view.applied, writes), of: writes })}
          </span>
          <span className={css.quiet}>{t("imports:run.rate", { rate })}</span>
          <Button icon={CircleStop} onClick={() => void act(commands.importCancel({ id: view.id }))}>
            {t("imports:run.stop")}
          </Button>
        </div>
        <p className={css.quiet}>{t("imports:run.goOn")}</p>
      </div>
    );
  }
  const [, lines] = parted(view.warnings);
  return (
    <div className={css.scroll}>
      <div className={css.column}>
        <Paper label={t("imports:run.report")}>
          <header className={css.paperHead}>
            <b>{view.fileName}</b>
            <Tag tone={view.undone ? "quiet" : view.state === "applied" ? "ok" : "warn"}>
              {view.undone ? t("imports:earlier.undone") : t(`imports:state.${view.state}`)}
            </Tag>
          </header>
          {view.finishedAt && <p className={css.quiet}>{format.dayTime(view.finishedAt)}</p>}
          <PaperRule />
          <p className={css.total}>
            <b>{format.count(view.rows)}</b> {t("imports:run.every", { rows: view.rows })}
          </p>
          <PaperRule />
          <LeaderLines>
            <LeaderLine label={t("imports:plan.create")} value={format.count(view.created)} />
            <LeaderLine label={t("imports:plan.update")} value={format.count(view.updated)} />
            <LeaderLine label={t("imports:plan.unchanged")} value={format.count(view.unchanged)} />
            <LeaderLine label={t("imports:plan.skip")} value={format.count(view.skipped)} />
            <LeaderLine label={t("imports:plan.reject")} value={format.count(view.rejected)} />
            {view.correspondence && !view.correspondence.failure && (
              <LeaderLine
                label={t("imports:run.correspondence")}
                value={format.count(view.correspondence.entered)}
              />
            )}
          </LeaderLines>
        </Paper>
        {view.correspondence?.failure && (
          <Notice tone="warn" title={t("imports:run.noCorrespondence")}>
            {sayReason(view.correspondence.failure)}
          </Notice>
        )}
        {view.correspondence && !view.correspondence.failure && (
          <Notice tone="quiet" title={t("imports:run.correspondence")}>
            {t("imports:run.entered", {
              count: view.correspondence.entered,
              people: view.correspondence.people,
            })}{" "}
            {view.correspondence.strangers > 0 &&
              t("imports:run.strangers", { count: view.correspondence.strangers })}
          </Notice>
        )}
        {view.state === "applied" &&
          !view.undone &&
          !view.correspondence &&
          view.correspondenceFiles.length > 0 && (
            <Notice
              tone="quiet"
              title={t("imports:run.leftCorrespondence")}
              actions={<Button onClick={() => go("file")}>{t("imports:run.openAgain")}</Button>}
            >
              {t("imports:run.leftCorrespondenceHint", { files: view.correspondenceFiles.join(", ") })}
            </Notice>
          )}
        <LostValues of={lines} />
        {view.state === "cancelled" && (
          <Notice tone="warn" title={t("imports:run.cancelled")}>
            {t("imports:run.cancelledHint", { count: view.applied })}
          </Notice>
        )}
        <div className={css.reportActs}>
          {view.operation && !view.undone && (
            <Button icon={Undo2} busy={undoing} onClick={() => void takeBack()}>
              {t("imports:run.undo")}
            </Button>
          )}
          {view.rejected > 0 && (
            <Button icon={Upload} onClick={() => void saveRejects(view)}>
              {t("imports:check.saveRejects")}
            </Button>
          )}
          <span />
          <Button kind="ghost" onClick={() => go("file")}>
            {t("imports:read.another")}
          </Button>
          <Button kind="primary" icon={Users} onClick={() => void navigate({ to: "/people" })}>
            {t("imports:run.see")}
          </Button>
        </div>
      </div>
    </div>
  );
}
