import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { commands, type TaskView } from "@/data/client";
import { read } from "@/data/queries";
import { sayReason } from "@/data/say";
import { IconButton } from "@/design/Button";
import { SkeletonRows } from "@/design/Skeleton";
import { Tag } from "@/design/Tag";
import { AppointmentFacts } from "@/features/agenda/AppointmentPanel";
import { doneTasks } from "@/features/agenda/acts";
import { appointmentQuery, taskQuery, tasksQuery } from "@/features/agenda/queries";
import { useSpan } from "@/features/agenda/when";
import { useText } from "@/i18n";
import css from "./today.module.css";

/** Rows of a panel; the screen behind its button has the others. */
const SHOWN = 12;

/** Tasks overdue and due today, each ticked in one step. */
export function DueTasks() {
  const rows = useInfiniteQuery(tasksQuery("today")).data?.pages[0]?.rows;
  return rows ? <Tasks rows={rows.slice(0, SHOWN)} /> : <SkeletonRows rows={4} />;
}

/** One task with its hour. */
export function TaskInHand({ id }: { id: string }) {
  const task = useQuery(taskQuery(id)).data;
  return task ? <Tasks rows={[task]} /> : <SkeletonRows rows={1} />;
}

function Tasks({ rows }: { rows: readonly TaskView[] }) {
  const t = useText();
  return (
    <ul className={css.due}>
      {rows.map((task) => (
        <li key={task.id}>
          <IconButton
            label={t("today:tick", { title: task.title })}
            icon={Check}
            onClick={() => void doneTasks([task])}
          />
          <span>
            <b>{task.title}</b>
            <small>{[task.person?.name, task.company?.name].filter(Boolean).join(" · ")}</small>
          </span>
          <span className={css.dueAt} data-late={task.group === "overdue" || undefined}>
            {task.dueTime || t(`agenda:group.${task.group}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** With whom the appointment is, and where. */
export function AppointmentInHand({ id }: { id: string }) {
  const t = useText();
  const span = useSpan();
  const one = useQuery(appointmentQuery(id)).data?.row;
  if (!one) return <SkeletonRows rows={3} />;
  return (
    <>
      <p className={css.panelWords}>
        <Tag>{t(`agenda:appointmentKind.${one.kind}`)}</Tag> {span(one)}
      </p>
      <AppointmentFacts one={one} />
    </>
  );
}

const stagnatingQuery = read(["opportunities_list", "stagnating"], ["opportunities", "agenda"], () =>
  commands.opportunitiesList({
    query: {
      text: "",
      filters: [{ field: "stagnating", op: "is", value: "yes" }],
      sort: "amount",
      descending: true,
    },
    offset: 0,
    limit: SHOWN,
  }),
);

/** Opportunities nothing happens on, the dearest first, each with since when. */
export function Stagnating() {
  const rows = useQuery(stagnatingQuery).data?.rows;
  if (!rows) return <SkeletonRows rows={4} />;
  return (
    <ul className={css.due}>
      {rows.map((row) => (
        <li key={row.id} className={css.plain}>
          <span>
            <Link to="/opportunities" search={{ opportunity: row.id }}>
              <b>{row.name}</b>
            </Link>
            <small>{row.company}</small>
          </span>
          {row.attention && <span className={css.dueAt}>{sayReason(row.attention)}</span>}
        </li>
      ))}
    </ul>
  );
}
