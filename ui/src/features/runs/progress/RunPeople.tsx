import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { OutboxState, RunPersonState, RunPersonView, RunView } from "@/data/client";
import { sayReason } from "@/data/say";
import { Avatar } from "@/design/Avatar";
import { LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { eachOnce, group, type Line } from "@/design/rows/lines";
import { Cell, type Head, RowList } from "@/design/rows/RowList";
import { useCursor } from "@/design/rows/useCursor";
import { WordsAndLink } from "@/design/rows/WordsAndLink";
import { SkeletonRows } from "@/design/Skeleton";
import { useListKeys } from "@/features/outreach/list";
import { useText } from "@/i18n";
import { POLL_MS, runPeopleQuery } from "../queries";
import { inSentence, isOpen } from "../words";
import css from "./progress.module.css";
import { StepGlyph } from "./StepGlyph";
import { steps } from "./StepStrip";

/** Rows fetched of each state: enough to see what happens; the receipt lists everybody. */
const LIMITS: Record<RunPersonState, number> = {
  needs_you: 200,
  working: 20,
  done: 200,
  out: 200,
  waiting: 50,
};

/** The people of a run at work: who needs the seller, who is in hand, who is done. */
export function RunPeople({ run }: { run: RunView }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const read = [
    usePeople(run, "needs_you"),
    usePeople(run, "working"),
    usePeople(run, "done"),
    usePeople(run, "out"),
    usePeople(run, "waiting"),
  ];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows, their moments and the counts are what changes
  const lines = useMemo<Line<RunPersonView>[]>(() => {
    const idOf = (row: RunPersonView) => row.person.id;
    const once = eachOnce(
      read.map(({ rows, at }) => ({ rows: rows ?? [], at })),
      idOf,
    );
    const part = (id: RunPersonState, index: number, count: string, total: number) => {
      const rows = once[index] ?? [];
      const more = total - rows.length;
      return group<RunPersonView>(
        { id: `state-${id}`, title: t(`runs:people.${id}`), count },
        id === "done" ? newestFirst(rows) : rows,
        idOf,
        more > 0 && read[index]?.rows ? t("outreach:more", { count: more }) : undefined,
      );
    };
    return [
      ...part("needs_you", 0, t("runs:people.needsCount", { count: run.needsYou }), run.needsYou),
      ...part("working", 1, t("runs:people.atATime", { count: run.working }), run.working),
      ...part("done", 2, t("runs:people.newestFirst", { count: run.done }), run.done),
      ...part("out", 3, format.count(run.out), run.out),
      ...part("waiting", 4, format.count(run.waiting), run.waiting),
    ];
  }, [
    ...read.flatMap(({ rows, at }) => [rows, at]),
    run.needsYou,
    run.working,
    run.done,
    run.out,
    run.waiting,
    t,
    format,
  ]);
  const cursor = useCursor(lines);
  const open = (row: RunPersonView) =>
    void (row.outboxId
      ? navigate({ to: "/outbox", search: { run: run.id, id: row.outboxId } })
      : navigate({ to: "/people", search: { person: row.person.id } }));
  useListKeys({ cursor, open, close: () => false });
  const heads: Head[] = [
    { id: "person", title: t("runs:column.person") },
    ...steps.map((step): Head => ({ id: step, title: t(`runs:stepShort.${step}`), align: "center" })),
    { id: "result", title: t("runs:column.result") },
  ];
  if (lines.length === 0) return <SkeletonRows rows={8} />;
  return (
    <RowList
      label={t("runs:progress.people")}
      lines={lines}
      cursor={cursor}
      columns={css.columns}
      heads={heads}
    >
      {(row) => (
        <>
          <Cell look="name" title={row.person.name}>
            <span className={css.name}>
              <Avatar name={row.person.name} />
              <span>{row.person.name}</span>
            </span>
          </Cell>
          {steps.map((step) => (
            <Cell key={step} align="center">
              <StepGlyph
                step={step}
                state={row.steps[step] ?? "waiting"}
                message={(row.outboxState as OutboxState | null) ?? undefined}
              />
            </Cell>
          ))}
          <Cell look="second" title={resultWords(row, t)}>
            <WordsAndLink words={resultWords(row, t)}>
              {(row.outboxId || row.state === "needs_you") && (
                <LinkButton tabIndex={-1} onClick={() => open(row)}>
                  {t(row.outboxId ? "runs:people.read" : "runs:people.openPerson")}
                </LinkButton>
              )}
            </WordsAndLink>
          </Cell>
        </>
      )}
    </RowList>
  );
}

function usePeople(run: RunView, state: RunPersonState): { rows: RunPersonView[] | undefined; at: number } {
  const { data, dataUpdatedAt } = useQuery({
    ...runPeopleQuery(run.id, state, LIMITS[state]),
    refetchInterval: isOpen(run) && run.state !== "paused" && state !== "waiting" ? POLL_MS * 2 : false,
  });
  return { rows: data, at: dataUpdatedAt };
}

function newestFirst(rows: RunPersonView[]): RunPersonView[] {
  return [...rows].sort((one, other) => (other.at ?? "").localeCompare(one.at ?? ""));
}

/** What came of a person so far, or why not. */
export function resultWords(row: RunPersonView, t: ReturnType<typeof useText>): string {
  if (row.reason && row.state === "done" && !row.outboxState) {
    const why = inSentence(sayReason(row.reason));
    return row.steps.linkedin === "done" ? t("runs:result.noteOnly", { why }) : sayReason(row.reason);
  }
  if (row.reason && row.state !== "done") return sayReason(row.reason);
  if (row.state === "waiting") return t("runs:result.waiting");
  if (row.state === "working") {
    const at = steps.find((step) => row.steps[step] === "working");
    return at ? t(`runs:result.${at}`) : t("runs:result.working");
  }
  switch (row.outboxState) {
    case "draft":
    case "held":
    case "scheduled":
    case "sending":
    case "sent":
    case "unknown":
    case "failed":
    case "cancelled":
      return beside(t(`runs:result.message.${row.outboxState}`), row);
    default:
      return t("runs:result.done");
  }
}

/** What was done, and why something else was not. */
function beside(words: string, { reason }: RunPersonView): string {
  return reason ? `${words}, ${inSentence(sayReason(reason))}` : words;
}
