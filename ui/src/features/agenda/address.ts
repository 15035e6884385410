import type { TaskFilter } from "@/data/client";

/** What the list of tasks shows. */
export interface TasksSearch {
  view?: Exclude<TaskFilter, "open">;
  task?: string;
  /** A new one is to be typed. */
  fresh?: boolean;
}

/** The views of the list of tasks, in the order of their tabs. */
export const taskViews = ["open", "today", "week", "done"] as const satisfies readonly TaskFilter[];

/** Reads the address of the list of tasks. */
export function readTasksSearch(search: Record<string, unknown>): TasksSearch {
  const view = taskViews.find((known) => known === search.view);
  return {
    ...(view && view !== "open" ? { view } : {}),
    ...(typeof search.task === "string" ? { task: search.task } : {}),
    ...(search.fresh === true ? { fresh: true } : {}),
  };
}

/** How many days the calendar shows. */
export const calendarViews = ["day", "week", "month"] as const;
export type CalendarView = (typeof calendarViews)[number];

/** Which days the calendar shows, and which appointment is open. */
export interface CalendarSearch {
  view?: CalendarView;
  on?: string;
  id?: string;
  /** A new one is to be typed. */
  fresh?: boolean;
}

/** Reads the address of the calendar. */
export function readCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  const view = calendarViews.find((known) => known === search.view);
  return {
    ...(view ? { view } : {}),
    ...(typeof search.on === "string" && /^\d{4}-\d{2}-\d{2}$/.test(search.on) ? { on: search.on } : {}),
    ...(typeof search.id === "string" ? { id: search.id } : {}),
    ...(search.fresh === true ? { fresh: true } : {}),
  };
}
