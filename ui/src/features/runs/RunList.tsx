import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { RunView } from "@/data/client";
import { nextPage } from "@/data/queries";
import { sayReason } from "@/data/say";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { useFormat } from "@/design/format";
import { MessageGlyph, StateLine } from "@/design/Glyph";
import { ProgressBar } from "@/design/ProgressBar";
import { group, type Line } from "@/design/rows/lines";
import { Cell, type Head, RowList } from "@/design/rows/RowList";
import { useCursor } from "@/design/rows/useCursor";
import { useListKeys } from "@/features/outreach/list";
import { useText } from "@/i18n";
import { POLL_MS, runsQuery } from "./queries";
import css from "./runs.module.css";
import { glyphOfRun, isOpen, runTitle } from "./words";

/** Runs that work, then those that ended, newest first. */
export function RunList({ onStart }: { onStart: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const query = useInfiniteQuery({
    ...runsQuery,
    refetchInterval: (held) =>
      held.state.data?.pages.flat().some((run) => run.state === "running" || run.state === "cancelling")
        ? POLL_MS * 2
        : false,
  });
  const runs = useMemo(() => query.data?.pages.flat() ?? [], [query.data]);
  const lines = useMemo<Line<RunView>[]>(() => {
    const open = runs.filter(isOpen);
    const ended = runs.filter((run) => !isOpen(run));
    const idOf = (run: RunView) => run.id;
    return [
      ...group({ id: "open", title: t("runs:group.open"), count: String(open.length) }, open, idOf),
      ...group({ id: "ended", title: t("runs:group.ended") }, ended, idOf),
    ];
  }, [runs, t]);
  const cursor = useCursor(lines);
  const open = (run: RunView) => void navigate({ to: "/runs/$id", params: { id: run.id } });
  useListKeys({ cursor, open, close: () => false });
  const heads: Head[] = [
    { id: "run", title: t("runs:column.run") },
    { id: "state", title: t("runs:column.state") },
    { id: "progress", title: t("runs:column.progress"), wide: true },
    { id: "done", title: t("runs:column.done"), align: "end" },
    { id: "look", title: t("runs:column.look"), align: "end" },
    { id: "started", title: t("runs:column.started"), align: "end" },
  ];

  return (
    <Answered
      of={query}
      unreadable={t("runs:unreadable")}
      rows={8}
      empty={
        runs.length === 0 && (
          <EmptyState
            title={t("runs:empty.title")}
            actions={
              <>
                <Button kind="primary" onClick={onStart}>
                  {t("outreach:runAll")}
                </Button>
                <Button onClick={() => void navigate({ to: "/import" })}>{t("runs:empty.import")}</Button>
              </>
            }
          >
            {t("runs:empty.words")}
          </EmptyState>
        )
      }
    >
      <RowList
        label={t("runs:title")}
        lines={lines}
        cursor={cursor}
        columns={css.runColumns}
        heads={heads}
        onOpen={open}
        onEnd={nextPage(query)}
      >
        {(run) => <RunRow run={run} />}
      </RowList>
    </Answered>
  );
}

function RunRow({ run }: { run: RunView }) {
  const t = useText();
  const format = useFormat();
  const title = runTitle(run, t);
  return (
    <>
      <Cell look="name" title={title}>
        {title}
      </Cell>
      <Cell>
        <StateLine glyph={<MessageGlyph progress={glyphOfRun[run.state]} />}>
          {t(`runs:state.${run.state}`)}
        </StateLine>
      </Cell>
      <Cell wide className={css.barCell} title={run.reason ? sayReason(run.reason) : undefined}>
        <ProgressBar
          thin
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
      </Cell>
      <Cell align="end">{t("common:meter", { used: run.done, limit: run.people })}</Cell>
      <Cell
        align="end"
        {...(run.forYou > 0 ? { className: css.warn } : { look: "second" })}
        title={run.forYou > 0 ? t("runs:column.lookHint") : undefined}
      >
        {run.forYou > 0 ? format.count(run.forYou) : "–"}
      </Cell>
      <Cell align="end" look="third">
        {format.dayTime(run.createdAt)}
      </Cell>
    </>
  );
}
