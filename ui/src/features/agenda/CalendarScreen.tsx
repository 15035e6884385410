import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CalendarDays, ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { sayError } from "@/data/say";
import { Button, IconButton } from "@/design/Button";
import { localDay } from "@/design/format";
import { Notice } from "@/design/Notice";
import { Page } from "@/design/Page";
import { Split } from "@/design/SidePanel";
import { Tabs } from "@/design/Tabs";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { type Command, useCommands } from "@/features/palette/registry";
import { useLocale, useText } from "@/i18n";
import { AppointmentForm, type Draft } from "./AppointmentForm";
import { AppointmentPanel } from "./AppointmentPanel";
import { type CalendarView, calendarViews } from "./address";
import css from "./agenda.module.css";
import { Calendar } from "./Calendar";
import { CalendarFiles } from "./CalendarFiles";
import { headline, shift, visible } from "./days";
import { rangeQuery } from "./queries";

/** Appointments, tasks and follow-ups on their days. */
export function CalendarScreen() {
  const t = useText();
  const locale = useLocale();
  const navigate = useNavigate({ from: "/agenda" });
  const search = useSearch({ from: "/agenda" });
  const view = search.view ?? "week";
  const today = localDay(new Date());
  const on = search.on ?? today;
  const days = visible(view, on);
  const query = useQuery({ ...rangeQuery(days.from, days.to), placeholderData: keepPreviousData });
  const [draft, setDraft] = useState<Draft | undefined>(search.fresh ? {} : undefined);
  useEffect(() => {
    if (search.fresh) setDraft({});
  }, [search.fresh]);
  const show = (next: { view?: CalendarView; on?: string; id?: string | undefined }) => {
    const to = { ...search, ...next };
    void navigate({
      search: {
        ...(to.view && to.view !== "week" ? { view: to.view } : {}),
        ...(to.on && to.on !== today ? { on: to.on } : {}),
        ...(to.id ? { id: to.id } : {}),
      },
    });
  };
  const open = (id: string | undefined) => show({ id });

  // An appointment from elsewhere brings its own day along.
  const chosen = query.data?.appointments.find((one) => one.id === search.id);
  useEffect(() => {
    if (!search.id) return;
    document.querySelector(`[data-appointment="${search.id}"]`)?.scrollIntoView({ block: "nearest" });
  }, [search.id]);

  const views = calendarViews.map<Command>((value, index) => ({
    id: `calendar.${value}`,
    title: `agenda:calendar.view.${value}`,
    group: "list",
    icon: CalendarDays,
    // The digit, and the letter that stands on its key where digits need Shift.
    keys: [String(index + 1), ["&", "é", '"'][index] ?? ""],
    run: () => show({ view: value }),
  }));
  useCommands([
    ...views,
    {
      id: "calendar.today",
      title: "agenda:calendar.today",
      group: "list",
      icon: CalendarDays,
      keys: ["t", "home"],
      run: () => show({ on: today }),
    },
    {
      id: "calendar.before",
      title: "agenda:calendar.before",
      group: "list",
      icon: ChevronLeft,
      keys: ["k", "arrowleft"],
      run: () => show({ on: shift(view, on, -1) }),
    },
    {
      id: "calendar.after",
      title: "agenda:calendar.after",
      group: "list",
      icon: ChevronRight,
      keys: ["j", "arrowright"],
      run: () => show({ on: shift(view, on, 1) }),
    },
    {
      id: "calendar.new",
      title: "agenda:command.newAppointment",
      group: "act",
      icon: Plus,
      keys: "n",
      run: () => setDraft({}),
    },
    {
      id: "calendar.close",
      title: "common:close",
      group: "list",
      icon: CalendarDays,
      keys: "escape",
      unlisted: true,
      when: () => search.id !== undefined,
      run: () => open(undefined),
    },
  ]);

  return (
    <Page
      title={t("agenda:calendar.title")}
      count={headline(view, days, on, locale, (week) => t("agenda:calendar.week", { week }))}
      banner={<DeskBanner />}
      beside={
        <span className={css.nav}>
          <IconButton
            label={t("agenda:calendar.before")}
            keys="k"
            icon={ChevronLeft}
            onClick={() => show({ on: shift(view, on, -1) })}
          />
          <Button kind="ghost" keys="t" onClick={() => show({ on: today })}>
            {t("agenda:group.today")}
          </Button>
          <IconButton
            label={t("agenda:calendar.after")}
            keys="j"
            icon={ChevronRight}
            onClick={() => show({ on: shift(view, on, 1) })}
          />
        </span>
      }
      actions={
        <>
          <Tabs<CalendarView>
            compact
            label={t("agenda:calendar.title")}
            value={view}
            onChange={(value) => show({ view: value })}
            choices={calendarViews.map((value) => ({
              value,
              label: t(`agenda:calendar.short.${value}`),
            }))}
          />
          <CalendarFiles />
          <Button kind="primary" icon={Plus} keys="n" onClick={() => setDraft({})}>
            {t("agenda:act.newAppointment")}
          </Button>
        </>
      }
    >
      <Split
        list={
          query.error ? (
            <div className={css.notice}>
              <Notice
                tone="bad"
                title={t("agenda:calendar.unreadable")}
                actions={<Button onClick={() => void query.refetch()}>{t("common:retry")}</Button>}
              >
                {sayError(query.error)}
              </Notice>
            </div>
          ) : (
            <Calendar
              view={view}
              on={on}
              data={query.data}
              chosen={search.id}
              onOpen={open}
              onTask={(task) => void navigate({ to: "/tasks", search: { task } })}
              onFollowups={() => void navigate({ to: "/followups" })}
              onCreate={setDraft}
            />
          )
        }
        panel={
          search.id ? (
            <AppointmentPanel
              key={search.id}
              id={search.id}
              known={chosen}
              onEdit={setDraft}
              onClose={() => open(undefined)}
            />
          ) : undefined
        }
      />
      {draft && <AppointmentForm draft={draft} onClose={() => setDraft(undefined)} onKept={open} />}
    </Page>
  );
}
