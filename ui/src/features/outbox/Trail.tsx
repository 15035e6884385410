import { ChevronRight } from "lucide-react";
import type { OutboxDetail, OutboxState } from "@/data/client";
import { useFormat } from "@/design/format";
import { MessageGlyph } from "@/design/Glyph";
import { Icon } from "@/design/Icon";
import { progressOf } from "@/features/outreach/words";
import { useText } from "@/i18n";
import css from "./outbox.module.css";

interface Stage {
  id: string;
  words: string;
  /** Drawn with this state; absent for what is still to come. */
  state?: OutboxState;
}

/** The way of a message so far, and what is left of it. */
export function Trail({ message }: { message: OutboxDetail }) {
  const t = useText();
  const stages = useStages(message);
  return (
    <ol className={css.trail} aria-label={t("outbox:trail.label")}>
      {stages.map((stage, index) => (
        <li key={stage.id} data-now={(stage.state && !stages[index + 1]?.state) || undefined}>
          {index > 0 && <Icon of={ChevronRight} size={12} />}
          {stage.state && <MessageGlyph progress={progressOf(stage.state)} />}
          <span>{stage.words}</span>
        </li>
      ))}
    </ol>
  );
}

function useStages({ row, approvedAt, startedAt }: OutboxDetail): Stage[] {
  const t = useText();
  const format = useFormat();
  const at = (
    key: "written" | "approved" | "tried" | "sent" | "failed" | "unknown" | "cancelled",
    moment: string | null,
  ): string =>
    moment ? t(`outbox:trail.${key}At`, { when: format.dayTime(moment) }) : t(`outbox:trail.${key}`);
  const stages: Stage[] = [
    { id: "written", words: at("written", row.createdAt), state: row.state === "draft" ? "draft" : "sent" },
  ];
  if (approvedAt) stages.push({ id: "approved", words: at("approved", approvedAt), state: "sent" });
  switch (row.state) {
    case "draft":
      return [
        ...stages,
        { id: "approval", words: t("outbox:trail.approval") },
        { id: "sent", words: t("outbox:trail.sent") },
      ];
    case "held":
      return [
        ...stages,
        { id: "held", words: t("outreach:state.held"), state: "held" },
        { id: "sent", words: t("outbox:trail.sent") },
      ];
    case "scheduled":
    case "sending":
      return [
        ...stages,
        { id: row.state, words: t(`outreach:state.${row.state}`), state: row.state },
        { id: "sent", words: t("outbox:trail.sent") },
      ];
    case "sent":
      return [...stages, { id: "sent", words: at("sent", row.finishedAt), state: "sent" }];
    case "unknown":
      return [
        ...stages,
        { id: "unknown", words: at("unknown", row.finishedAt ?? startedAt), state: "unknown" },
      ];
    case "failed":
      return [...stages, { id: "failed", words: at("failed", row.finishedAt ?? startedAt), state: "failed" }];
    case "cancelled":
      return [...stages, { id: "cancelled", words: at("cancelled", row.finishedAt), state: "cancelled" }];
  }
}
