import { Check, Clock, ExternalLink, Minus } from "lucide-react";
import type { OutboxState, StepState } from "@/data/client";
import { MessageGlyph } from "@/design/Glyph";
import { Icon } from "@/design/Icon";
import { progressOf } from "@/features/outreach/words";
import { useText } from "@/i18n";
import css from "./progress.module.css";
import type { StepName } from "./StepStrip";

/** How one step went for one person. Of the e-mail, where its message stands now: the step itself ended when it was written. */
export function StepGlyph({
  step,
  state,
  message,
}: {
  step: StepName;
  state: StepState;
  message?: OutboxState | undefined;
}) {
  const t = useText();
  if (step === "email" && message) {
    const now = `${t("runs:step.email")}: ${t(`outreach:state.${message}`)}`;
    return (
      <span className={css.glyph} role="img" aria-label={now} title={now}>
        <MessageGlyph progress={progressOf(message)} />
      </span>
    );
  }
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
