import { act } from "@/data/act";
import { commands, type OpportunityRow, type StageView } from "@/data/client";
import { said } from "@/features/list/edits";
import { useLocale, useText } from "@/i18n";
import css from "./opportunities.module.css";
import { usePipelines } from "./queries";
import { inUse, named } from "./words";

/** The open stages of its pipeline side by side; a click moves the opportunity, an end asks first. */
export function StageSteps({ row, onEnd }: { row: OpportunityRow; onEnd: (kind: "won" | "lost") => void }) {
  const t = useText();
  const locale = useLocale();
  const { all } = usePipelines(row.pipeline);
  const pipeline = all?.pipelines.find((one) => one.id === row.pipeline);
  const stages = inUse(pipeline).filter((stage) => stage.kind === "open" || stage.id === row.stage);
  const here = stages.findIndex((stage) => stage.id === row.stage);
  const go = async (stage: StageView) => {
    if (stage.id === row.stage) return;
    if (stage.kind !== "open") return onEnd(stage.kind);
    const done = await act(
      commands.opportunitiesMove({ id: row.id, stage: stage.id, after: null, closing: null }),
    );
    if (done) void said(t("opportunities:act.moved", { name: row.name, stage: named(stage, locale) }));
  };
  return (
    <ol className={css.steps} aria-label={t("opportunities:stepper", { name: row.name })}>
      {stages.map((stage, index) => (
        <li key={stage.id}>
          <button
            type="button"
            className={css.step}
            data-state={
              index === here ? (row.kind === "open" ? "here" : row.kind) : index < here ? "done" : "next"
            }
            aria-current={index === here ? "step" : undefined}
            title={named(stage, locale)}
            onClick={() => void go(stage)}
          >
            <span>{named(stage, locale)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
