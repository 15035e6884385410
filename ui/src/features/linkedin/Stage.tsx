import { Check, Copy, ExternalLink, UserCheck } from "lucide-react";
import type { LinkedinTask, ReasonView } from "@/data/client";
import { useSetting } from "@/data/desk";
import { sayReason } from "@/data/say";
import { Avatar } from "@/design/Avatar";
import { Button, LinkButton } from "@/design/Button";
import { Fact, Facts } from "@/design/Facts";
import { profilePath, useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { KeyCap } from "@/design/KeyCap";
import { Notice } from "@/design/Notice";
import { type TextKey, useText } from "@/i18n";
import { copyNote, type Recorded, record, takeBack, useLatest } from "./acts";
import css from "./linkedin.module.css";

interface StageProps {
  task: LinkedinTask;
  place: number;
  of: number;
  /** Why the next one should wait, when a cap is reached. */
  wait: ReasonView | null;
  /** The note was copied and the profile opened. */
  opened: boolean;
  onOpen: () => void;
}

/** One person of the queue: who, the note, and the three acts in their order. */
export function Stage({ task, place, of, wait, opened, onOpen }: StageProps) {
  const t = useText();
  const format = useFormat();
  const limit = Number(useSetting("linkedin.note_characters") ?? 200);
  // A title that ends with the company would say it twice.
  const role =
    task.company && !task.title.includes(task.company)
      ? [task.title, task.company].filter(Boolean).join(", ")
      : task.title;
  return (
    <section className={css.stage} aria-label={task.person.name}>
      <div className={css.middle}>
        <div className={css.inside}>
          <p className={css.place}>
            {t("linkedin:place", { n: format.count(place), of: format.count(of) })} <KeyCap keys="j k" />
            <LastRecorded />
          </p>
          <header className={css.person}>
            <Avatar name={task.person.name} size="xl" />
            <div>
              <h2 title={task.person.name}>{task.person.name}</h2>
              <p title={role}>{role}</p>
            </div>
          </header>
          <Facts>
            {task.location && <Fact label={t("linkedin:fact.place")}>{task.location}</Fact>}
            <Fact label={t("linkedin:fact.profile")}>{profilePath(task.url)}</Fact>
            {task.connectedOn && (
              <Fact label={t("linkedin:fact.connected")}>{format.shortDay(task.connectedOn)}</Fact>
            )}
            {task.runNumber && (
              <Fact label={t("linkedin:fact.why")}>{t("linkedin:fact.run", { number: task.runNumber })}</Fact>
            )}
          </Facts>
          {task.connectedOn && <Notice tone="accent" title={t("linkedin:connected")} />}
          {wait && !task.connectedOn && (
            <Notice tone="warn" title={sayReason(wait)}>
              {t("linkedin:waitHint")}
            </Notice>
          )}
          <article className={css.note}>
            <header>
              <Icon of={ExternalLink} />
              <span>{t(task.connectedOn ? "linkedin:message" : "linkedin:note")}</span>
              {!task.connectedOn && (
                <span className={css.end}>
                  {t("outreach:characters", { count: [...task.note].length, limit })}
                </span>
              )}
            </header>
            <p>{task.note || t("linkedin:noNote")}</p>
            {task.note && (
              <footer>
                <span className={css.end}>
                  <LinkButton onClick={() => void copyNote(task)}>
                    {t(task.connectedOn ? "linkedin:act.copyOnlyMessage" : "linkedin:act.copyOnly")}
                  </LinkButton>
                </span>
              </footer>
            )}
          </article>
          <ol className={css.three}>
            {([1, 2, 3] as const).map((step) => (
              <li key={step} data-on={(opened ? step > 1 : step === 1) || undefined}>
                <b aria-hidden="true">{step}</b>
                <span>{t(stepWords(step, task))}</span>
              </li>
            ))}
          </ol>
        </div>
      </div>
      <div className={css.keys} data-page-foot="true">
        <div className={css.inside}>
          <Button kind={opened ? "default" : "primary"} size="lg" icon={Copy} keys="enter" onClick={onOpen}>
            {t(task.note ? "linkedin:act.open" : "linkedin:act.openBare")}
          </Button>
          <Button
            kind={opened ? "primary" : "default"}
            size="lg"
            icon={Check}
            keys="s"
            onClick={() => void record(task, "sent")}
          >
            {t(task.connectedOn ? "linkedin:act.sentMessage" : "linkedin:act.sent")}
          </Button>
          {!task.connectedOn && (
            <Button
              size="lg"
              icon={UserCheck}
              keys="c"
              onClick={() => void record(task, "already_connected")}
            >
              {t("linkedin:act.already")}
            </Button>
          )}
          <span className={css.end}>
            <Button kind="ghost" size="lg" keys="x" onClick={() => void record(task, "skipped")}>
              {t("linkedin:act.skip")}
            </Button>
          </span>
        </div>
      </div>
    </section>
  );
}

/** A connection gets a message, anybody else an invitation with or without a note. */
function stepWords(step: 1 | 2 | 3, task: LinkedinTask): TextKey {
  if (step === 3) return "linkedin:three.3";
  if (step === 2) return task.connectedOn ? "linkedin:three.2message" : "linkedin:three.2";
  if (!task.note) return "linkedin:three.1bare";
  return task.connectedOn ? "linkedin:three.1message" : "linkedin:three.1";
}

/** What was recorded just now, with its undo; read aloud once. */
function LastRecorded() {
  const t = useText();
  const last = useLatest();
  return (
    <span className={css.last}>
      <span role="status">{last && recordedWords(last, t)}</span>
      {last?.operation && <LinkButton onClick={() => void takeBack(last)}>{t("common:undo")}</LinkButton>}
    </span>
  );
}

function recordedWords({ task, outcome }: Recorded, t: ReturnType<typeof useText>): string {
  const message = outcome === "sent" && task.connectedOn;
  return t(message ? "linkedin:acts.sentMessage" : `linkedin:acts.${outcome}`, { name: task.person.name });
}
