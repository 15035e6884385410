import type { AppointmentView, TaskView } from "@/data/client";
import { localDay, useFormat } from "@/design/format";

/** When a task is due, or was done, in a few characters. */
export function useWhen(): (task: TaskView) => string {
  const format = useFormat();
  return (task) => {
    if (task.group === "done") return task.doneAt ? format.shortDay(task.doneAt) : "";
    if (!task.dueOn) return "";
    if (!task.dueAt) return format.shortDay(task.dueOn);
    return format.dayTime(task.dueAt);
  };
}

/** `15 Sep 14:30 – 15:15`, or the days. */
export function useSpan(): (one: AppointmentView) => string {
  const format = useFormat();
  return (one) => {
    if (one.allDay && one.startsOn && one.endsOn)
      return one.startsOn === one.endsOn
        ? format.longDay(one.startsOn)
        : `${format.shortDay(one.startsOn)} – ${format.shortDay(one.endsOn)}`;
    const same = new Date(one.startsAt).toDateString() === new Date(one.endsAt).toDateString();
    return `${format.weekdayTime(one.startsAt)} – ${same ? format.clock(one.endsAt) : format.weekdayTime(one.endsAt)}`;
  };
}

/** A moment as the form's own field writes it, in this computer's zone: `2026-09-15T14:30`. */
export function localMinute(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${localDay(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
