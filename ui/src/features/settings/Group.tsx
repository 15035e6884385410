import { TriangleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import fields from "@/design/fields.module.css";
import { Icon } from "@/design/Icon";
import css from "./settings.module.css";

/** Some settings that belong together, under one head. */
export function Group({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const head = useId();
  return (
    <section className={css.group} aria-labelledby={head}>
      <header className={css.groupHead}>
        <h2 id={head}>{title}</h2>
        {aside && <span>{aside}</span>}
      </header>
      {children}
    </section>
  );
}

interface LineProps {
  label: string;
  /** The id of the control, where there is one to point at. */
  htmlFor?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}

/** Label at the left, control at the right, hint under it; an error takes the hint's place. */
export function Line({ label, htmlFor, hint, error, children }: LineProps) {
  return (
    <div className={css.line}>
      {htmlFor ? (
        <label className={css.label} htmlFor={htmlFor}>
          {label}
        </label>
      ) : (
        <span className={css.label}>{label}</span>
      )}
      <div className={css.control}>
        {children}
        {error ? (
          <p className={fields.error} role="alert">
            <span className={fields.errorLine}>
              <Icon of={TriangleAlert} size={14} />
              <span>{error}</span>
            </span>
          </p>
        ) : (
          hint && <p className={fields.hint}>{hint}</p>
        )}
      </div>
    </div>
  );
}
