import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import type { RunLogLine, RunView } from "@/data/client";
import { sayReason } from "@/data/say";
import { IconButton } from "@/design/Button";
import { SidePanel } from "@/design/SidePanel";
import { Tabs } from "@/design/Tabs";
import { useLocale, useText } from "@/i18n";
import { POLL_MS, runLogQuery } from "../queries";
import css from "./progress.module.css";

/** What the run did, newest first; only the problems on demand. */
export function RunLog({ run, onClose }: { run: RunView; onClose: () => void }) {
  const t = useText();
  const [problems, setProblems] = useState(false);
  const lines = useQuery({
    ...runLogQuery(run.id, problems),
    refetchInterval: run.state === "paused" ? false : POLL_MS * 2,
  }).data;
  return (
    <SidePanel
      label={t("runs:log.title")}
      head={
        <div className={css.logHead}>
          <h2>{t("runs:log.title")}</h2>
          <Tabs
            compact
            label={t("runs:log.title")}
            value={problems ? "problems" : "all"}
            onChange={(value) => setProblems(value === "problems")}
            choices={[
              { value: "all", label: t("runs:log.all") },
              { value: "problems", label: t("runs:log.problems") },
            ]}
          />
          <IconButton label={t("common:close")} icon={X} keys="l" onClick={onClose} />
        </div>
      }
      foot={<p className={css.hint}>{t(run.state === "paused" ? "runs:log.hintPaused" : "runs:log.hint")}</p>}
    >
      {lines?.length === 0 ? (
        <p className={css.hint}>{t(problems ? "runs:log.noProblem" : "runs:log.nothing")}</p>
      ) : (
        <ol className={css.log}>
          {lines?.map((line) => (
            <LogLine key={line.seq} line={line} />
          ))}
        </ol>
      )}
    </SidePanel>
  );
}

function LogLine({ line }: { line: RunLogLine }) {
  const locale = useLocale();
  const at = new Date(line.at);
  const clock = at.toLocaleTimeString(locale === "fr" ? "fr-FR" : "en-GB", {
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
  });
  return (
    <li data-level={line.level}>
      <time dateTime={line.at}>{clock}</time>
      <p>
        {line.person && <b>{line.person.name}</b>}
        {line.person && " "}
        {sayReason(line.what)}
      </p>
    </li>
  );
}
