import type { ChangedField } from "@/data/client";
import { DiffCell } from "@/design/DiffCell";
import { useFormat } from "@/design/format";
import { useText } from "@/i18n";
import { valueWords } from "./changes";
import css from "./history.module.css";
import { fieldWords } from "./words";

/** The fields of a change, each with its value before and after. */
export function ChangeFields({ row, fields }: { row: string; fields: readonly ChangedField[] }) {
  const t = useText();
  const format = useFormat();
  return (
    <dl className={css.fields}>
      {fields.map((field) => (
        <div key={field.field}>
          <dt>{fieldWords(field.field, t, row)}</dt>
          <dd>
            {field.old ? (
              <DiffCell
                before={valueWords(field, field.old, t, format)}
                after={valueWords(field, field.new, t, format)}
              />
            ) : (
              valueWords(field, field.new, t, format)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
