import { Check, Clock, ExternalLink, Minus } from "lucide-react";
import type { StepState } from "@/data/client";
import { MessageGlyph } from "@/design/Glyph";
import { Icon } from "@/design/Icon";
import { useText } from "@/i18n";
import css from "./progress.module.css";
import type { StepName } from "./StepStrip";

/** How one step went for one person. */
export function StepGlyph({ step, state }: { step: StepName; state: StepState }) {
  const t = useText();
  const words = `${t(`runs:step.${step}`)}: ${t(`runs:stepState.${state}`)}`;
  return (
    <span className={css.glyph} data-state={state} role="img" aria-label={words} title={words}>
      {draw(step, state)}
    </span>
  );
}

function draw(step: StepName, state: StepState) {
  switch (state) {
    case "waiting":
      return <i className={css.dot} />;
    case "working":
      return <MessageGlyph progress="sending" />;
    case "skipped":
      return <Icon of={Minus} size={14} />;
    case "draft":
      return <MessageGlyph progress="draft" />;
    case "scheduled":
      return step === "email" ? <MessageGlyph progress="scheduled" /> : <Icon of={Clock} size={14} />;
    case "unknown":
      return <MessageGlyph progress="unknown" />;
    case "failed":
      return <MessageGlyph progress="failed" />;
    case "done":
      if (step === "email") return <MessageGlyph progress="sent" />;
      if (step === "linkedin") return <Icon of={ExternalLink} size={14} />;
      if (step === "followup") return <Icon of={Clock} size={14} />;
      return <Icon of={Check} size={14} />;
  }
}
