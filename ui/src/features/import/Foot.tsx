import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/design/Button";
import { useText } from "@/i18n";
import css from "./import.module.css";
import type { ImportStep } from "./steps";

/** The bar at the foot of a step: back, what has been found, forward. */
export function Foot({
  back,
  onBack,
  words,
  children,
}: {
  back: ImportStep;
  onBack: (step: ImportStep) => void;
  words: ReactNode;
  children: ReactNode;
}) {
  const t = useText();
  return (
    <footer className={css.foot}>
      <Button icon={ChevronLeft} onClick={() => onBack(back)}>
        {t(`imports:step.${back}`)}
      </Button>
      <span className={css.footWords}>{words}</span>
      <span className={css.footActs}>{children}</span>
    </footer>
  );
}
