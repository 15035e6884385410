import { useId } from "react";
import { Checked } from "@/design/Checked";
import { useText } from "@/i18n";
import css from "./config.module.css";
import type { Problem } from "./document";

interface ConfigTextProps {
  text: string;
  problems: readonly Problem[];
  onChange: (text: string) => void;
  onLeave: () => void;
}

/** The document itself, with the line of everything that is wrong marked beside it. */
export function ConfigText({ text, problems, onChange, onLeave }: ConfigTextProps) {
  const t = useText();
  const said = useId();
  const lines = text.split("\n");
  const wrong = new Set(problems.map((problem) => problem.line));
  return (
    <section className={css.document} aria-label={t("runs:config.document")}>
      <h3 className={css.documentTitle}>{t("runs:config.document")}</h3>
      <div className={css.paper}>
        <ol className={css.numbers} aria-hidden="true">
          {lines.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <li key={index} data-wrong={wrong.has(index + 1) || undefined}>
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          className={css.text}
          aria-label={t("runs:config.document")}
          aria-describedby={said}
          aria-invalid={problems.length > 0}
          value={text}
          rows={lines.length}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onLeave}
        />
      </div>
      <div className={css.problems} id={said} role="status">
        {problems.length === 0 ? (
          <Checked>{t("runs:config.valid")}</Checked>
        ) : (
          problems.map((problem) => (
            <Checked key={`${problem.path}-${problem.kind}`} ok={false}>
              {sayProblem(problem, t)}
            </Checked>
          ))
        )}
      </div>
    </section>
  );
}

/** What is wrong, where, and what was probably meant. */
export function sayProblem({ kind, path, line, hint }: Problem, t: ReturnType<typeof useText>): string {
  switch (kind) {
    case "json":
      return t("runs:problem.json", { line });
    case "unknown":
      return hint
        ? t("runs:problem.unknownMeant", { line, path, meant: hint })
        : t("runs:problem.unknown", { line, path });
    case "type":
      return t("runs:problem.type", {
        line,
        path: path || "{}",
        kind: t(`runs:problem.kind.${hint as "string"}`),
      });
    case "range":
      return t("runs:problem.range", { line, path });
  }
}
