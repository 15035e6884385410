import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type OpportunityRow, type OpportunitySelection, type StageView } from "@/data/client";
import { Button } from "@/design/Button";
import { ChoiceField, TextField } from "@/design/Field";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";
import { CloseFields, closingOf, emptyClosing, isComplete } from "./CloseDialog";
import css from "./opportunities.module.css";
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

/** One value, or one stage, for several opportunities: which, how many, and what becomes of the first of them. */
export function BulkEdit({ open, onClose, selection, count }: BulkEditProps) {
  const t = useText();
  return (
    <Modal
      opened={open}
      onClose={onClose}
      withCloseButton={false}
      size={440}
      padding={0}
      attributes={{ content: { "aria-label": t("opportunities:bulk.title", { count }) } }}
      overlayProps={{ backgroundOpacity: 0.38 }}
    >
      <Form onClose={onClose} selection={selection} count={count} />
    </Modal>
  );
}

function Form({ onClose, selection, count }: Omit<BulkEditProps, "open">) {
  const t = useText();
  const locale = useLocale();
  const all = useQuery(pipelinesQuery).data;
  const [field, setField] = useState<Field>("stage");
  const [value, setValue] = useState("");
  const [closing, setClosing] = useState(emptyClosing);
  const [busy, setBusy] = useState(false);
  const examples = useQuery({
    queryKey: ["opportunities_examples", selection],
    queryFn: () => firstOf(selection),
    meta: { tags: ["opportunities"] },
  });
  const pipelines = (all?.pipelines ?? []).filter((pipeline) => !pipeline.archived);
  const stages = pipelines.flatMap((pipeline) => inUse(pipeline));
  const stage = field === "stage" ? stages.find((one) => one.id === value) : undefined;
  const clears = field !== "stage" && value.trim() === "";
  const blocked =
    field === "stage" && (!stage || !isComplete(stage.kind, closing))
      ? t("opportunities:close.needsReason")
      : undefined;
  const said = (words: string) => (words === "" ? t("opportunities:bulk.nothing") : words);
  const write = async () => {
    if (busy || blocked) return;
    setBusy(true);
    const done = await act(
      commands.opportunitiesBulkUpdate({
        selection,
        values: field === "stage" ? [] : [{ field, value: value.trim() }],
        stage: stage?.id ?? null,
        closing: stage && stage.kind !== "open" ? closingOf(closing) : null,
      }),
      (changed) => t("opportunities:bulk.changed", { count: changed.count }),
    );
    setBusy(false);
    if (done) onClose();
  };
  return (
    <form
      className={record.newForm}
      onSubmit={(event) => {
        event.preventDefault();
        // Enter never empties a field of all of them.
        if (!clears) void write();
      }}
    >
      <h2>{t("opportunities:bulk.title", { count })}</h2>
      <ChoiceField
        data-autofocus
        label={t("opportunities:bulk.field")}
        comboboxProps={{ withinPortal: false }}
        data={fields.map((name) => ({ value: name, label: t(`opportunities:detail.${name}`) }))}
        value={field}
        onChange={(name) => {
          setField(name as Field);
          setValue("");
        }}
      />
      {field === "stage" ? (
        <ChoiceField
          label={t("opportunities:bulk.value")}
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
          label={t("opportunities:bulk.value")}
          type={field === "close_on" || field === "next_step_on" ? "date" : "text"}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      {stage && stage.kind !== "open" && (
        <div className={record.wide}>
          <CloseFields kind={stage.kind} values={closing} onChange={setClosing} />
        </div>
      )}
      <div className={record.wide}>
        {clears && <p>{t("opportunities:bulk.clears")}</p>}
        {(examples.data?.length ?? 0) > 0 && (
          <>
            <p>{t("opportunities:bulk.preview")}</p>
            <ul className={css.examples}>
              {examples.data?.map((row) => (
                <li key={row.id}>
                  {t("opportunities:bulk.before", {
                    name: row.name,
                    before: said(textOf(row, field, stageName(row, locale))),
                    after: said(field === "stage" ? (stage ? named(stage, locale) : "…") : value.trim()),
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className={record.newActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        {clears ? (
          <Button kind="danger" busy={busy} onClick={() => void write()}>
            {t("opportunities:bulk.clear", { count })}
          </Button>
        ) : (
          <Button kind="primary" type="submit" keys="enter" busy={busy} blocked={blocked}>
            {t("opportunities:bulk.apply", { count })}
          </Button>
        )}
      </div>
    </form>
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

/** The first three opportunities of a selection. */
async function firstOf(selection: OpportunitySelection): Promise<OpportunityRow[]> {
  if (selection.kind === "ids") {
    const some = selection.ids.slice(0, 3).map((id) => ask(commands.opportunitiesGet({ id })));
    return (await Promise.all(some)).map((one) => one.row);
  }
  const query =
    selection.kind === "query"
      ? selection.query
      : { text: "", filters: [], sort: "name" as const, descending: false };
  return (await ask(commands.opportunitiesList({ query, offset: 0, limit: 3 }))).rows;
}
