import { Check, ChevronRight } from "lucide-react";
import { Icon } from "./Icon";
import css from "./Stepper.module.css";

interface StepperProps<Step extends string> {
  steps: ReadonlyArray<{ value: Step; label: string }>;
  here: Step;
  /** How far one may go by a click; steps beyond are still to come. */
  reached: Step;
  onStep: (step: Step) => void;
  /** The last step is behind as well. */
  finished?: boolean | undefined;
}

/** The steps of a wizard in the top bar: done, in hand, to come; those done can be gone back to. */
export function Stepper<Step extends string>({
  steps,
  here,
  reached,
  onStep,
  finished = false,
}: StepperProps<Step>) {
  const at = steps.findIndex((step) => step.value === here);
  const most = steps.findIndex((step) => step.value === reached);
  return (
    <ol className={css.steps}>
      {steps.map((step, index) => (
        <li key={step.value}>
          {index > 0 && <Icon of={ChevronRight} size={14} />}
          <button
            type="button"
            className={css.step}
            data-state={index < at || finished ? "done" : index === at ? "here" : "next"}
            aria-current={index === at ? "step" : undefined}
            aria-disabled={index > most || undefined}
            onClick={() => index <= most && onStep(step.value)}
          >
            <b aria-hidden="true">{index < at || finished ? <Icon of={Check} size={12} /> : index + 1}</b>
            <span>{step.label}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
