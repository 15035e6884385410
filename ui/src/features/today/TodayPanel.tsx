import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { TodayRow } from "@/data/client";
import { sayReason } from "@/data/say";
import { Button, IconButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Letter, MessageText } from "@/design/Letter";
import { ProgressBar } from "@/design/ProgressBar";
import { SidePanel } from "@/design/SidePanel";
import { SkeletonRows } from "@/design/Skeleton";
import { followupsQuery } from "@/features/followups/queries";
import { queueQuery } from "@/features/linkedin/queries";
import { statesOf, type Tab } from "@/features/outbox/groups";
import { messageQuery, messagesQuery } from "@/features/outbox/queries";
import { useReview } from "@/features/outbox/reviewed";
import { UnknownOutcome } from "@/features/outbox/UnknownOutcome";
import { runQuery } from "@/features/runs/queries";
import { runTitle, settled } from "@/features/runs/words";
import { useText } from "@/i18n";
import { AppointmentInHand, DueTasks, Stagnating, TaskInHand } from "./inHand";
import { kindOf } from "./kinds";
import css from "./today.module.css";

interface TodayPanelProps {
  row: TodayRow;
  go: (row: TodayRow) => void;
  onClose: () => void;
}

/** The row in hand: the first thing inside it, and the way to all of it. */
export function TodayPanel({ row, go, onClose }: TodayPanelProps) {
  const t = useText();
  const { messages } = kindOf(row);
  return (
    <SidePanel
      label={sayReason(row.what)}
      head={
        <div className={css.panelHead}>
          <h2>{sayReason(row.what)}</h2>
          <IconButton label={t("common:close")} keys="escape" icon={X} onClick={onClose} />
        </div>
      }
      foot={
        // The answers of an unknown outcome stand above: this only leads to where all of them are.
        <Button kind={row.kind === "unknown" ? "default" : "primary"} keys="enter" onClick={() => go(row)}>
          {openWords(row, t)}
        </Button>
      }
    >
      {messages && <FirstMessage tab={messages} />}
      {row.kind === "followups" && <FirstFollowup />}
      {row.kind === "linkedin" && <FirstNote />}
      {row.kind === "tasks" && <DueTasks />}
      {row.kind === "stagnating" && <Stagnating />}
      {row.id && row.kind === "task" && <TaskInHand id={row.id} />}
      {row.id && row.kind === "appointment" && <AppointmentInHand id={row.id} />}
      {row.id && row.kind.startsWith("run_") && <RunInHand id={row.id} />}
    </SidePanel>
  );
}

function openWords(row: TodayRow, t: ReturnType<typeof useText>): string {
  switch (row.kind) {
    case "drafts":
    case "followups":
    case "linkedin":
    case "unknown":
    case "failed":
    case "scheduled":
    case "stagnating":
    case "tasks":
      return t(`today:open.${row.kind}`, { count: row.count });
    default:
      return t("outreach:list.open");
  }
}

/** The first message of a state, to read where one stands. */
function FirstMessage({ tab }: { tab: Tab }) {
  const first = useInfiniteQuery(messagesQuery(statesOf[tab], null, 50)).data?.pages[0]?.[0];
  return first ? <Message id={first.id} /> : <SkeletonRows rows={4} />;
}

function FirstFollowup() {
  const t = useText();
  const row = useInfiniteQuery(followupsQuery(true)).data?.pages[0]?.rows.find(
    (one) => one.outboxId !== null,
  );
  return (
    <>
      <p className={css.panelWords}>{t("followups:confirm.words")}</p>
      {row?.outboxId && <Message id={row.outboxId} />}
    </>
  );
}

function Message({ id }: { id: string }) {
  const query = useQuery(messageQuery(id));
  useReview(query.data ? id : undefined);
  if (!query.data) return <SkeletonRows rows={4} />;
  if (query.data.row.state === "unknown") return <UnknownOutcome message={query.data} />;
  return (
    <Letter to={query.data.to} subject={query.data.row.subject} lang={query.data.language}>
      <MessageText text={query.data.text} />
    </Letter>
  );
}

function FirstNote() {
  const t = useText();
  const queue = useQuery(queueQuery).data;
  const task = queue?.tasks[0];
  if (!queue || !task) return <SkeletonRows rows={3} />;
  return (
    <>
      <p className={css.panelWords}>
        <b>{task.person.name}</b> {[task.title, task.company].filter(Boolean).join(", ")}
      </p>
      <blockquote className={css.quote}>{task.note || t("linkedin:noNote")}</blockquote>
      <p className={css.fine}>{t("today:linkedinCaps", { used: queue.today, cap: queue.dailyCap })}</p>
    </>
  );
}

function RunInHand({ id }: { id: string }) {
  const t = useText();
  const format = useFormat();
  const run = useQuery(runQuery(id)).data;
  if (!run) return <SkeletonRows rows={3} />;
  return (
    <>
      <p className={css.panelWords}>
        <b>{runTitle(run, t)}</b>
      </p>
      <ProgressBar
        label={t("runs:progress.people")}
        total={run.people}
        shares={[
          {
            id: "done",
            value: run.done,
            tone: "accent",
            label: t("runs:progress.done", { count: run.done }),
          },
          { id: "working", value: run.working, tone: "accent-line", label: t("runs:progress.working") },
          { id: "needs", value: run.needsYou, tone: "warn", label: t("runs:progress.needsYou") },
          { id: "out", value: run.out, tone: "quiet", label: t("runs:progress.out", { count: run.out }) },
        ]}
      />
      <p className={css.fine}>
        {t("runs:progress.announce", { done: settled(run), people: run.people })}
        {run.secondsLeft !== null &&
          `, ${t("runs:progress.left", { time: format.duration(run.secondsLeft * 1000) })}`}
      </p>
    </>
  );
}
