import { localDay } from "@/design/format";
import "temporal-polyfill/global";
import FullCalendar, { type CalendarRef } from "@fullcalendar/react";
import dayGrid from "@fullcalendar/react/daygrid";
import interaction from "@fullcalendar/react/interaction";
import en from "@fullcalendar/react/locales/en-gb";
import fr from "@fullcalendar/react/locales/fr";
import classic from "@fullcalendar/react/themes/classic";
import "@fullcalendar/react/skeleton.css";
import "@fullcalendar/react/themes/classic/theme.css";
import { ChevronLeft, ChevronRight, type LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button, IconButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { useCommands } from "@/features/palette/registry";
import { useLocale, useText } from "@/i18n";
import css from "./agenda.module.css";
import { headline, shift, visible } from "./days";

/** A record on its day. */
export interface DayEntry {
  id: string;
  day: string;
  title: string;
  /** After the title: an amount. */
  note?: string;
  /** What is said of it when it is pointed at. */
  hint?: string;
  icon: LucideIcon;
  /** It is over: shown pale. */
  past?: boolean;
}

interface MonthGridProps {
  entries: readonly DayEntry[];
  /** Any day of the month. */
  on: string;
  onMonth: (day: string) => void;
  chosen: string | undefined;
  onOpen: (id: string) => void;
  /** Puts a record on another day; whether that was done. Without it nothing is dragged. */
  onMove?: (id: string, day: string) => Promise<boolean>;
  /** Beside the month: what is not shown. */
  children?: ReactNode;
}

/** Records of a list on the days of a month. */
export function MonthGrid({ entries, on, onMonth, chosen, onOpen, onMove, children }: MonthGridProps) {
  const t = useText();
  const locale = useLocale();
  const calendar = useRef<CalendarRef>(null);
  useEffect(() => {
    const api = calendar.current?.getApi();
    // Not within React's own drawing: the calendar draws itself at once.
    queueMicrotask(() => api?.gotoDate(on));
  }, [on]);
  const by = (step: 1 | -1) => onMonth(shift("month", on, step));
  const today = () => onMonth(localDay(new Date()));
  useCommands([
    {
      id: "month.before",
      title: "agenda:calendar.before",
      group: "list",
      icon: ChevronLeft,
      keys: ["k", "arrowleft"],
      run: () => by(-1),
    },
    {
      id: "month.after",
      title: "agenda:calendar.after",
      group: "list",
      icon: ChevronRight,
      keys: ["j", "arrowright"],
      run: () => by(1),
    },
    {
      id: "month.today",
      title: "agenda:calendar.today",
      group: "list",
      icon: ChevronRight,
      keys: ["t", "home"],
      run: today,
    },
  ]);
  return (
    <div className={css.month}>
      <div className={css.monthHead}>
        <IconButton label={t("agenda:calendar.before")} keys="k" icon={ChevronLeft} onClick={() => by(-1)} />
        <Button kind="ghost" keys="t" onClick={today}>
          {t("agenda:group.today")}
        </Button>
        <IconButton label={t("agenda:calendar.after")} keys="j" icon={ChevronRight} onClick={() => by(1)} />
        <h2>{headline("month", visible("month", on), on, locale, String)}</h2>
        <span>{children}</span>
      </div>
      <div className={css.calendar}>
        <FullCalendar
          ref={calendar}
          plugins={[dayGrid, interaction, classic]}
          locales={[fr, en]}
          locale={locale === "fr" ? "fr" : "en-gb"}
          initialView="dayGridMonth"
          initialDate={on}
          headerToolbar={false}
          height="100%"
          firstDay={1}
          editable={onMove !== undefined}
          dayMaxEvents
          eventDisplay="block"
          eventDurationEditable={false}
          dayHeaderClass={css.dayHead ?? ""}
          eventClass={(info) => (info.event.id === chosen ? `${css.card} ${css.chosen}` : (css.card ?? ""))}
          events={entries.map((entry) => ({
            id: entry.id,
            title: entry.title,
            allDay: true,
            start: entry.day,
            extendedProps: { entry },
          }))}
          eventContent={(info) => {
            const { entry } = info.event.extendedProps as { entry: DayEntry };
            return (
              <span className={css.event} title={entry.hint} data-state={entry.past ? "done" : undefined}>
                <Icon of={entry.icon} size={12} />
                <b>{entry.title}</b>
                {entry.note && <i>{entry.note}</i>}
              </span>
            );
          }}
          eventClick={(info) => onOpen(info.event.id)}
          eventDrop={(info) => {
            const start = info.event.start;
            if (!start || !onMove) return info.revert();
            void onMove(info.event.id, localDay(start)).then((done) => done || info.revert());
          }}
        />
      </div>
    </div>
  );
}

/** The months a month's grid shows days of, `YYYY-MM`. */
export function monthsShown(on: string): string[] {
  const { from, to } = visible("month", on);
  return [...new Set([from.slice(0, 7), on.slice(0, 7), to.slice(0, 7)])];
}
