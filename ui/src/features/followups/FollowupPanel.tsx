import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Pencil, X } from "lucide-react";
import type { FollowupView } from "@/data/client";
import { Answered } from "@/design/Answered";
import { Button, IconButton } from "@/design/Button";
import { Fact, Facts } from "@/design/Facts";
import { useFormat } from "@/design/format";
import { Letter, MessageText } from "@/design/Letter";
import { Notice } from "@/design/Notice";
import { SidePanel } from "@/design/SidePanel";
import { messageQuery } from "@/features/outbox/queries";
import { useText } from "@/i18n";
import { approveFollowups, canApprove, stopFollowups } from "./acts";
import css from "./followups.module.css";

interface FollowupPanelProps {
  row: FollowupView;
  onEdit: (row: FollowupView) => void;
  onClose: () => void;
}

/** One follow-up: what it follows, its draft, and the one question the desk cannot answer: did they reply? */
export function FollowupPanel({ row, onEdit, onClose }: FollowupPanelProps) {
  const t = useText();
  const format = useFormat();
  return (
    <SidePanel
      label={row.person.name}
      head={
        <div className={css.head}>
          <div>
            <h2>{row.person.name}</h2>
            <p>{row.company}</p>
          </div>
          <span className={css.tools}>
            {row.outboxId && (
              <IconButton label={t("outbox:act.edit")} keys="e" icon={Pencil} onClick={() => onEdit(row)} />
            )}
            <IconButton label={t("common:close")} keys="escape" icon={X} onClick={onClose} />
          </span>
        </div>
      }
      foot={
        <div className={css.acts}>
          {canApprove(row) && (
            <Button kind="primary" keys="a" onClick={() => void approveFollowups([row])}>
              {t("followups:act.approve")}
            </Button>
          )}
          <Button keys="s" onClick={() => void stopFollowups([row])}>
            {t("followups:act.stop")}
          </Button>
        </div>
      }
    >
      <div className={css.body}>
        <Facts>
          <Fact label={t("followups:fact.which")}>{t("followups:nthLong", { n: row.n, of: row.of })}</Fact>
          <Fact label={t("followups:fact.due")}>{format.longDay(row.dueOn)}</Fact>
          {row.follows && <Fact label={t("followups:fact.follows")}>{row.follows}</Fact>}
          {row.runNumber && (
            <Fact label={t("followups:fact.run")}>{t("runs:untitled", { number: row.runNumber })}</Fact>
          )}
        </Facts>
        {row.outboxId ? (
          <>
            <Notice tone="accent" title={t("followups:confirm.title")}>
              {t("followups:confirm.words")}
            </Notice>
            <Draft id={row.outboxId} />
          </>
        ) : (
          <Later row={row} />
        )}
      </div>
    </SidePanel>
  );
}

/** Why there is no draft yet: its day, or the message before it. */
function Later({ row }: { row: FollowupView }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { awaits } = row;
  if (awaits?.state === "unknown") {
    return (
      <Notice
        tone="doubt"
        title={t("followups:awaits.unknownTitle")}
        actions={
          <Button onClick={() => void navigate({ to: "/outbox", search: { tab: "unknown", id: awaits.id } })}>
            {t("followups:awaits.open")}
          </Button>
        }
      >
        {t("followups:awaits.unknownWords")}
      </Notice>
    );
  }
  return (
    <p className={css.later}>
      {t(awaits ? "followups:awaits.leftWords" : "followups:notWritten", { day: format.longDay(row.dueOn) })}
    </p>
  );
}

function Draft({ id }: { id: string }) {
  const t = useText();
  const query = useQuery(messageQuery(id));
  if (query.data) {
    return (
      <Letter to={query.data.to} subject={query.data.row.subject} lang={query.data.language}>
        <MessageText text={query.data.text} />
      </Letter>
    );
  }
  return <Answered of={query} unreadable={t("outbox:panel.unreadable")} rows={4} within />;
}
