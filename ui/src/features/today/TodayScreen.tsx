import { useQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useMemo } from "react";
import type { TodayGroup, TodayRow, TodayView } from "@/data/client";
import { sayReason } from "@/data/say";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { Page } from "@/design/Page";
import { group, type Line } from "@/design/rows/lines";
import { Cell, RowList } from "@/design/rows/RowList";
import { useCursor } from "@/design/rows/useCursor";
import { Split } from "@/design/SidePanel";
import { usePanel } from "@/design/usePanel";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useListKeys } from "@/features/outreach/list";
import { openPreflight } from "@/features/runs/selection";
import { useLocale, useText } from "@/i18n";
import { AllClear } from "./AllClear";
import { FirstSteps } from "./FirstSteps";
import { contents, kindOf } from "./kinds";
import { todayQuery } from "./queries";
import { TodayPanel } from "./TodayPanel";
import css from "./today.module.css";
import { useOpen } from "./useOpen";

/** Groups of the list, in their order; setting up has a card of its own. */
const order = ["fixed", "look_at", "approve", "by_hand", "later"] as const satisfies readonly TodayGroup[];

const HEIGHT = 54;

/** What needs the seller: one list, one count, a batch is one row. */
export function TodayScreen() {
  const t = useText();
  const locale = useLocale();
  const format = useFormat();
  const query = useQuery(todayQuery);
  const view = query.data;
  const go = useOpen();
  const [panel, setPanel] = usePanel();
  const rows = useMemo(() => view?.rows ?? [], [view]);
  const steps = useMemo(() => rows.filter((row) => row.group === "set_up"), [rows]);
  const lines = useMemo<Line<TodayRow>[]>(
    () =>
      order.flatMap((name) => {
        const own = rows.filter((row) => row.group === name);
        const inside = own.reduce((sum, row) => sum + row.count, 0);
        return group(
          {
            id: `group-${name}`,
            title: t(`today:group.${name}`),
            count: name === "later" ? t("today:outside") : format.count(inside),
          },
          own,
          (row) => `${row.kind}-${row.id ?? ""}`,
        );
      }),
    [rows, t, format],
  );
  const cursor = useCursor(lines);
  useListKeys({
    cursor,
    open: go,
    close: () => {
      if (!panel) return false;
      setPanel(false);
      return true;
    },
  });
  const day = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(new Date());

  return (
    <Page
      title={t("today:title")}
      count={view ? `${day}, ${headline(view, t)}` : day}
      banner={<DeskBanner />}
      actions={
        <Button
          icon={Play}
          onClick={() => openPreflight({ selection: { kind: "all" }, words: t("runs:everybody") })}
        >
          {t("outreach:runAll")}
        </Button>
      }
    >
      <Answered
        of={query}
        unreadable={t("today:unreadable")}
        rows={6}
        empty={
          lines.length === 0 && (
            <div className={css.quiet}>
              {steps.length > 0 ? <FirstSteps open={steps} go={go} /> : <AllClear />}
            </div>
          )
        }
      >
        <Split
          list={
            <RowList
              label={t("today:title")}
              lines={lines}
              cursor={cursor}
              columns={css.columns}
              height={HEIGHT}
              onOpen={() => setPanel(true)}
              lead={
                steps.length > 0 && (
                  <div className={css.lead}>
                    <FirstSteps open={steps} go={go} compact />
                  </div>
                )
              }
            >
              {(row) => <Row row={row} />}
            </RowList>
          }
          panel={
            panel && cursor.row ? (
              <TodayPanel key={cursor.id} row={cursor.row} go={go} onClose={() => setPanel(false)} />
            ) : undefined
          }
        />
      </Answered>
    </Page>
  );
}

/** "4 tasks (13 messages, 24 people)": a row is a task, and the messages and people in them are added up. */
function headline({ count, rows }: TodayView, t: ReturnType<typeof useText>): string {
  const tasks = t("today:tasks", { count });
  const sum = contents(rows);
  const parts = (["messages", "people"] as const)
    .filter((what) => sum[what] > 0)
    .map((what) => t(`today:inside.${what}`, { count: sum[what] }));
  return parts.length > 0 ? t("today:tasksOf", { tasks, inside: parts.join(", ") }) : tasks;
}

function Row({ row }: { row: TodayRow }) {
  const t = useText();
  const format = useFormat();
  const { icon, tone } = kindOf(row);
  const more = row.count - row.names.length;
  const names = row.names.join(", ");
  return (
    <>
      <Cell>
        <span className={css.square} data-tone={tone}>
          <Icon of={icon} />
        </span>
      </Cell>
      <Cell>
        <b className={css.what}>{sayReason(row.what)}</b>
        {names && (
          <p className={css.names} title={names}>
            <span>{names}</span>
            {more > 0 && ` ${t("today:andMore", { count: more })}`}
          </p>
        )}
      </Cell>
      <Cell look="third" align="end" className={css.when}>
        {row.at &&
          (row.group === "fixed"
            ? format.clock(row.at)
            : row.kind === "followups"
              ? t("today:before", { time: format.dayTime(row.at) })
              : t("today:since", { time: format.dayTime(row.at) }))}
      </Cell>
    </>
  );
}
