import type { LinkedinTask } from "@/data/client";
import { Avatar } from "@/design/Avatar";
import { useFormat } from "@/design/format";
import { useText } from "@/i18n";
import css from "./linkedin.module.css";

/** Names shown before "9 more". */
const SHOWN = 12;

interface NextPeopleProps {
  tasks: readonly LinkedinTask[];
  waiting: number;
  index: number;
  onPick: (index: number) => void;
}

/** Who comes after the person on the stage. */
export function NextPeople({ tasks, waiting, index, onPick }: NextPeopleProps) {
  const t = useText();
  const format = useFormat();
  const after = tasks.slice(index + 1, index + 1 + SHOWN);
  const more = waiting - (index + 1) - after.length;
  if (after.length === 0) return null;
  return (
    <section className={css.next}>
      <h3 className={css.section}>
        {t("linkedin:next")}{" "}
        <span className={css.count}>{format.count(Math.max(waiting - index - 1, 0))}</span>
      </h3>
      <ul>
        {after.map((task, offset) => (
          <li key={task.id}>
            <button type="button" className={css.row} onClick={() => onPick(index + 1 + offset)}>
              <Avatar name={task.person.name} />
              <span className={css.who}>
                <b>{task.person.name}</b> {task.company}
              </span>
              {task.runNumber && (
                <span className={css.origin}>{t("outbox:when.run", { number: task.runNumber })}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={css.fine}>{t("outreach:more", { count: more })}</p>}
    </section>
  );
}
