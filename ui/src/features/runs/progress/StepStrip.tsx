import { ExternalLink, type LucideIcon, Mail, Pencil, Repeat, Search, ShieldCheck } from "lucide-react";
import type { RunView } from "@/data/client";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { ProgressBar } from "@/design/ProgressBar";
import { useText } from "@/i18n";
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

/** How far each step is. */
export function StepStrip({ run }: { run: RunView }) {
  const t = useText();
  const format = useFormat();
  const off = notAsked(run.config);
  return (
    <ul className={css.steps} aria-label={t("runs:steps")}>
      {steps.map((name) => {
        const none = { step: name, done: 0, of: 0 };
        const step = (off.has(name) ? undefined : run.steps.find((one) => one.step === name)) ?? none;
        const complete = step.of > 0 && step.done >= step.of;
        return (
          <li key={name}>
            <span className={css.stepName}>
              <Icon of={icons[name]} />
              {name === "email" && !run.sends ? t("runs:step.drafts") : t(`runs:step.${name}`)}
            </span>
            <span className={css.stepFigure}>
              {step.of === 0 ? (
                <span>{t("runs:step.none")}</span>
              ) : (
                <>
                  {format.count(step.done)} <span>{t("runs:step.of", { of: step.of })}</span>
                </>
              )}
            </span>
            <ProgressBar
              thin
              label={t(`runs:step.${name}`)}
              total={Math.max(step.of, 1)}
              shares={[
                {
                  id: "done",
                  value: step.done,
                  tone: complete ? "ok" : "accent",
                  label: t("runs:progress.done", { count: step.done }),
                },
              ]}
            />
          </li>
        );
      })}
    </ul>
  );
}
