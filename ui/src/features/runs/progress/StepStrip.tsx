import { ExternalLink, type LucideIcon, Mail, Pencil, Repeat, Search, ShieldCheck } from "lucide-react";
import type { RunView, StepProgress } from "@/data/client";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { ProgressBar, type Share } from "@/design/ProgressBar";
import { type Text, useText } from "@/i18n";
import { readDocument } from "../config/document";
import css from "./progress.module.css";

/** The steps of a run in their order. */
export const steps = ["analyse", "write", "check", "email", "linkedin", "followup"] as const;
export type StepName = (typeof steps)[number];

const icons: Record<StepName, LucideIcon> = {
  analyse: Search,
  write: Pencil,
  check: ShieldCheck,
  email: Mail,
  linkedin: ExternalLink,
  followup: Repeat,
};

/** Steps that this run was not asked for: those who wait would be counted for them all the same. */
export function notAsked(config: string): ReadonlySet<StepName> {
  const { actions } = readDocument(config).value;
  const off = new Set<StepName>();
  if (!actions.generateEmails) for (const name of ["write", "check", "email"] as const) off.add(name);
  if (!actions.sendLinkedInConnections) off.add("linkedin");
  if (!actions.scheduleFollowups) off.add("followup");
  return off;
}

/** What a tile counts, and the lengths of its bar. */
interface Tile {
  name: string;
  done: number;
  shares: Share[];
}

/** How far each step is. Of e-mails that leave, those count that were sent: what is written shows in its own tile. */
export function StepStrip({ run }: { run: RunView }) {
  const t = useText();
  const format = useFormat();
  const off = notAsked(run.config);
  return (
    <ul className={css.steps} aria-label={t("runs:steps")}>
      {steps.map((name) => {
        const none = { step: name, done: 0, of: 0 };
        const step = (off.has(name) ? undefined : run.steps.find((one) => one.step === name)) ?? none;
        const tile = name === "email" && step.of > 0 ? emails(run, step, t) : plain(name, step, t);
        const words = tile.shares
          .filter((share) => share.value > 0)
          .map((share) => `${format.count(share.value)} ${share.label}`)
          .join(", ");
        return (
          <li key={name} title={name === "email" && words ? words : undefined}>
            <span className={css.stepName}>
              <Icon of={icons[name]} />
              {tile.name}
            </span>
            <span className={css.stepFigure}>
              {step.of === 0 ? (
                <span>{t("runs:step.none")}</span>
              ) : (
                <>
                  {format.count(tile.done)} <span>{t("runs:step.of", { of: step.of })}</span>
                </>
              )}
            </span>
            <ProgressBar thin label={tile.name} total={Math.max(step.of, 1)} shares={tile.shares} />
          </li>
        );
      })}
    </ul>
  );
}

function plain(name: StepName, { done, of }: StepProgress, t: Text): Tile {
  const tone = of > 0 && done >= of ? "ok" : "accent";
  return {
    name: t(`runs:step.${name}`),
    done,
    shares: [{ id: "done", value: done, tone, label: t("runs:progress.done", { count: done }) }],
  };
}

/** E-mails of a run: drafts where nothing leaves by itself, else what was sent, with what is still to leave as a paler length. */
function emails(run: RunView, { done, of }: StepProgress, t: Text): Tile {
  if (!run.sends) {
    const tone = done >= of ? "ok" : "accent";
    return {
      name: t("runs:step.drafts"),
      done,
      shares: [{ id: "written", value: done, tone, label: t("runs:step.written") }],
    };
  }
  return {
    name: t("runs:step.sent"),
    done: run.sent,
    shares: [
      { id: "sent", value: run.sent, tone: "ok", label: t("runs:receipt.part.sent") },
      {
        id: "scheduled",
        value: run.scheduled,
        tone: "accent-line",
        label: t("runs:receipt.part.scheduled"),
      },
      { id: "drafts", value: run.drafts, tone: "quiet", label: t("runs:receipt.part.drafted") },
    ],
  };
}
