import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Check, Clock, Flag, Plus, Trash2 } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import type { TaskView } from "@/data/client";
import { nextPage } from "@/data/queries";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
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
import { useText } from "@/i18n";
import { doneTasks, postponeTasks, removeTasks, reopenTasks } from "./acts";
import { taskViews } from "./address";
import css from "./agenda.module.css";
import { taskIcons } from "./kinds";
import { QuickAdd } from "./QuickAdd";
import { tasksQuery } from "./queries";
import { TaskPanel } from "./TaskPanel";
import { useWhen } from "./when";

/** What is to be done, by its time. */
export function TasksScreen() {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate({ from: "/tasks" });
  const search = useSearch({ from: "/tasks" });
  const view = search.view ?? "open";
  const query = useInfiniteQuery(tasksQuery(view));
  const counts = query.data?.pages[0]?.counts;
  const quick = useRef<HTMLInputElement>(null);
  const [open, setOpen] = usePanel();
  const lines = useMemo<Line<TaskView>[]>(
    () =>
      groupBy(
        query.data?.pages.flatMap((page) => page.rows) ?? [],
        (row) => row.id,
        (row) => row.group,
        (group, own) => ({
          id: `group-${group}`,
          title: t(`agenda:group.${group as TaskView["group"]}`),
          count: format.count(own.length),
        }),
      ),
    [query.data, t, format],
  );
  const cursor = useCursor(lines, search.task);
  const chosen = () => cursor.targets.length > 0;
  const after = (done: Promise<boolean>) => void done.then((worked) => worked && cursor.clear());

  useEffect(() => {
    if (search.fresh) quick.current?.focus();
  }, [search.fresh]);

  useCommands([
    {
      id: "tasks.quick",
      title: "agenda:command.newTask",
      group: "act",
      icon: Plus,
      keys: "n",
      run: () => quick.current?.focus(),
    },
    {
      id: "tasks.done",
      title: "agenda:command.done",
      group: "selection",
      icon: Check,
      keys: "e",
      when: chosen,
      run: () => after(view === "done" ? reopenTasks(cursor.targets) : doneTasks(cursor.targets)),
    },
    {
      id: "tasks.postpone",
      title: "agenda:command.postpone",
      group: "selection",
      icon: Clock,
      keys: "h",
      when: () => chosen() && view !== "done",
      run: () => after(postponeTasks(cursor.targets, 1)),
    },
    {
      id: "tasks.postponeWeek",
      title: "agenda:command.postponeWeek",
      group: "selection",
      icon: Clock,
      keys: "H",
      when: () => chosen() && view !== "done",
      run: () => after(postponeTasks(cursor.targets, 7)),
    },
    {
      id: "tasks.remove",
      title: "agenda:command.remove",
      group: "selection",
      icon: Trash2,
      keys: "#",
      when: chosen,
      run: () => after(removeTasks(cursor.targets)),
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
      title={t("agenda:tasks.title")}
      banner={<DeskBanner />}
      beside={
        <Tabs
          label={t("agenda:tasks.title")}
          value={view}
          onChange={(chosen) => void navigate({ search: chosen === "open" ? {} : { view: chosen } })}
          choices={taskViews.map((value) => ({
            value,
            label: t(`agenda:tasks.view.${value}`),
            count:
              value === "today" && counts && counts.today + counts.overdue > 0
                ? format.count(counts.today + counts.overdue)
                : undefined,
          }))}
        />
      }
      actions={
        cursor.selected.size > 0 ? (
          <>
            <Button icon={Clock} keys="h" onClick={() => after(postponeTasks(cursor.targets, 1))}>
              {t("agenda:act.postpone")}
            </Button>
            <Button kind="primary" icon={Check} keys="e" onClick={() => after(doneTasks(cursor.targets))}>
              {t("agenda:act.doneSome", { count: cursor.selected.size })}
            </Button>
          </>
        ) : (
          <Button icon={Plus} keys="n" onClick={() => quick.current?.focus()}>
            {t("agenda:act.newTask")}
          </Button>
        )
      }
      tools={<QuickAdd ref={quick} onAdded={cursor.put} />}
    >
      <Split
        list={
          <Answered
            of={query}
            unreadable={t("agenda:tasks.unreadable")}
            rows={10}
            empty={
              lines.length === 0 && (
                <EmptyState title={t(`agenda:tasks.empty.${view}` as "agenda:tasks.empty.open")}>
                  {t("agenda:tasks.emptyWords")}
                </EmptyState>
              )
            }
          >
            <RowList
              label={t("agenda:tasks.title")}
              lines={lines}
              cursor={cursor}
              columns={css.taskColumns}
              onOpen={() => setOpen(true)}
              onEnd={nextPage(query)}
            >
              {(row) => <TaskRow row={row} cursor={cursor} />}
            </RowList>
          </Answered>
        }
        panel={
          open && cursor.row ? (
            <TaskPanel key={cursor.row.id} task={cursor.row} onClose={() => setOpen(false)} />
          ) : undefined
        }
      />
    </Page>
  );
}

function TaskRow({ row, cursor }: { row: TaskView; cursor: ReturnType<typeof useCursor<TaskView>> }) {
  const t = useText();
  const when = useWhen();
  const about = [row.person?.name, row.company?.name].filter(Boolean).join(", ");
  return (
    <>
      <Cell className={css.tick}>
        <Tick
          checked={cursor.selected.has(row.id)}
          label={t("outreach:list.selectRow", { name: row.title })}
          onToggle={() => cursor.toggle(row.id)}
        >
          <span role="img" aria-label={t(`agenda:kind.${row.kind}`)}>
            <Icon of={taskIcons[row.kind]} size={14} />
          </span>
        </Tick>
      </Cell>
      <Cell look="name" title={row.title} className={row.group === "done" ? css.over : undefined}>
        {row.priority === "high" && (
          <span className={css.flag} role="img" aria-label={t("agenda:priority.high")}>
            <Icon of={Flag} size={12} />
          </span>
        )}
        {row.title}
      </Cell>
      <Cell look="second" wide title={about}>
        {about}
      </Cell>
      <Cell look="third" align="end" className={row.group === "overdue" ? css.late : undefined}>
        {when(row)}
      </Cell>
    </>
  );
}
