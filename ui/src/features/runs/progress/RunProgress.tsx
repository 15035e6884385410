import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Pause, Play, ScrollText, Square } from "lucide-react";
import { useState } from "react";
import type { RunView } from "@/data/client";
import { sayError, sayReason } from "@/data/say";
import { Button } from "@/design/Button";
import { Dialog } from "@/design/Dialog";
import { useFormat } from "@/design/format";
import { MessageGlyph } from "@/design/Glyph";
import { Notice } from "@/design/Notice";
import { Page } from "@/design/Page";
import { ProgressBar } from "@/design/ProgressBar";
import { Split } from "@/design/SidePanel";
import { Tag } from "@/design/Tag";
import { usePanel } from "@/design/usePanel";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { cancelRun, pauseRun, resumeRun } from "../acts";
import { restQuery } from "../queries";
import { glyphOfRun, runTitle, settled, toneOfRun } from "../words";
import css from "./progress.module.css";
import { RunLog } from "./RunLog";
import { RunPeople } from "./RunPeople";
import { StepStrip } from "./StepStrip";
import { useAnnounce } from "./useAnnounce";

/** A run at work: lengths that add up, each step, each person, the log; pause, go on, cancel. */
export function RunProgress({ run }: { run: RunView }) {
  const t = useText();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const rest = useQuery({ ...restQuery(run.id), enabled: asking });
  const [log, setLog] = usePanel(1200);
  const paused = run.state === "paused";
  const stopping = run.state === "cancelling";
  const announced = useAnnounce(t("runs:progress.announce", { done: settled(run), people: run.people }));
  useCommands([
    {
      id: "run.pause",
      title: paused ? "runs:act.resume" : "runs:act.pause",
      group: "selection",
      icon: paused ? Play : Pause,
      keys: "p",
      when: () => !stopping,
      run: () => void (paused ? resumeRun(run) : pauseRun(run)),
    },
    {
      id: "run.cancel",
      title: "runs:act.cancel",
      group: "selection",
      icon: Square,
      when: () => !stopping,
      run: () => setAsking(true),
    },
    {
      id: "run.log",
      title: "runs:act.log",
      group: "selection",
      icon: ScrollText,
      keys: "l",
      run: () => setLog(!log),
    },
  ]);
  return (
    <Page
      title={runTitle(run, t)}
      crumbs={<Link to="/runs">{t("runs:title")}</Link>}
      count={
        <Tag tone={toneOfRun[run.state]}>
          <MessageGlyph progress={glyphOfRun[run.state]} />
          {t(`runs:state.${run.state}`)}
        </Tag>
      }
      banner={<DeskBanner />}
      actions={
        <>
          {!log && (
            <Button icon={ScrollText} keys="l" onClick={() => setLog(true)}>
              {t("runs:act.log")}
            </Button>
          )}
          {!stopping && (
            <Button
              icon={paused ? Play : Pause}
              keys="p"
              onClick={() => void (paused ? resumeRun(run) : pauseRun(run))}
            >
              {t(paused ? "runs:act.resume" : "runs:act.pause")}
            </Button>
          )}
          {!stopping && (
            <Button kind="danger" icon={Square} onClick={() => setAsking(true)}>
              {t("runs:act.cancel")}
            </Button>
          )}
        </>
      }
    >
      <Split
        list={
          <div className={css.column}>
            <section className={css.progress} aria-label={t("runs:progress.people")}>
              {run.reason && paused && (
                <div className={css.reason}>
                  <Notice tone="warn" title={t("runs:progress.pausedBecause")}>
                    {sayReason(run.reason)}
                  </Notice>
                </div>
              )}
              <p className={css.top}>
                <b>{t("common:meter", { used: settled(run), limit: run.people })}</b>{" "}
                {t("runs:progress.peopleDone", { count: settled(run) })}
                <span className={css.end}>{pace(run, t, format)}</span>
              </p>
              <ProgressBar label={t("runs:progress.people")} total={run.people} shares={shares(run, t)} />
              <ul className={css.legend}>
                {shares(run, t).map(
                  (share) =>
                    share.value > 0 && (
                      <li key={share.id}>
                        <i data-tone={share.tone} aria-hidden="true" />
                        {format.count(share.value)} {share.label}
                      </li>
                    ),
                )}
                {run.waiting > 0 && (
                  <li>
                    <i data-tone="empty" aria-hidden="true" />
                    {format.count(run.waiting)} {t("runs:progress.waiting")}
                  </li>
                )}
                <li className={css.end}>
                  {t(run.sends ? "runs:progress.sending" : "runs:progress.draftsOnly")}
                </li>
              </ul>
              {run.scheduled > 0 && run.waiting + run.working === 0 && (
                <p className={css.leaving}>
                  {t("runs:progress.leaving", { count: run.scheduled })}{" "}
                  <Link to="/outbox" search={{ run: run.id, tab: "scheduled" }}>
                    {t("outreach:why.see")}
                  </Link>
                </p>
              )}
              <p className={css.hidden} role="status">
                {announced}
              </p>
            </section>
            <StepStrip run={run} />
            <div className={css.people}>
              <RunPeople run={run} />
            </div>
          </div>
        }
        panel={log ? <RunLog run={run} onClose={() => setLog(false)} /> : undefined}
      />
      <Dialog
        open={asking && !rest.isPending}
        title={t("runs:cancel.title", { count: rest.data?.waiting ?? run.waiting })}
        keep={t("runs:cancel.keep")}
        act={t("runs:cancel.act")}
        danger
        onKeep={() => setAsking(false)}
        onAct={() => {
          setAsking(false);
          void cancelRun(run);
        }}
      >
        {rest.data
          ? t("runs:cancel.words", {
              waiting: rest.data.waiting,
              messages: rest.data.cancelledMessages,
              followups: rest.data.cancelledFollowups,
            })
          : rest.error && sayError(rest.error)}
      </Dialog>
    </Page>
  );
}

function shares(run: RunView, t: ReturnType<typeof useText>) {
  return [
    {
      id: "done",
      value: run.done,
      tone: "accent" as const,
      label: t("runs:progress.done", { count: run.done }),
    },
    { id: "working", value: run.working, tone: "accent-line" as const, label: t("runs:progress.working") },
    { id: "needsYou", value: run.needsYou, tone: "warn" as const, label: t("runs:progress.needsYou") },
    { id: "out", value: run.out, tone: "quiet" as const, label: t("runs:progress.out", { count: run.out }) },
  ];
}

function pace(run: RunView, t: ReturnType<typeof useText>, format: ReturnType<typeof useFormat>): string {
  if (run.state !== "running") return "";
  const parts: string[] = [];
  if (run.perMinute !== null && run.perMinute >= 0.1)
    parts.push(t("runs:progress.rate", { rate: Math.round(run.perMinute * 10) / 10 }));
  if (run.secondsLeft !== null && run.waiting + run.working > 0) {
    // A forecast to the second would only flicker.
    const rounded = run.secondsLeft < 60 ? run.secondsLeft : Math.round(run.secondsLeft / 60) * 60;
    parts.push(t("runs:progress.left", { time: format.duration(Math.max(rounded, 1) * 1000) }));
  }
  return parts.join(", ");
}
