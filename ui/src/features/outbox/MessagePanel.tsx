import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ChevronDown, ChevronUp, RotateCcw, Trash2, UserRound, X } from "lucide-react";
import type { OutboxDetail, OutboxRow } from "@/data/client";
import { sayReason } from "@/data/say";
import { Answered } from "@/design/Answered";
import { Button, IconButton } from "@/design/Button";
import { MessageGlyph } from "@/design/Glyph";
import { MessageText } from "@/design/Letter";
import { Notice } from "@/design/Notice";
import { SidePanel } from "@/design/SidePanel";
import { Tag } from "@/design/Tag";
import { VerdictBox } from "@/features/outreach/VerdictBox";
import { progressOf, stepWords, toneOf } from "@/features/outreach/words";
import { useText } from "@/i18n";
import { approve, hold, recall, retry } from "./acts";
import { EditMessage } from "./EditMessage";
import { canApprove, canDiscard, canEdit, canHold } from "./groups";
import css from "./outbox.module.css";
import { messageQuery } from "./queries";
import { useReview } from "./reviewed";
import { Trail } from "./Trail";
import { UnknownOutcome } from "./UnknownOutcome";

interface MessagePanelProps {
  id: string;
  /** It is in the editor: how it is closed, and whether it is held meanwhile. */
  edit: { held: boolean; onDone: () => void; onCancel: () => void } | undefined;
  onEdit: (row: OutboxRow) => void;
  /** To the message before or after; absent where there is only one. */
  onMove?: ((step: 1 | -1) => void) | undefined;
  onClose: () => void;
  onGiveUp: (row: OutboxRow) => void;
  /** It was approved or held: the next one may come. */
  onDone: (row: OutboxRow) => void;
}

