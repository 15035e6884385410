import { act, undoOfLast } from "@/data/act";
import { type AppointmentState, commands, type FieldValue, type TaskView } from "@/data/client";
import { toast } from "@/design/toast";
import { text } from "@/i18n";

const ids = (tasks: readonly TaskView[]) => tasks.map((task) => task.id);

/** Values by name, as the core takes them; what is undefined is left as it is. */
export function valuesOf(values: Record<string, string | undefined>): FieldValue[] {
  return Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [{ field, value }]));
}

/** Marks tasks done. */
export async function doneTasks(tasks: readonly TaskView[]): Promise<boolean> {
  if (tasks.length === 0) return false;
  const done = await act(commands.tasksDone({ ids: ids(tasks), outcome: "" }), (changed) =>
    text("agenda:acts.done", { count: changed.count }),
  );
  return done !== undefined;
}

/** Takes tasks up again. */
export async function reopenTasks(tasks: readonly TaskView[]): Promise<boolean> {
  const done = await act(commands.tasksReopen({ ids: ids(tasks) }), (changed) =>
    text("agenda:acts.reopened", { count: changed.count }),
  );
  return done !== undefined;
}

/** Puts tasks off by some days, each at its own time of day. */
export async function postponeTasks(tasks: readonly TaskView[], days: number): Promise<boolean> {
  if (tasks.length === 0) return false;
  const done = await act(commands.tasksPostpone({ ids: ids(tasks), to: null, days }), (changed) =>
    text("agenda:acts.postponed", { count: changed.count }),
  );
  return done !== undefined;
}

/** Removes tasks. */
export async function removeTasks(tasks: readonly TaskView[]): Promise<boolean> {
  if (tasks.length === 0) return false;
  const done = await act(commands.tasksDelete({ ids: ids(tasks) }), (changed) =>
    text("agenda:acts.removed", { count: changed.count }),
  );
  return done !== undefined;
}

/** Types values on a task. */
export async function setTask(id: string, values: Record<string, string | undefined>): Promise<boolean> {
  return (await act(commands.tasksUpdate({ id, values: valuesOf(values) }))) !== undefined;
}

/** Notes a task from what was understood of a line. */
export async function addTask(values: Record<string, string | undefined>): Promise<string | undefined> {
  const added = await act(commands.tasksCreate({ values: valuesOf(values) }));
  if (!added) return undefined;
  await sayDone(text("agenda:acts.added", { title: added.title }));
  return added.id;
}

/** Types values on an appointment, or moves it; says what it falls together with. */
export async function setAppointment(
  id: string,
  values: Record<string, string | undefined>,
): Promise<boolean> {
  const changed = await act(commands.appointmentsUpdate({ id, values: valuesOf(values) }));
  if (!changed) return false;
  const other = changed.conflicts[0];
  await sayDone(
    other
      ? text("agenda:acts.together", { title: other.title })
      : text("agenda:acts.moved", { title: changed.row.title }),
  );
  return true;
}

/** Says how an appointment went. */
export async function closeAppointment(
  id: string,
  state: AppointmentState,
  outcome: string,
  next: FieldValue[] | null,
): Promise<boolean> {
  const closed = await act(
    commands.appointmentsClose({ id, state, outcome, next: next && { values: next } }),
  );
  if (!closed) return false;
  await sayDone(text("agenda:acts.closed", { state, title: closed.row.title }));
  return true;
}

/** Removes an appointment. */
export async function removeAppointment(id: string): Promise<boolean> {
  const done = await act(commands.appointmentsDelete({ ids: [id] }), () =>
    text("agenda:acts.appointmentRemoved"),
  );
  return done !== undefined;
}

/** Says what was done, with its undo. */
export async function sayDone(words: string): Promise<void> {
  const action = await undoOfLast();
  toast({ words, ...(action ? { action } : {}) });
}
