import { Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useState } from "react";
import { ask } from "@/data/ask";
import { commands, type ImportDates, type ImportView, type ImportWarning } from "@/data/client";
import { sayError } from "@/data/say";
import { Button, LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { GroupRow } from "@/design/GroupRow";
import { Notice } from "@/design/Notice";
import { ProgressBar } from "@/design/ProgressBar";
import { SegmentedControl } from "@/design/Tabs";
import { useText } from "@/i18n";
import { CheckRows } from "./CheckRows";
import { Foot } from "./Foot";
import type { StepProps } from "./ImportScreen";
import css from "./import.module.css";
import { LostValues, Sentences } from "./LostValues";
import { saveRejects } from "./rejects";
import { toWrite } from "./steps";
import { type CheckTab, tabs } from "./tabs";
import { useRemap } from "./useRemap";
import { useRowActs } from "./useRowActs";
import { orderIn, parted } from "./warnings";

/** The dry run: every line counted once, what would change shown old above new. Nothing is written yet. */
export function CheckStep({ view, go }: StepProps) {
  const t = useText();
  const format = useFormat();
  const client = useQueryClient();
  const first = tabs.find((entry) => entry.count(view) > 0)?.tab ?? "create";
  const [tab, setTab] = useState<CheckTab>(first);
  // An archive is asked for with its messages: they are left only where the seller says so.
  const [leftOut, setLeftOut] = useState(false);
  const correspondence = view.correspondenceFiles.length > 0 && !leftOut;
  const apply = useMutation({
    mutationFn: () => ask(commands.importApply({ id: view.id, correspondence })),
    onSuccess: (now) => {
      client.setQueryData(["import_get", view.id], now);
      go("run");
    },
  });
  const row = useRowActs(view);
  const writes = toWrite(view);
  const entry = tabs.find((other) => other.tab === tab) ?? tabs[0];
  const [columns, lines] = parted(view.warnings);

  return (
    <div className={css.wizard}>
      <div className={css.two} data-check="true">
        <aside className={css.side}>
          <h2 className={css.figure}>{t("imports:check.lines", { rows: view.rows })}</h2>
          <p className={css.sideLead}>{t("imports:check.once")}</p>
          <ProgressBar
            thin
            label={t("imports:check.lines", { rows: view.rows })}
            total={view.rows}
            shares={tabs
              .filter(({ across }) => !across)
              .map(({ tab: id, tone, count }) => ({
                id,
                tone,
                value: count(view),
                label: t(`imports:plan.${id}`),
              }))}
          />
          <ul className={css.plans}>
            {tabs.map(({ tab: id, tone, count, across }) => (
              <li key={id}>
                <button
                  type="button"
                  aria-pressed={id === tab}
                  data-tone={tone}
                  data-across={across || undefined}
                  onClick={() => setTab(id)}
                >
                  <i aria-hidden="true" />
                  {t(`imports:plan.${id}`)}
                  <span>{format.count(count(view))}</span>
                </button>
              </li>
            ))}
          </ul>
          <LostValues of={lines} />
          {view.correspondenceFiles.length > 0 && (
            <Checkbox
              label={t("imports:check.correspondence")}
              description={view.correspondenceFiles.join(", ")}
              checked={correspondence}
              onChange={(event) => setLeftOut(!event.currentTarget.checked)}
            />
          )}
          <p className={css.sideFoot}>{t("imports:check.undoable")}</p>
        </aside>
        <section className={css.rowsArea}>
          {columns.length > 0 && (
            <div className={css.assumed}>
              <Dates view={view} of={columns} />
            </div>
          )}
          <GroupRow
            title={t(`imports:plan.${tab}`)}
            tone={entry.tone}
            count={t(`imports:planHint.${tab}`, { count: entry.count(view) })}
            action={
              tab === "conflicts" && view.conflicts > 0 ? (
                <>
                  <LinkButton onClick={() => void row.choose({ n: null, field: null, file: false })}>
                    {t("imports:check.mineForAll")}
                  </LinkButton>
                  <LinkButton onClick={() => void row.choose({ n: null, field: null, file: true })}>
                    {t("imports:check.fileForAll")}
                  </LinkButton>
                </>
              ) : undefined
            }
          />
          <CheckRows view={view} tab={tab} row={row} />
        </section>
      </div>
      {apply.error && (
        <Notice tone="bad" title={t("imports:check.refused")}>
          {sayError(apply.error)}
        </Notice>
      )}
      <Foot
        back="match"
        go={go}
        words={[
          view.conflicts > 0 ? t("imports:check.conflictsStay", { count: view.conflicts }) : "",
          view.rejected > 0
            ? t("imports:check.rejects", { count: view.rejected })
            : t("imports:check.allGood"),
        ]
          .filter(Boolean)
          .join(" ")}
        next={{
          label:
            writes === 0 && correspondence
              ? t("imports:check.onlyCorrespondence")
              : t("imports:check.apply", { count: writes, updated: view.updated }),
          run: () => apply.mutate(),
          busy: apply.isPending,
          blocked: writes === 0 && !correspondence ? t("imports:check.nothing") : undefined,
        }}
      >
        {view.rejected > 0 && (
          <Button icon={Upload} onClick={() => void saveRejects(view)}>
            {t("imports:check.saveRejects")}
          </Button>
        )}
      </Foot>
    </div>
  );
}

/** In which order the dates are read that prove none, and the way to say the other: everything is checked again at once. */
function Dates({ view, of }: { view: ImportView; of: readonly ImportWarning[] }) {
  const t = useText();
  const remap = useRemap(view);
  const told = view.reading.dates !== null;
  return (
    <Notice
      tone={told ? "accent" : "warn"}
      title={t(told ? "imports:check.datesTold" : "imports:check.dates")}
    >
      <Sentences of={of} />
      <div className={css.order}>
        <span>{t("imports:check.datesAre")}</span>
        <SegmentedControl<ImportDates>
          label={t("imports:check.datesAre")}
          choices={(["day_first", "month_first"] as const).map((value) => ({
            value,
            label: t(`imports:check.${value}`),
          }))}
          value={remap.variables?.dates ?? orderIn(of[0]) ?? "day_first"}
          onChange={(dates) => remap.mutate({ dates })}
        />
      </div>
      {remap.error && <p>{sayError(remap.error)}</p>}
    </Notice>
  );
}
