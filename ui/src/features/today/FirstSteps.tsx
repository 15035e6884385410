import { Check, ChevronRight } from "lucide-react";
import type { TodayRow } from "@/data/client";
import { Icon } from "@/design/Icon";
import { ProgressBar } from "@/design/ProgressBar";
import { useText } from "@/i18n";
import { firstSteps, kindOf } from "./kinds";
import css from "./today.module.css";

interface FirstStepsProps {
  /** The steps still open. */
  open: readonly TodayRow[];
  go: (row: TodayRow) => void;
  /** Only the steps still open, above a list that matters more. */
  compact?: boolean;
}

/** The first steps in a new desk, each with what it gives; ticked as they are done. */
export function FirstSteps({ open, go, compact = false }: FirstStepsProps) {
  const t = useText();
  const done = firstSteps.length - open.length;
  return (
    <section className={css.steps} data-compact={compact || undefined} aria-label={t("today:steps.title")}>
      <header>
        <h2>{t("today:steps.title")}</h2>
        <span>{t("today:steps.done", { done, of: firstSteps.length })}</span>
      </header>
      <ProgressBar
        thin
        label={t("today:steps.title")}
        total={firstSteps.length}
        shares={[
          { id: "done", value: done, tone: "accent", label: t("runs:progress.done", { count: done }) },
        ]}
      />
      <ol>
        {firstSteps.map((kind) => {
          const row = open.find((one) => one.kind === kind);
          if (!row) {
            return compact ? null : (
              <li key={kind} data-done="true">
                <span className={css.tick}>
                  <Icon of={Check} size={14} />
                </span>
                <span>{t(`today:step.${kind}.title`)}</span>
              </li>
            );
          }
          return (
            <li key={kind}>
              <button type="button" onClick={() => go(row)}>
                <span className={css.square}>
                  <Icon of={kindOf(row).icon} />
                </span>
                <span>
                  <b>{t(`today:step.${kind}.title`)}</b>
                  <small>{t(`today:step.${kind}.words`)}</small>
                </span>
                <Icon of={ChevronRight} />
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
