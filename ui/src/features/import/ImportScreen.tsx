import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useCallback } from "react";
import { commands, type ImportView } from "@/data/client";
import { read } from "@/data/queries";
import { sayError } from "@/data/say";
import { IconButton } from "@/design/Button";
import { Notice } from "@/design/Notice";
import { Page } from "@/design/Page";
import { Stepper } from "@/design/Stepper";
import { useText } from "@/i18n";
import { CheckStep } from "./CheckStep";
import { FileStep } from "./FileStep";
import css from "./import.module.css";
import { MapStep } from "./MapStep";
import { MatchStep } from "./MatchStep";
import { ReadStep } from "./ReadStep";
import { RunStep } from "./RunStep";
import { type ImportStep, importSteps, reachable, stepShown } from "./steps";

/** What every step of an import gets. */
export interface StepProps {
  view: ImportView;
  go: (step: ImportStep) => void;
}

/** Six screens from a file to people: file, read, map, match, check, run. Nothing is written before the last. */
export function ImportScreen() {
  const t = useText();
  const search = useSearch({ from: "/import" });
  const navigate = useNavigate({ from: "/import" });
  const id = search.id;
  const query = useQuery({
    ...read(["import_get", id], ["imports", "history"], () => commands.importGet({ id: id ?? "" })),
    enabled: id !== undefined,
    // Progress events are decoration: while it works it is also asked for.
    refetchInterval: ({ state }) =>
      state.data?.state === "reading" || state.data?.state === "applying" ? 700 : false,
  });
  const view = id ? query.data : undefined;
  const step = stepShown(search.step, view);
  const go = useCallback(
    (next: ImportStep) => void navigate({ search: next === "file" ? {} : (now) => ({ ...now, step: next }) }),
    [navigate],
  );
  const open = (opened: ImportView) => void navigate({ search: { id: opened.id } });

  return (
    <Page
      title={t("imports:title")}
      beside={
        <Stepper<ImportStep>
          steps={importSteps.map((value) => ({ value, label: t(`imports:step.${value}`) }))}
          here={step}
          reached={reachable(view)}
          onStep={go}
          finished={view?.state === "applied"}
        />
      }
      actions={
        view && (
          <>
            <span className={css.fileName}>
              {t("imports:fileLine", { file: view.fileName, rows: view.rows })}
            </span>
            <IconButton label={t("imports:leave")} icon={X} onClick={() => go("file")} />
          </>
        )
      }
    >
      {id && query.isError ? (
        <div className={css.column}>
          <Notice tone="bad" title={t("imports:gone")}>
            {sayError(query.error)}
          </Notice>
        </div>
      ) : !id ? (
        <FileStep onOpened={open} />
      ) : view ? (
        <Step step={step} view={view} go={go} />
      ) : null}
    </Page>
  );
}

function Step({ step, ...props }: StepProps & { step: ImportStep }) {
  switch (step) {
    case "map":
      return <MapStep key={props.view.id} {...props} />;
    case "match":
      return <MatchStep {...props} />;
    case "check":
      return <CheckStep {...props} />;
    case "run":
      return <RunStep {...props} />;
    default:
      return <ReadStep {...props} />;
  }
}
