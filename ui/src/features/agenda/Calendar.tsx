import "temporal-polyfill/global";
import FullCalendar, { type CalendarRef, type EventInput } from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import en from "@fullcalendar/react/locales/en-gb";
import fr from "@fullcalendar/react/locales/fr";
import classic from "@fullcalendar/react/themes/classic";
import timeGrid from "@fullcalendar/react/timegrid";
import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import { Repeat } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import type { AgendaView, AppointmentView, TaskView } from "@/data/client";
import { cx } from "@/design/cx";
import { localDay, useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { useLocale, useText } from "@/i18n";
import type { Draft } from "./AppointmentForm";
import { setAppointment, setTask } from "./acts";
import type { CalendarView } from "./address";
import css from "./agenda.module.css";
import { appointmentIcons, taskIcons } from "./kinds";
import { localMinute } from "./when";

const shown: Record<CalendarView, string> = {
  day: "timeGridDay",
  week: "timeGridWeek",
  month: "dayGridMonth",
};

/** What an event of the calendar is of the desk. */
type Of =
  | { what: "appointment"; one: AppointmentView }
  | { what: "task"; task: TaskView }
  | { what: "followups"; count: number };

interface CalendarProps {
  view: CalendarView;
  on: string;
  data: AgendaView | undefined;
  chosen: string | undefined;
  onOpen: (id: string) => void;
  onTask: (id: string) => void;
  onFollowups: () => void;
  onCreate: (draft: Draft) => void;
}

/** The days as a grid: what is there is opened, dragged and resized; a stretch drawn over free time becomes an appointment. */
export function Calendar({ view, on, data, chosen, onOpen, onTask, onFollowups, onCreate }: CalendarProps) {
  const locale = useLocale();
  const t = useText();
  const calendar = useRef<CalendarRef>(null);
  const events = useMemo(() => eventsOf(data), [data]);
  useEffect(() => {
    const api = calendar.current?.getApi();
    // Not within React's own drawing: the calendar draws itself at once.
    queueMicrotask(() => api?.changeView(shown[view], on));
  }, [view, on]);

  return (
    <div className={css.calendar}>
      <FullCalendar
        ref={calendar}
        plugins={[dayGrid, timeGrid, interaction, classic]}
        locales={[fr, en]}
        locale={locale === "fr" ? "fr" : "en-gb"}
        initialView={shown[view]}
        initialDate={on}
        headerToolbar={false}
        height="100%"
        firstDay={1}
        nowIndicator
        selectable
        editable
        dayMaxEvents
        eventDisplay="block"
        slotEventOverlap={false}
        eventMinHeight={22}
        slotHeaderClass={css.slot ?? ""}
        dayHeaderClass={css.dayHead ?? ""}
        allDayHeaderClass={css.slot ?? ""}
        eventClass={(info) => classOf(info.event.extendedProps as Of, chosen)}
        allDayText={t("agenda:calendar.allDay")}
        scrollTime="08:00:00"
        slotDuration="00:30:00"
        snapDuration="00:15:00"
        eventTimeFormat={{ hour: "numeric", minute: "2-digit", hourCycle: "h23" }}
        slotHeaderFormat={{ hour: "numeric", minute: "2-digit", hourCycle: "h23" }}
        events={events}
        eventContent={(info) => <Content of={info.event.extendedProps as Of} timed={view === "month"} />}
        eventClick={(info) => {
          const of = info.event.extendedProps as Of;
          if (of.what === "appointment") onOpen(of.one.id);
          else if (of.what === "task") onTask(of.task.id);
          else onFollowups();
        }}
        select={(info) => {
          const from = new Date(info.start);
          const to = new Date(info.end);
          // Whole days end with the day before the one that is named.
          onCreate(
            info.allDay
              ? { starts: localDay(from), ends: localDay(new Date(to.getTime() - 43_200_000)) }
              : { starts: localMinute(from), ends: localMinute(to) },
          );
        }}
        eventDrop={(info) => void moved(info.event, info.revert)}
        eventResize={(info) => void moved(info.event, info.revert)}
      />
    </div>
  );
}

interface Moved {
  allDay: boolean;
  start: Date | null;
  end: Date | null;
  extendedProps: Record<string, unknown>;
}

/** Keeps where something was put; it goes back when the desk refuses. */
async function moved(event: Moved, revert: () => void): Promise<void> {
  const of = event.extendedProps as Of;
  const start = event.start;
  if (!start || of.what === "followups") return revert();
  if (of.what === "task") {
    const values = event.allDay
      ? { due_on: localDay(start), due_time: "" }
      : { due_on: localDay(start), due_time: localMinute(start).slice(11) };
    if (!(await setTask(of.task.id, values))) revert();
    return;
  }
  const end = event.end;
  const values = event.allDay
    ? { starts: localDay(start), ends: localDay(end ? new Date(end.getTime() - 43_200_000) : start) }
    : { starts: start.toISOString(), ends: (end ?? new Date(start.getTime() + 3_600_000)).toISOString() };
  if (!(await setAppointment(of.one.id, values))) revert();
}

function eventsOf(data: AgendaView | undefined): EventInput[] {
  if (!data) return [];
  const appointments = data.appointments.map((one) => ({
    id: one.id,
    title: one.title,
    allDay: one.allDay,
    start: one.allDay && one.startsOn ? one.startsOn : one.startsAt,
    end: one.allDay && one.endsOn ? dayAfter(one.endsOn) : one.endsAt,
    editable: one.state === "planned",
    extendedProps: { what: "appointment", one } satisfies Of,
  }));
  const tasks = data.tasks.map((task) => ({
    id: task.id,
    title: task.title,
    allDay: !task.dueAt,
    start: task.dueAt ?? task.dueOn ?? "",
    editable: task.group !== "done",
    durationEditable: false,
    extendedProps: { what: "task", task } satisfies Of,
  }));
  const followups = data.followups.map(({ on, count }) => ({
    id: `followups-${on}`,
    title: String(count),
    allDay: true,
    start: on,
    editable: false,
    extendedProps: { what: "followups", count } satisfies Of,
  }));
  return [...appointments, ...tasks, ...followups];
}

function dayAfter(day: string): string {
  return new Date(new Date(`${day}T12:00:00Z`).getTime() + 86_400_000).toISOString().slice(0, 10);
}

/** What it is, as a look: an appointment is filled, a task is a card, what is over is pale. */
function classOf(of: Of, chosen: string | undefined): string {
  if (of.what !== "appointment") return css.card ?? "";
  const past = new Date(of.one.endsAt).getTime() < Date.now() || of.one.state !== "planned";
  return cx(css.meeting, past && css.past, of.one.id === chosen && css.chosen) ?? "";
}

function Content({ of, timed }: { of: Of; timed: boolean }) {
  const t = useText();
  const format = useFormat();
  if (of.what === "followups")
    return (
      <span className={css.event}>
        <Icon of={Repeat} size={12} />
        <b>{t("agenda:calendar.followups", { count: of.count })}</b>
      </span>
    );
  if (of.what === "task")
    return (
      <span className={css.event} data-state={of.task.group === "done" ? "done" : undefined}>
        <Icon of={taskIcons[of.task.kind]} size={12} />
        <b>{of.task.title}</b>
        {of.task.dueAt && <i>{format.clock(of.task.dueAt)}</i>}
      </span>
    );
  const { one } = of;
  // Less than fifty minutes has no room for a second line.
  const short = !one.allDay && Date.parse(one.endsAt) - Date.parse(one.startsAt) < 3_000_000;
  const under = one.people.map((person) => person.name).join(", ") || one.company?.name || one.place;
  return (
    <span className={css.event} data-appointment={one.id} data-state={one.state}>
      <Icon of={appointmentIcons[one.kind]} size={12} />
      <b>{one.title}</b>
      {timed && !one.allDay && <i>{format.clock(one.startsAt)}</i>}
      {!timed && !short && under && <span>{under}</span>}
    </span>
  );
}
