import { ArrowRight, ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/design/Button";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import css from "./import.module.css";
import type { ImportStep } from "./steps";

interface FootProps {
  back: ImportStep;
  go: (step: ImportStep) => void;
  /** What has been found so far. */
  words: ReactNode;
  next: { label: string; run: () => void; busy?: boolean; blocked?: string | undefined };
  /** A second button before the next step. */
  children?: ReactNode;
}

/** The bar at the foot of a step: back, what has been found, forward by ⌘Enter. */
export function Foot({ back, go, words, next, children }: FootProps) {
  const t = useText();
  const run = () => {
    if (!next.busy && next.blocked === undefined) next.run();
  };
  useCommands([
    {
      id: "import.next",
      title: "imports:next",
      values: { what: next.label },
      group: "act",
      icon: ArrowRight,
      keys: "mod+enter",
      inFields: true,
      run,
    },
  ]);
  return (
    <footer className={css.foot} data-page-foot="true">
      <Button icon={ChevronLeft} onClick={() => go(back)}>
        {t(`imports:step.${back}`)}
      </Button>
      <span className={css.footWords}>{words}</span>
      <span className={css.footActs}>
        {children}
        <Button
          kind="primary"
          keys="mod+enter"
          busy={next.busy ?? false}
          blocked={next.blocked}
          onClick={run}
        >
          {next.label}
        </Button>
      </span>
    </footer>
  );
}
