import { type FormEvent, useState } from "react";
import { act } from "@/data/act";
import { type CustomPut, commands } from "@/data/client";
import { Button } from "@/design/Button";
import { ChoiceField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import css from "@/features/views/views.module.css";
import { useText } from "@/i18n";
import { useFields } from "./queries";
import { ValueInput } from "./ValueInput";

interface BulkDialogProps {
  /** Which records, and how many. */
  on: CustomPut["on"];
  count: number;
  onClose: () => void;
}

/** One of the seller's fields for several records at once: which, with what, then one undo step. */
export function BulkDialog({ on, count, onClose }: BulkDialogProps) {
  const t = useText();
  const fields = useFields(on.of);
  const [chosen, setChosen] = useState(fields[0]?.id);
  const [value, setValue] = useState("");
  const field = fields.find((one) => one.id === chosen);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!field) return;
    const done = await act(commands.fieldsPut({ on, values: [{ field: field.id, value }] }), (changed) =>
      t("custom:bulk.done", { field: field.name, count: changed.count }),
    );
    if (done) onClose();
  };
  return (
    <FormDialog open onClose={onClose} size={420} label={t("custom:bulk.title")}>
      <form className={css.form} onSubmit={(event) => void submit(event)}>
        <h2>{t("custom:bulk.title")}</h2>
        <ChoiceField
          label={t("custom:field")}
          allowDeselect={false}
          data={fields.map((one) => ({ value: one.id, label: one.name }))}
          value={chosen ?? null}
          onChange={(next) => {
            setChosen(next ?? undefined);
            setValue("");
          }}
        />
        {field && (
          <ValueInput field={field} label={t("list:filter.value")} value={value} onChange={setValue} />
        )}
        <p className={css.hint}>
          {value ? t("custom:bulk.sets", { count }) : t("custom:bulk.clears", { count })}
        </p>
        <div className={css.acts}>
          <Button onClick={onClose}>{t("common:cancel")}</Button>
          <Button kind="primary" type="submit" blocked={field ? undefined : t("custom:none")}>
            {t("custom:bulk.act", { count })}
          </Button>
        </div>
      </form>
    </FormDialog>
  );
}
