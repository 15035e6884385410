import type { Preflight } from "@/data/client";
import { useSetting } from "@/data/desk";
import { sayReason } from "@/data/say";
import { Button } from "@/design/Button";
import { Fact, Facts } from "@/design/Facts";
import { TextField } from "@/design/Field";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { SegmentedControl } from "@/design/Tabs";
import { useText } from "@/i18n";
import { DayBars } from "./DayBars";
import css from "./preflight.module.css";

interface PlanProps {
  preflight: Preflight;
  title: string;
  onTitle: (title: string) => void;
  onSends: (sends: boolean) => void;
  /** Leaves for the settings, where the seller's name is given. */
  onIdentity: () => void;
  /** Shows what a run does, where what is offered is put into words. */
  onConfig: () => void;
  failure: string | undefined;
}

/** When and how it would leave: drafts or send, days, limits, cost, warnings. */
export function PlanColumn({ preflight, title, onTitle, onSends, onIdentity, onConfig, failure }: PlanProps) {
  const t = useText();
  const format = useFormat();
  const perDay = useSetting("linkedin.daily_cap");
  const practice = preflight.transport === "practice";
  // That it is only practice is said above, where it matters.
  const warnings = preflight.warnings.filter((warning) => warning.code !== "preflight.practice");
  return (
    <section className={css.plan} aria-label={t("runs:preflight.plan")}>
      <SegmentedControl
        label={t("runs:preflight.sends")}
        value={preflight.sends ? "send" : "drafts"}
        onChange={(value) => onSends(value === "send")}
        choices={[
          { value: "drafts", label: t("runs:sends.drafts") },
          { value: "send", label: t("runs:sends.send") },
        ]}
      />
      {failure && (
        <Notice tone="bad" title={t("runs:preflight.notStarted")}>
          {failure}
        </Notice>
      )}
      {preflight.blockers.map((blocker) => (
        <Notice key={blocker.code} tone="bad" title={sayReason(blocker)} />
      ))}
      {preflight.sends ? (
        <>
          <div>
            <h3 className={css.section}>
              {preflight.finishesAt
                ? t("runs:preflight.finishes", { when: format.weekdayTime(preflight.finishesAt) })
                : t("runs:preflight.finishesLater")}
            </h3>
            {preflight.days.length > 0 && <DayBars days={preflight.days} />}
          </div>
          <p className={css.limit}>{limitWords(preflight, t)}</p>
        </>
      ) : (
        <p className={css.limit}>{t("runs:preflight.draftsOnly")}</p>
      )}
      <Facts>
        <Fact label={t("outreach:letter.from")}>
          {practice ? t("runs:preflight.practice") : preflight.from}
        </Fact>
        {preflight.sends && (
          <>
            <Fact label={t("runs:preflight.window")}>{windowWords(preflight.window, t)}</Fact>
            <Fact label={t("runs:preflight.gap")}>
              {preflight.gapSeconds > 0
                ? format.duration(preflight.gapSeconds * 1000)
                : t("runs:preflight.noGap")}
            </Fact>
          </>
        )}
        <Fact label="LinkedIn">
          {linkedinWords(preflight, Number(perDay ?? 20), t).map((words) => (
            <div key={words}>{words}</div>
          ))}
        </Fact>
        <Fact label={t("runs:preflight.followup")}>
          {preflight.followupDays > 0 && preflight.maxFollowups > 0
            ? t("runs:preflight.followups", { days: preflight.followupDays, most: preflight.maxFollowups })
            : t("runs:preflight.noFollowups")}
        </Fact>
        <Fact label={t("runs:preflight.cost")}>
          {preflight.writer === "model"
            ? t("runs:preflight.costModel", { model: preflight.model ?? "", count: preflight.writtenTo })
            : t("runs:preflight.costNone")}
        </Fact>
      </Facts>
      {practice && preflight.sends && (
        <Notice tone="accent" title={t("runs:preflight.practiceTitle")}>
          {t("runs:preflight.practiceHint")}
        </Notice>
      )}
      {warnings.map((warning) => (
        <Notice
          key={JSON.stringify(warning)}
          tone="warn"
          title={sayReason(warning)}
          actions={
            warning.code === "preflight.no_identity" ? (
              <Button size="sm" onClick={onIdentity}>
                {t("runs:preflight.toIdentity")}
              </Button>
            ) : (
              warning.code === "preflight.no_offer" && (
                <Button size="sm" onClick={onConfig}>
                  {t("runs:preflight.toConfig")}
                </Button>
              )
            )
          }
        />
      ))}
      <TextField
        label={t("runs:preflight.name")}
        placeholder={t("runs:preflight.nameExample")}
        value={title}
        maxLength={120}
        onChange={(event) => onTitle(event.currentTarget.value)}
      />
    </section>
  );
}

/** Invitations fall under the cap of a day; messages to connections do not. */
function linkedinWords(preflight: Preflight, perDay: number, t: ReturnType<typeof useText>): string[] {
  const messages = preflight.linkedinMessages;
  const invitations = preflight.linkedinNotes - messages;
  return [
    ...(invitations > 0 ? [t("runs:preflight.notes", { count: invitations, perDay })] : []),
    ...(messages > 0 ? [t("runs:preflight.linkedinMessages", { count: messages })] : []),
    ...(preflight.linkedinNotes === 0 ? [t("runs:preflight.noNotes")] : []),
  ];
}

function limitWords(preflight: Preflight, t: ReturnType<typeof useText>): string {
  // The core says "not limited" as 0; a cap that really is 0 lets nothing leave, so no end can be told.
  if (preflight.dailyCap === 0 && preflight.finishesAt) return t("runs:preflight.noCap");
  return preflight.usedToday >= preflight.dailyCap
    ? t("runs:preflight.capTaken", { cap: preflight.dailyCap })
    : t("runs:preflight.cap", { cap: preflight.dailyCap, used: preflight.usedToday });
}

/** `08:00-19:00` as a window of the recipient's day. */
function windowWords(window: string, t: ReturnType<typeof useText>): string {
  const found = /^0?(\d{1,2}):(\d{2})-0?(\d{1,2}):(\d{2})$/.exec(window);
  if (!found) return t("runs:preflight.always");
  return t("runs:preflight.hours", { from: `${found[1]}:${found[2]}`, to: `${found[3]}:${found[4]}` });
}
