import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { HealthView } from "@/data/client";
import { pausedByChoice, workspaceQuery } from "@/data/desk";
import { sayReason } from "@/data/say";
import { Button, LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { pauseAll } from "@/features/outbox/acts";
import { useText } from "@/i18n";
import css from "./health.module.css";

/** What leaves next, and why nothing does. */
export function Sending({ health }: { health: HealthView }) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const resumable = useQuery(workspaceQuery).data?.sendingPaused != null;
  return (
    <section>
      <header className={css.head}>
        <h2>{t("health:sending")}</h2>
      </header>
      {health.paused && (
        <div className={css.paused}>
          <Notice
            tone={pausedByChoice(health.paused.params.reason) ? "quiet" : "warn"}
            title={sayReason(health.paused)}
            actions={resumable && <Button onClick={() => void pauseAll(false)}>{t("outbox:resume")}</Button>}
          >
            {t("health:pausedWords", { count: health.queue })}
          </Notice>
        </div>
      )}
      <ul className={css.rows}>
        <li>
          <i />
          <span className={css.name}>{t("health:queue")}</span>
          <span className={css.words}>{t("health:queueWords", { count: health.queue })}</span>
          <span className={css.act}>
            <LinkButton onClick={() => void navigate({ to: "/outbox", search: { tab: "scheduled" } })}>
              {t("outreach:why.see")}
            </LinkButton>
          </span>
        </li>
        <li>
          <i />
          <span className={css.name}>{t("health:next")}</span>
          <span className={css.words}>
            {health.nextSendAt ? format.weekdayTime(health.nextSendAt) : t("health:nothingNext")}
          </span>
          <span />
        </li>
        <li>
          <i />
          <span className={css.name}>{t("health:desk")}</span>
          <span className={css.words}>
            {t("health:deskWords", { people: health.people, size: format.fileSize(health.deskBytes ?? 0) })}
          </span>
          <span />
        </li>
      </ul>
    </section>
  );
}
