import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/design/Icon";
import { Logo, Strokes } from "@/design/Mark";
import css from "./workspace.module.css";

/** The inked side of the first run: mark, one sentence, and what stands under it. */
export function BrandSide({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.brand}>
      <Art />
      <div className={css.logo}>
        <Logo size={32} />
        Rainmaker
      </div>
      <h1 className={css.claim}>{title}</h1>
      {children}
    </section>
  );
}

/** Large strokes, kept for first run and lock. */
export function Art() {
  return (
    <svg className={css.art} viewBox="0 0 32 32" aria-hidden="true">
      <Strokes stroke="var(--ink-2)" drop="#6EBAD3" />
    </svg>
  );
}

/** The steps of the first run: those done, the one in hand, those to come. */
export function Steps({ steps, here }: { steps: readonly string[]; here: number }) {
  return (
    <ol className={css.steps}>
      {steps.map((step, index) => (
        <li
          key={step}
          data-state={index < here ? "done" : index === here ? "here" : "next"}
          aria-current={index === here ? "step" : undefined}
        >
          <b aria-hidden="true">{index < here ? <Icon of={Check} size={10} /> : index + 1}</b>
          {step}
        </li>
      ))}
    </ol>
  );
}

/** The first run: brand at the left, the step in hand at the right. */
export function FirstRunPage({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className={css.page}>
      {side}
      <main className={css.work}>
        <div className={css.column}>{children}</div>
      </main>
    </div>
  );
}
