import { Link } from "@tanstack/react-router";
import { Check, Clock, RotateCcw, Trash2, X } from "lucide-react";
import { useState } from "react";
import type { Priority, TaskKind, TaskView } from "@/data/client";
import { Button, IconButton } from "@/design/Button";
import { AreaField, ChoiceField, TextField } from "@/design/Field";
import { SidePanel } from "@/design/SidePanel";
import { useText } from "@/i18n";
import { doneTasks, postponeTasks, removeTasks, reopenTasks, setTask } from "./acts";
import css from "./agenda.module.css";

const kinds: readonly TaskKind[] = ["call", "email", "visit", "quote", "other"];
const priorities: readonly Priority[] = ["high", "normal", "low"];

/** One task: everything of it can be typed where it stands, and is kept when the field is left. */
export function TaskPanel({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const t = useText();
  const over = task.group === "done";
  const set = (values: Record<string, string>) => void setTask(task.id, values);
  return (
    <SidePanel
      label={task.title}
      head={
        <div className={css.panelHead}>
          <h2>{task.title}</h2>
          <span className={css.tools}>
            <IconButton
              label={t("agenda:command.remove")}
              keys="#"
              icon={Trash2}
              onClick={() => void removeTasks([task])}
            />
            <IconButton label={t("common:close")} keys="escape" icon={X} onClick={onClose} />
          </span>
          <p>
            {task.person && (
              <Link to="/people" search={{ person: task.person.id }}>
                {task.person.name}
              </Link>
            )}
            {task.person && task.company && ", "}
            {task.company && (
              <Link to="/companies" search={{ company: task.company.id }}>
                {task.company.name}
              </Link>
            )}
          </p>
        </div>
      }
      foot={
        <div className={css.acts}>
          {over ? (
            <Button icon={RotateCcw} keys="e" onClick={() => void reopenTasks([task])}>
              {t("agenda:act.reopen")}
            </Button>
          ) : (
            <>
              <Button kind="primary" icon={Check} keys="e" onClick={() => void doneTasks([task])}>
                {t("agenda:act.done")}
              </Button>
              <Button icon={Clock} keys="h" onClick={() => void postponeTasks([task], 1)}>
                {t("agenda:act.postpone")}
              </Button>
            </>
          )}
        </div>
      }
    >
      <div className={css.fields}>
        <Kept
          className={css.wide}
          label={t("agenda:detail.title")}
          value={task.title}
          onKeep={(title) => set({ title })}
        />
        <Kept
          label={t("agenda:field.day")}
          type="date"
          value={task.dueOn ?? ""}
          onKeep={(due_on) => set({ due_on })}
        />
        <Kept
          label={t("agenda:field.time")}
          type="time"
          value={task.dueTime}
          disabled={!task.dueOn}
          onKeep={(due_time) => set({ due_time })}
        />
        <ChoiceField
          label={t("agenda:detail.kind")}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`agenda:kind.${value}`) }))}
          value={task.kind}
          onChange={(kind) => kind && set({ kind })}
        />
        <ChoiceField
          label={t("agenda:detail.priority")}
          allowDeselect={false}
          data={priorities.map((value) => ({ value, label: t(`agenda:priority.${value}`) }))}
          value={task.priority}
          onChange={(priority) => priority && set({ priority })}
        />
        <Kept
          className={css.wide}
          label={t("agenda:detail.remind")}
          type="datetime-local"
          value={task.remindAt ? local(task.remindAt) : ""}
          onKeep={(remind_at) => set({ remind_at: remind_at && new Date(remind_at).toISOString() })}
        />
        <KeptArea
          className={css.wide}
          label={t("agenda:detail.notes")}
          value={task.notes}
          onKeep={(notes) => set({ notes })}
        />
        {(over || task.outcome) && (
          <KeptArea
            className={css.wide}
            label={t("agenda:detail.outcome")}
            value={task.outcome}
            onKeep={(outcome) => set({ outcome })}
          />
        )}
      </div>
    </SidePanel>
  );
}

/** A moment in this computer's zone, as a field of date and time writes it. */
function local(at: string): string {
  const moment = new Date(at);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

interface KeptProps {
  className?: string | undefined;
  label: string;
  value: string;
  type?: string;
  disabled?: boolean;
  onKeep: (value: string) => void;
}

/** What is typed until the field is left; a value that changed elsewhere meanwhile is shown. */
function useTyped(value: string, onKeep: (value: string) => void) {
  const [typed, setTyped] = useState<string>();
  return {
    value: typed ?? value,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: () => {
      if (typed !== undefined && typed !== value) onKeep(typed);
      setTyped(undefined);
    },
  };
}

function Kept({ value, onKeep, ...rest }: KeptProps) {
  const typed = useTyped(value, onKeep);
  return (
    <TextField
      {...rest}
      {...typed}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}

function KeptArea({ value, onKeep, ...rest }: Omit<KeptProps, "type">) {
  return <AreaField minRows={2} {...rest} {...useTyped(value, onKeep)} />;
}
