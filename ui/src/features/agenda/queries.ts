import { infiniteQueryOptions } from "@tanstack/react-query";
import { ask } from "@/data/ask";
import { commands, type TaskFilter, type TasksList } from "@/data/client";
import { read, type Tag } from "@/data/queries";

const PAGE = 200;
/** What tasks and appointments show of others. */
const tags: readonly Tag[] = ["agenda", "people", "companies"];

const everybodys = { personId: null, companyId: null, opportunityId: null };

/** The counters alone, for the sidebar. */
export const taskCountsQuery = read(["tasks_list", "counts"], ["agenda"], () =>
  commands.tasksList({ filter: "today", ...everybodys, offset: 0, limit: 1 }),
);

/** Tasks of a list, page by page. */
export function tasksQuery(filter: TaskFilter) {
  return infiniteQueryOptions({
    queryKey: ["tasks_list", filter],
    queryFn: ({ pageParam }) =>
      ask(commands.tasksList({ filter, ...everybodys, offset: pageParam, limit: PAGE })),
    initialPageParam: 0,
    getNextPageParam: (last: TasksList, pages: TasksList[]) => (last.last ? undefined : pages.length * PAGE),
    meta: { tags },
  });
}

/** One task. */
export function taskQuery(id: string) {
  return read(["tasks_get", id], tags, () => commands.tasksGet({ id }));
}

/** What some days hold, both included. */
export function rangeQuery(from: string, to: string) {
  return read(["agenda_range", from, to], [...tags, "followups", "settings"], () =>
    commands.agendaRange({ from, to }),
  );
}

/** One appointment. */
export function appointmentQuery(id: string) {
  return read(["appointments_get", id], tags, () => commands.appointmentsGet({ id }));
}

/** What a line of words would note. */
export function lineQuery(text: string) {
  return read(["tasks_read", text], ["settings"], () => commands.tasksRead({ text }));
}