/** One message, whole: who gets what, why it waits, what happened so far, what can be done. */
export function MessagePanel({ id, edit, onEdit, onMove, onClose, onGiveUp, onDone }: MessagePanelProps) {
  const t = useText();
  const query = useQuery(messageQuery(id));
  useReview(query.data ? id : undefined);
  const message = query.data;
  if (!message) {
    return (
      <SidePanel label={t("outbox:panel.message")} head={<PanelTools onMove={onMove} onClose={onClose} />}>
        <Answered of={query} unreadable={t("outbox:panel.unreadable")} rows={6} within />
      </SidePanel>
    );
  }
  // Whatever becomes of the message meanwhile, what is being typed stays until the seller closes it.
  if (edit) return <EditMessage message={message} {...edit} />;
  return (
    <SidePanel
      label={message.row.subject}
      head={<PanelHead message={message} onMove={onMove} onClose={onClose} />}
      foot={
        <div className={css.foot}>
          <Trail message={message} />
          <Acts
            message={message}
            onEdit={() => onEdit(message.row)}
            onGiveUp={() => onGiveUp(message.row)}
            onDone={() => onDone(message.row)}
          />
        </div>
      }
    >
      <div className={css.body}>
        <Situation message={message} />
        {message.warnings.length > 0 && (
          <Notice tone="warn" title={t("outbox:panel.warnings", { count: message.warnings.length })}>
            <ul>
              {message.warnings.map((warning) => (
                <li key={warning.code}>{sayReason(warning)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <section lang={message.language || undefined} aria-label={t("outreach:letter.text")}>
          <MessageText text={message.text} />
        </section>
      </div>
    </SidePanel>
  );
}

function PanelTools({ onMove, onClose }: Pick<MessagePanelProps, "onMove" | "onClose">) {
  const t = useText();
  return (
    <span className={css.tools}>
      {onMove && (
        <IconButton
          label={t("outreach:list.previous")}
          keys="k"
          icon={ChevronUp}
          onClick={() => onMove(-1)}
        />
      )}
      {onMove && (
        <IconButton label={t("outreach:list.next")} keys="j" icon={ChevronDown} onClick={() => onMove(1)} />
      )}
      <IconButton className={css.close} label={t("common:close")} keys="escape" icon={X} onClick={onClose} />
    </span>
  );
}

function PanelHead({
  message,
  ...tools
}: { message: OutboxDetail } & Pick<MessagePanelProps, "onMove" | "onClose">) {
  const t = useText();
  const { row } = message;
  return (
    <>
      <div className={css.line}>
        <Tag tone={toneOf[row.state]}>
          <MessageGlyph progress={progressOf(row.state)} />
          {t(`outreach:state.${row.state}`)}
        </Tag>
        <span className={css.origin}>
          {stepWords(row.step, t)}
          {row.runNumber ? `, ${t("outbox:when.run", { number: row.runNumber })}` : ""}
        </span>
        <PanelTools {...tools} />
      </div>
      <h2 className={css.subject} lang={message.language || undefined}>
        {row.subject}
      </h2>
      <dl className={css.meta}>
        <dt>{t("outreach:letter.to")}</dt>
        <dd title={message.to}>{message.to}</dd>
        <dt>{t("outreach:letter.from")}</dt>
        <dd title={message.from}>{message.from}</dd>
      </dl>
    </>
  );
}

/** The one coloured box: what stands in the way, or what must be decided. */
function Situation({ message }: { message: OutboxDetail }) {
  const t = useText();
  const { row } = message;
  if (row.state === "unknown") return <UnknownOutcome message={message} />;
  if (row.state === "failed") {
    return (
      <Notice tone="bad" title={t("outbox:failed.title")}>
        {row.reason ? `${sayReason(row.reason)}. ` : ""}
        {t("outbox:failed.words", { count: row.attempts })}
      </Notice>
    );
  }
  if (row.state === "cancelled" && row.reason) {
    return (
      <Notice tone="quiet" title={t("outbox:cancelled.title")}>
        {sayReason(row.reason)}
      </Notice>
    );
  }
  // What is held waits for the seller alone: no hour can be told.
  if (row.state === "held" && message.verdict?.answer === "wait" && message.verdict.until) return null;
  if (message.verdict && row.state !== "sent" && row.state !== "sending" && row.state !== "cancelled") {
    return <VerdictBox verdict={message.verdict} />;
  }
  return null;
}

function Acts({
  message,
  onEdit,
  onGiveUp,
  onDone,
}: {
  message: OutboxDetail;
  onEdit: () => void;
  onGiveUp: () => void;
  onDone: () => void;
}) {
  const t = useText();
  const navigate = useNavigate();
  const { row } = message;
  const rows = [row];
  const recallable = row.recallUntil !== null && new Date(row.recallUntil) > new Date();
  if (row.state === "cancelled" && row.person) {
    const { id } = row.person;
    return (
      <div className={css.acts}>
        <Button icon={UserRound} onClick={() => void navigate({ to: "/people", search: { person: id } })}>
          {t("outbox:act.person")}
        </Button>
      </div>
    );
  }
  if (!canEdit(row)) return null;
  return (
    <div className={css.acts}>
      {canApprove(row) && (
        <Button kind="primary" keys="a" onClick={() => void approve(rows).then((done) => done && onDone())}>
          {t("outbox:act.approve")}
        </Button>
      )}
      {row.state === "failed" && (
        <Button kind="primary" icon={RotateCcw} onClick={() => void retry(rows)}>
          {t("common:retry")}
        </Button>
      )}
      {row.state === "scheduled" && recallable && (
        <Button icon={RotateCcw} onClick={() => void recall([row.id])}>
          {t("outbox:acts.callBack")}
        </Button>
      )}
      {canHold(row) && (
        <Button keys="h" onClick={() => void hold(rows).then((done) => done && onDone())}>
          {t("outbox:act.hold")}
        </Button>
      )}
      <Button keys="e" onClick={onEdit}>
        {t("outbox:act.edit")}
      </Button>
      {canDiscard(row) && (
        <span className={css.end}>
          <IconButton label={t("outbox:act.giveUp")} icon={Trash2} size="md" onClick={onGiveUp} />
        </span>
      )}
    </div>
  );
}
