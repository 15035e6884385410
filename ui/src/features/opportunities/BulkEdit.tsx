import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type OpportunityRow, type OpportunitySelection, type StageView } from "@/data/client";
import { ChoiceField, TextField } from "@/design/Field";
import { BulkDialog, BulkForm } from "@/features/list/BulkForm";
import { firstOf } from "@/features/list/chosen";
import { useLocale, useText } from "@/i18n";
import { CloseFields, closingOf, emptyClosing, isComplete } from "./CloseDialog";
import { opportunities } from "./kind";
import { pipelinesQuery } from "./queries";
import { inUse, named, stageName } from "./words";

/** What several opportunities can have in common. */
const fields = [
  "stage",
  "close_on",
  "probability",
  "next_step",
  "next_step_on",
  "source",
  "competitor",
  "company",
] as const;
type Field = (typeof fields)[number];

interface BulkEditProps {
  open: boolean;
  onClose: () => void;
  selection: OpportunitySelection;
  count: number;
}

/** One value, or one stage, for several opportunities. */
export function BulkEdit({ open, ...rest }: BulkEditProps) {
  return (
    <BulkDialog of="opportunities" open={open} count={rest.count} onClose={rest.onClose}>
      <Form {...rest} />
    </BulkDialog>
  );
}

function Form({ onClose, selection, count }: Omit<BulkEditProps, "open">) {
  const t = useText();
  const locale = useLocale();
  const all = useQuery(pipelinesQuery).data;
  const [field, setField] = useState<Field>("stage");
  const [value, setValue] = useState("");
  const [closing, setClosing] = useState(emptyClosing);
  const first = useQuery({
    queryKey: ["opportunities_examples", selection],
    queryFn: () =>
      firstOf(opportunities, selection, async (id) => (await ask(commands.opportunitiesGet({ id }))).row),
    meta: { tags: ["opportunities"] },
  }).data;
  const pipelines = (all?.pipelines ?? []).filter((pipeline) => !pipeline.archived);
  const stages = pipelines.flatMap((pipeline) => inUse(pipeline));
  const stage = field === "stage" ? stages.find((one) => one.id === value) : undefined;
  const ends = stage !== undefined && stage.kind !== "open";
  const unsaid = field === "stage" && (!stage || !isComplete(stage.kind, closing));
  return (
    <BulkForm
      of="opportunities"
      count={count}
      fields={fields.map((name) => ({ value: name, label: t(`opportunities:detail.${name}`) }))}
      field={field}
      onField={(name) => {
        setField(name);
        setValue("");
      }}
      value={
        field === "stage" ? (
          <ChoiceField
            label={t("list:bulk.value")}
            comboboxProps={{ withinPortal: false }}
            data={pipelines.map((pipeline) => ({
              group: named(pipeline, locale),
              items: inUse(pipeline).map((one: StageView) => ({ value: one.id, label: named(one, locale) })),
            }))}
            value={value || null}
            onChange={(next) => setValue(next ?? "")}
          />
        ) : (
          <TextField
            label={t("list:bulk.value")}
            type={field === "close_on" || field === "next_step_on" ? "date" : "text"}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )
      }
      more={ends && <CloseFields kind={stage.kind} values={closing} onChange={setClosing} />}
      clears={field !== "stage" && value.trim() === ""}
      blocked={unsaid ? t("opportunities:close.needsReason") : undefined}
      examples={(first ?? []).map((row) => ({
        id: row.id,
        name: row.name,
        before: textOf(row, field, stageName(row, locale)),
        after: field === "stage" ? (stage ? named(stage, locale) : "…") : value.trim(),
      }))}
      onWrite={async () =>
        Boolean(
          await act(
            commands.opportunitiesBulkUpdate({
              selection,
              values: field === "stage" ? [] : [{ field, value: value.trim() }],
              stage: stage?.id ?? null,
              closing: ends ? closingOf(closing) : null,
            }),
            (changed) => t("opportunities:bulk.changed", { count: changed.count }),
          ),
        )
      }
      onClose={onClose}
    />
  );
}

function textOf(row: OpportunityRow, field: Field, stage: string): string {
  switch (field) {
    case "stage":
      return stage;
    case "close_on":
      return row.closeOn ?? "";
    case "probability":
      return row.ownProbability ? String(row.probability) : "";
    case "next_step":
      return row.nextStep;
    case "next_step_on":
      return row.nextStepOn ?? "";
    default:
      return row[field];
  }
}
