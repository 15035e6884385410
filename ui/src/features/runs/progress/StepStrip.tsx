import { ExternalLink, type LucideIcon, Mail, Pencil, Repeat, Search, ShieldCheck } from "lucide-react";
import type { RunView } from "@/data/client";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { ProgressBar } from "@/design/ProgressBar";
import { useText } from "@/i18n";
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

/** How far each step is. */
export function StepStrip({ run }: { run: RunView }) {
  const t = useText();
  const format = useFormat();
  return (
    <ul className={css.steps} aria-label={t("runs:steps")}>
      {steps.map((name) => {
        const step = run.steps.find((one) => one.step === name) ?? { step: name, done: 0, of: 0 };
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
                  label: t("runs:progress.done"),
                },
              ]}
            />
          </li>
        );
      })}
    </ul>
  );
}
