import { useEffect, useState } from "react";
import { act } from "@/data/act";
import { type CustomField, type CustomOf, type CustomValueView, commands } from "@/data/client";
import { said } from "@/features/list/edits";
import { InlineText } from "@/features/list/InlineText";
import { Line, Lines } from "@/features/list/Line";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";
import { useFields } from "./queries";
import { ValueInput } from "./ValueInput";
import { keptValue, shownValue } from "./words";

interface CustomLinesProps {
  of: CustomOf;
  id: string;
  values: readonly CustomValueView[] | undefined;
}

/** The seller's own fields of a record, each edited where it stands. */
export function CustomLines({ of, id, values }: CustomLinesProps) {
  const t = useText();
  const fields = useFields(of);
  if (fields.length === 0) return null;
  return (
    <section>
      <div className={record.section}>
        <h3>{t("custom:section")}</h3>
      </div>
      <Lines>
        {fields.map((field) => (
          <Line key={field.id} label={field.name}>
            <Value of={of} id={id} field={field} value={keptValue(values, field.id)} />
          </Line>
        ))}
      </Lines>
    </section>
  );
}

/** Writes a value of one record and says so. */
export async function putValue(of: CustomOf, id: string, field: CustomField, value: string, words: string) {
  const on = { of, selection: { kind: "ids" as const, ids: [id] } };
  const done = await act(commands.fieldsPut({ on, values: [{ field: field.id, value }] }));
  if (done && done.count > 0) void said(words);
  return done !== undefined;
}

function Value({ of, id, field, value }: { of: CustomOf; id: string; field: CustomField; value: string }) {
  const t = useText();
  const locale = useLocale();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const save = (next: string) =>
    next.trim() === value
      ? Promise.resolve(true)
      : putValue(of, id, field, next.trim(), t("custom:changed", { field: field.name }));
  if (field.kind === "choice" || field.kind === "choices" || field.kind === "flag" || field.kind === "date")
    return (
      <ValueInput
        field={field}
        value={draft}
        onChange={setDraft}
        onDone={(next) => void save(next).then((done) => !done && setDraft(value))}
      />
    );
  return (
    <InlineText
      label={field.name}
      value={value}
      shown={shownValue(field, value, t, locale)}
      long={field.kind === "text" && value.includes("\n")}
      onSave={save}
    />
  );
}
