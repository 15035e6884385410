import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Check, CircleStop, Pencil } from "lucide-react";
import { useMemo } from "react";
import type { FollowupView } from "@/data/client";
import { nextPage } from "@/data/queries";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { localDay, useFormat } from "@/design/format";
import { MessageGlyph } from "@/design/Glyph";
import { Page } from "@/design/Page";
import { groupBy, type Line } from "@/design/rows/lines";
import { Cell, RowList } from "@/design/rows/RowList";
import { Tick } from "@/design/rows/Tick";
import { useCursor } from "@/design/rows/useCursor";
import { Split } from "@/design/SidePanel";
import { Tabs } from "@/design/Tabs";
import { usePanel } from "@/design/usePanel";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useListKeys } from "@/features/outreach/list";
import { useCommands } from "@/features/palette/registry";
import { openPreflight } from "@/features/runs/selection";
import { useLocale, useText } from "@/i18n";
import { approveFollowups, canApprove, stopFollowups } from "./acts";
import { FollowupPanel } from "./FollowupPanel";
import css from "./followups.module.css";
import { followupsQuery } from "./queries";

/** Follow-ups by day: each is a draft that says so, let go by the seller alone. */
export function FollowupsScreen() {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const navigate = useNavigate({ from: "/followups" });
  const later = useSearch({ from: "/followups" }).view === "later";
  const due = useInfiniteQuery(followupsQuery(true));
  const all = useInfiniteQuery({ ...followupsQuery(false), enabled: later });
  const query = later ? all : due;
  const counts = due.data?.pages[0];
  const [open, setOpen] = usePanel();
  const today = localDay(new Date());
  const lines = useMemo<Line<FollowupView>[]>(() => {
    const rows = (query.data?.pages.flatMap((page) => page.rows) ?? []).filter(
      (row) => (row.state === "scheduled" || row.state === "drafted") && (!later || row.dueOn > today),
    );
    const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
    return groupBy(
      rows,
      (row) => row.id,
      (row) => (row.dueOn < today ? "late" : row.dueOn),
      (day, own) => ({
        id: `day-${day}`,
        title:
          day === "late"
            ? t("followups:day.late")
            : day === today
              ? t("followups:day.today")
              : `${weekday.format(new Date(day))} ${format.shortDay(day)}`,
        count: format.count(own.length),
      }),
    );
  }, [query.data, later, today, locale, t, format]);
  const cursor = useCursor(lines);
  const approvable = cursor.targets.filter(canApprove).length;
  const edit = (row: FollowupView) =>
    row.outboxId && void navigate({ to: "/outbox", search: { id: row.outboxId } });

  useCommands([
    {
      id: "followups.approve",
      title: "followups:command.approve",
      group: "selection",
      icon: Check,
      keys: "a",
      when: () => approvable > 0,
      run: () => void approveFollowups(cursor.targets).then((done) => done && cursor.clear()),
    },
    {
      id: "followups.stop",
      title: "followups:command.stop",
      group: "selection",
      icon: CircleStop,
      keys: "s",
      when: () => cursor.targets.length > 0,
      run: () => void stopFollowups(cursor.targets).then((done) => done && cursor.clear()),
    },
    {
      id: "followups.edit",
      title: "outbox:command.edit",
      group: "selection",
      icon: Pencil,
      keys: "e",
      when: () => cursor.row?.outboxId != null,
      run: () => cursor.row && edit(cursor.row),
    },
  ]);
  useListKeys({
    cursor,
    several: true,
    open: () => setOpen(true),
    close: () => {
      if (cursor.selected.size > 0 || !open) return false;
      setOpen(false);
      return true;
    },
  });

  return (
    <Page
      title={t("followups:title")}
      banner={<DeskBanner />}
      beside={
        <Tabs
          label={t("followups:title")}
          value={later ? "later" : "due"}
          onChange={(view) => void navigate({ search: view === "later" ? { view } : {} })}
          choices={[
            {
              value: "due",
              label: t("followups:tab.due"),
              count: counts && counts.due > 0 ? format.count(counts.due) : undefined,
            },
            {
              value: "later",
              label: t("followups:tab.later"),
              count: counts && counts.later > 0 ? format.count(counts.later) : undefined,
            },
          ]}
        />
      }
      actions={
        cursor.selected.size > 0 && (
          <>
            <Button
              icon={CircleStop}
              keys="s"
              onClick={() => void stopFollowups(cursor.targets).then((done) => done && cursor.clear())}
            >
              {t("followups:act.stopSome", { count: cursor.selected.size })}
            </Button>
            {approvable > 0 && (
              <Button
                kind="primary"
                icon={Check}
                keys="a"
                onClick={() => void approveFollowups(cursor.targets).then((done) => done && cursor.clear())}
              >
                {t("followups:act.approveSome", { count: approvable })}
              </Button>
            )}
          </>
        )
      }
    >
      <Split
        list={
          <Answered
            of={query}
            unreadable={t("followups:unreadable")}
            rows={10}
            empty={
              lines.length === 0 && (
                <EmptyState
                  title={t(later ? "followups:empty.later" : "followups:empty.due")}
                  actions={
                    !later && counts && counts.later > 0 ? (
                      <Button onClick={() => void navigate({ search: { view: "later" } })}>
                        {t("followups:empty.see", { count: counts.later })}
                      </Button>
                    ) : (
                      <Button
                        onClick={() =>
                          openPreflight({ selection: { kind: "all" }, words: t("runs:everybody") })
                        }
                      >
                        {t("outreach:runAll")}
                      </Button>
                    )
                  }
                >
                  {t("followups:empty.words")}
                </EmptyState>
              )
            }
          >
            <RowList
              label={t("followups:title")}
              lines={lines}
              cursor={cursor}
              columns={css.columns}
              onOpen={() => setOpen(true)}
              onEnd={nextPage(query)}
            >
              {(row) => (
                <>
                  <Cell className={css.state}>
                    <Tick
                      checked={cursor.selected.has(row.id)}
                      label={t("outreach:list.selectRow", { name: row.person.name })}
                      onToggle={() => cursor.toggle(row.id)}
                    >
                      <MessageGlyph progress={standing(row)} label={t(`outreach:state.${standing(row)}`)} />
                    </Tick>
                  </Cell>
                  <Cell look="name" title={row.person.name}>
                    {row.person.name}
                  </Cell>
                  <About row={row} />
                  <Cell look="third" align="end">
                    {t("followups:nth", { n: row.n, of: row.of })}
                  </Cell>
                </>
              )}
            </RowList>
          </Answered>
        }
        panel={
          open && cursor.row ? (
            <FollowupPanel
              key={cursor.row.id}
              row={cursor.row}
              onEdit={edit}
              onClose={() => setOpen(false)}
            />
          ) : undefined
        }
      />
    </Page>
  );
}

/** Its draft is there, it comes on its day, or it waits on a message of which nobody knows whether it left. */
function standing(row: FollowupView): "draft" | "scheduled" | "unknown" {
  if (row.state === "drafted") return "draft";
  return row.awaits?.state === "unknown" ? "unknown" : "scheduled";
}

/** What it says or follows; before that, what stands in its way. */
function About({ row }: { row: FollowupView }) {
  const t = useText();
  const subject = row.subject || row.follows;
  const words = row.awaits
    ? t(row.awaits.state === "unknown" ? "followups:awaits.unknown" : "followups:awaits.left")
    : subject;
  return (
    <Cell
      look={row.awaits ? "third" : "second"}
      wide
      title={words}
      className={row.awaits?.state === "unknown" ? css.doubt : undefined}
    >
      {words}
    </Cell>
  );
}
