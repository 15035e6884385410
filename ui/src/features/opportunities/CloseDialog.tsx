import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { ClosingRequest, OpportunityRow, StageKindWord } from "@/data/client";
import { Button } from "@/design/Button";
import { AreaField, ChoiceField, TextField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";
import css from "./opportunities.module.css";
import { pipelinesQuery } from "./queries";
import { amountTyped, dayOf, named } from "./words";

/** How an opportunity ends, as it is typed. */
export interface ClosingValues {
  on: string;
  reason: string;
  note: string;
  /** What it came to, where that is asked and another amount than before. */
  amount?: string;
}

/** Today, without a reason yet. */
export function emptyClosing(): ClosingValues {
  return { on: dayOf(new Date()), reason: "", note: "" };
}

/** As the core takes it. */
export function closingOf(values: ClosingValues): ClosingRequest {
  return {
    on: values.on || null,
    reason: values.reason || null,
    note: values.note.trim(),
    amount: values.amount ?? null,
  };
}

/** Whether enough is said: a lost one needs a reason. */
export function isComplete(kind: StageKindWord, values: ClosingValues): boolean {
  return kind !== "lost" || values.reason !== "" || values.note.trim() !== "";
}

/** When and why. */
export function CloseFields({
  kind,
  values,
  onChange,
  children,
}: {
  kind: StageKindWord;
  values: ClosingValues;
  onChange: (values: ClosingValues) => void;
  /** What is asked first. */
  children?: ReactNode;
}) {
  const t = useText();
  const locale = useLocale();
  const reasons = (useQuery(pipelinesQuery).data?.reasons ?? []).filter(
    (reason) => reason.kind === kind && !reason.archived,
  );
  return (
    <div className={css.closing}>
      {children}
      <ChoiceField
        data-autofocus={kind === "lost" || undefined}
        label={t("opportunities:close.why")}
        comboboxProps={{ withinPortal: false }}
        clearable
        data={reasons.map((reason) => ({ value: reason.id, label: named(reason, locale) }))}
        value={values.reason || null}
        onChange={(reason) => onChange({ ...values, reason: reason ?? "" })}
      />
      <TextField
        label={t("opportunities:close.on")}
        type="date"
        max={dayOf(new Date())}
        value={values.on}
        onChange={(event) => onChange({ ...values, on: event.currentTarget.value })}
      />
      <AreaField
        className={css.closingWide}
        label={t("opportunities:close.note")}
        minRows={2}
        value={values.note}
        onChange={(event) => onChange({ ...values, note: event.currentTarget.value })}
      />
    </div>
  );
}

interface CloseDialogProps {
  /** What ends, and how; nothing while there is no question. */
  ending: { row: OpportunityRow; kind: "won" | "lost" } | undefined;
  onClose: () => void;
  onDone: (closing: ClosingRequest) => Promise<unknown>;
}

/** Won or lost: when, why, and what it came to. */
export function CloseDialog({ ending, onClose, onDone }: CloseDialogProps) {
  const t = useText();
  const title = ending ? t(`opportunities:close.${ending.kind}`, { name: ending.row.name }) : "";
  return (
    <FormDialog open={ending !== undefined} onClose={onClose} size={440} label={title}>
      {ending && <Form title={title} {...ending} onClose={onClose} onDone={onDone} />}
    </FormDialog>
  );
}

function Form({
  title,
  row,
  kind,
  onClose,
  onDone,
}: { title: string } & NonNullable<CloseDialogProps["ending"]> &
  Pick<CloseDialogProps, "onClose" | "onDone">) {
  const t = useText();
  const locale = useLocale();
  const [values, setValues] = useState(emptyClosing);
  const [busy, setBusy] = useState(false);
  const blocked = isComplete(kind, values) ? undefined : t("opportunities:close.needsReason");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || blocked) return;
    setBusy(true);
    await onDone(closingOf(values));
    setBusy(false);
  };
  return (
    <form className={record.newForm} onSubmit={(event) => void submit(event)}>
      <h2>{title}</h2>
      <div className={record.wide}>
        <CloseFields kind={kind} values={values} onChange={setValues}>
          {kind === "won" && (
            <TextField
              data-autofocus
              className={css.closingWide}
              label={`${t("opportunities:detail.amount")} (${row.currency})`}
              inputMode="decimal"
              placeholder={t("opportunities:example.amount")}
              value={values.amount ?? amountTyped(row, locale)}
              onChange={(event) => setValues({ ...values, amount: event.currentTarget.value })}
            />
          )}
        </CloseFields>
      </div>
      <div className={record.newActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button kind="primary" type="submit" keys="enter" busy={busy} blocked={blocked}>
          {t(kind === "won" ? "opportunities:close.win" : "opportunities:close.lose")}
        </Button>
      </div>
    </form>
  );
}
