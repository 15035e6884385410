import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarDays, ListTodo, type LucideIcon, Repeat, Send } from "lucide-react";
import { useState } from "react";
import { ask } from "@/data/ask";
import { commands, type PeopleQuery, type PersonRow } from "@/data/client";
import { read } from "@/data/queries";
import { localDay } from "@/design/format";
import { visible } from "@/features/agenda/days";
import { type DayEntry, MonthGrid } from "@/features/agenda/MonthGrid";
import { useText } from "@/i18n";
import { useNextWords } from "./cells";
import { people } from "./kind";
import { asksDays } from "./query";
import { fullName } from "./words";

/** People that are shown. */
const MOST = 500;

const icons: Record<string, LucideIcon> = {
  task: ListTodo,
  appointment: CalendarDays,
  followup: Repeat,
  scheduled: Send,
};

interface NextCalendarProps {
  query: PeopleQuery;
  inHand: string | undefined;
  open: (id: string) => void;
}

/** The day something comes next with somebody; what has a day but no hour stands on that day in every zone. */
function dayOf(at: string): string {
  return at.endsWith("T00:00:00Z") || at.endsWith("T00:00:00.000Z")
    ? at.slice(0, 10)
    : localDay(new Date(at));
}

/** People on the day of what comes next with them: a follow-up, a task, an appointment. */
export function NextCalendar({ query, inHand, open }: NextCalendarProps) {
  const t = useText();
  const nextWords = useNextWords();
  const [on, setOn] = useState(() => localDay(new Date()));
  const { from, to } = visible("month", on);
  const data = useQuery({
    ...read(["people_days", query, from, to], people.tags, async () => ({
      status: "ok" as const,
      data: await ask(commands.peopleList({ query: asksDays(query, from, to), offset: 0, limit: MOST })),
    })),
    placeholderData: keepPreviousData,
  }).data;
  const entries = (data?.rows ?? []).flatMap<DayEntry>((row: PersonRow) => {
    const at = row.next?.at;
    if (!row.next || !at) return [];
    const day = dayOf(at);
    if (day < from || day > to) return [];
    const icon = icons[row.next.kind] ?? CalendarDays;
    return [{ id: row.id, day, title: fullName(row), hint: nextWords(row.next), icon }];
  });
  return (
    <MonthGrid entries={entries} on={on} onMonth={setOn} chosen={inHand} onOpen={open}>
      {data &&
        (data.last
          ? entries.length === 0 && t("list:calendar.none")
          : t("list:calendar.most", { count: MOST }))}
    </MonthGrid>
  );
}
