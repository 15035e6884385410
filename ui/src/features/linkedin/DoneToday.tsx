import type { LinkedinTask } from "@/data/client";
import { LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { MessageGlyph } from "@/design/Glyph";
import { useText } from "@/i18n";
import { type Recorded, takeBack, useRecorded } from "./acts";
import css from "./linkedin.module.css";

/** What was done today, newest first, each with its undo. */
export function DoneToday({ done }: { done: readonly LinkedinTask[] }) {
  const t = useText();
  const format = useFormat();
  const recorded = useRecorded();
  if (done.length === 0) return null;
  return (
    <section className={css.next}>
      <h3 className={css.section}>
        {t("linkedin:done")} <span className={css.count}>{format.count(done.length)}</span>
      </h3>
      <ul>
        {done.map((task) => (
          <li key={task.id} className={css.row}>
            <MessageGlyph progress={task.state === "sent" ? "sent" : "draft"} />
            <span className={css.who}>
              <b>{task.person.name}</b> {outcomeWords(task.state, t)}
            </span>
            <span className={css.origin}>
              <Undo of={recorded.find((one) => one.task.id === task.id && one.operation)} />
              {task.doneAt && format.clock(task.doneAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Undo({ of }: { of: Recorded | undefined }) {
  const t = useText();
  return of && <LinkButton onClick={() => void takeBack(of)}>{t("common:undo")}</LinkButton>;
}

function outcomeWords(state: string, t: ReturnType<typeof useText>): string {
  switch (state) {
    case "sent":
    case "already_connected":
    case "skipped":
    case "cancelled":
      return t(`linkedin:outcome.${state}`);
    default:
      return "";
  }
}
