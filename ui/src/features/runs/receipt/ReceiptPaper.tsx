import { Link } from "@tanstack/react-router";
import type { Receipt, RunView } from "@/data/client";
import { useFormat } from "@/design/format";
import { Logo } from "@/design/Mark";
import { LeaderLine, LeaderLines, Paper, PaperRule } from "@/design/Receipt";
import { Tag } from "@/design/Tag";
import { useText } from "@/i18n";
import { runTitle, toneOfRun } from "../words";
import css from "./receipt.module.css";

/** The receipt as a sheet of paper. Its sums stand under their total and add up to it. */
export function ReceiptPaper({ receipt, run }: { receipt: Receipt; run: RunView }) {
  const t = useText();
  const format = useFormat();
  const parts: [
    key: "sent" | "practised" | "drafted" | "scheduled" | "unknown" | "failed" | "cancelled",
    value: number,
  ][] = [
    ["sent", receipt.emailsSent - receipt.emailsPractised],
    ["practised", receipt.emailsPractised],
    ["drafted", receipt.emailsDrafted],
    ["scheduled", scheduledOf(receipt)],
    ["unknown", receipt.emailsUnknown],
    ["failed", receipt.emailsFailed],
    ["cancelled", receipt.emailsCancelled],
  ];
  return (
    <Paper label={t("runs:receipt.title")}>
      <div className={css.paperHead}>
        <Logo size={20} />
        <span>{t("runs:receipt.title")}</span>
        <span className={css.end}>
          <Tag tone={toneOfRun[receipt.state]}>{t(`runs:state.${receipt.state}`)}</Tag>
        </span>
      </div>
      <h2 className={css.paperTitle}>{runTitle(receipt, t)}</h2>
      <p className={css.fine}>
        {format.dayTime(receipt.startedAt) === format.dayTime(receipt.finishedAt)
          ? format.weekdayTime(receipt.startedAt)
          : t("runs:receipt.from", {
              from: format.weekdayTime(receipt.startedAt),
              to: format.weekdayTime(receipt.finishedAt),
            })}
      </p>
      <PaperRule />
      <p className={css.sum}>
        <b>{format.count(receipt.prospectsProcessed)}</b>{" "}
        {t("runs:receipt.people", { count: receipt.prospectsProcessed })}
      </p>
      <PaperRule />
      <LeaderLines>
        <LeaderLine label={t("runs:receipt.written")} value={format.count(receipt.emailsGenerated)} />
        {parts.map(
          ([key, value]) =>
            value > 0 && (
              <LeaderLine key={key} part label={t(`runs:receipt.part.${key}`)} value={format.count(value)} />
            ),
        )}
        <LeaderLine label={t("runs:receipt.notes")} value={format.count(receipt.linkedinConnections)} />
        <LeaderLine label={t("runs:receipt.followups")} value={format.count(receipt.followupsScheduled)} />
        <LeaderLine label={t("runs:receipt.notContacted")} value={format.count(receipt.notContacted)} />
      </LeaderLines>
      <PaperRule />
      <LeaderLines>
        <LeaderLine label={t("runs:receipt.errors")} value={format.count(receipt.errors.length)} />
        <LeaderLine label={t("runs:receipt.warnings")} value={format.count(receipt.warnings.length)} />
        <LeaderLine label={t("runs:receipt.worked")} value={format.duration(receipt.duration)} />
      </LeaderLines>
      <PaperRule />
      <p className={css.id}>{receipt.workflowId}</p>
      <p className={css.fine}>
        {t("runs:receipt.never")}{" "}
        {run.scheduled > 0 && (
          <Link to="/outbox" search={{ run: run.id, tab: "scheduled" }}>
            {t("runs:receipt.stillScheduled", { count: run.scheduled })}
          </Link>
        )}
      </p>
    </Paper>
  );
}

/** Messages written that had neither left nor stopped when the receipt was made. */
export function scheduledOf(receipt: Receipt): number {
  const told =
    receipt.emailsSent +
    receipt.emailsDrafted +
    receipt.emailsUnknown +
    receipt.emailsFailed +
    receipt.emailsCancelled;
  return Math.max(0, receipt.emailsGenerated - told);
}
