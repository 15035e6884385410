import { RefreshCw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ask } from "@/data/ask";
import type { ApiError, TestReport } from "@/data/client";
import { sayError, sayReason } from "@/data/say";
import { Button } from "@/design/Button";
import { useFormat } from "@/design/format";
import { MessageGlyph } from "@/design/Glyph";
import { Notice } from "@/design/Notice";
import { Tag } from "@/design/Tag";
import { useText } from "@/i18n";
import css from "./settings.module.css";

interface TestColumnProps {
  /** The parts of the test in the order they are tried. */
  steps: readonly string[];
  test: () => Promise<{ status: "ok"; data: TestReport } | { status: "error"; error: ApiError }>;
  /** Why it cannot be tested yet. */
  blocked?: string | undefined;
  actions?: ReactNode;
  note: string;
}

/** A test, part by part: each with a glyph, a sentence and its time; those after a failure were not tried. */
export function TestColumn({ steps, test, blocked, actions, note }: TestColumnProps) {
  const t = useText();
  const format = useFormat();
  const [report, setReport] = useState<TestReport>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      setReport(await ask(test()));
    } catch (error) {
      setReport(undefined);
      setFailure(sayError(error));
    }
    setBusy(false);
  };
  const shown = report?.parts.map((part) => part.step) ?? [];
  const names = [...shown, ...steps.filter((step) => !shown.includes(step))];
  const millis = report?.parts.reduce((sum, part) => sum + part.millis, 0) ?? 0;

  return (
    <aside className={css.test} aria-label={t("settings:test.title")}>
      <header className={css.testHead}>
        <h2>{t("settings:test.title")}</h2>
        {report && (
          <Tag tone={report.ok ? "ok" : "bad"}>
            {t(report.ok ? "settings:test.works" : "settings:test.fails")}
          </Tag>
        )}
        {report && millis > 0 && <span>{format.duration(millis)}</span>}
      </header>
      {failure && (
        <Notice tone="bad" title={t("settings:test.notRun")}>
          {failure}
        </Notice>
      )}
      <ul className={css.parts} aria-live="polite">
        {names.map((step) => {
          const part = report?.parts.find((other) => other.step === step);
          // A test with nothing to call has no parts: it holds as a whole.
          const ok = part ? part.ok : report?.ok && report.parts.length === 0 ? true : undefined;
          return (
            <li key={step}>
              <MessageGlyph
                progress={busy ? "sending" : ok === undefined ? "draft" : ok ? "sent" : "failed"}
              />
              <b>{t(`settings:test.step.${step as "dns"}`)}</b>
              <span>
                {ok === undefined
                  ? t("settings:test.untried")
                  : ok
                    ? t(`settings:test.ok.${step as "dns"}`)
                    : part?.failure
                      ? sayReason(part.failure)
                      : t("settings:test.fails")}
              </span>
              <time>{part ? format.duration(part.millis) : ""}</time>
            </li>
          );
        })}
      </ul>
      <div className={css.testActs}>
        <Button icon={RefreshCw} busy={busy} blocked={blocked} onClick={() => void run()}>
          {t(report ? "settings:test.again" : "settings:test.run")}
        </Button>
        {actions}
      </div>
      <p className={css.testNote}>{note}</p>
    </aside>
  );
}
