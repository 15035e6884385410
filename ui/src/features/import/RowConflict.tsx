import { useId } from "react";
import type { ImportChange } from "@/data/client";
import { useFormat } from "@/design/format";
import { Radio } from "@/design/Radio";
import { useText } from "@/i18n";
import { fieldWords, said } from "./CheckRow";
import css from "./check.module.css";
import type { RowActs } from "./useRowActs";

/** Two values in one place, the seller's own and the file's: the own one is chosen until they say otherwise. */
export function RowConflict({
  change,
  n,
  acts,
  named = false,
}: {
  change: ImportChange;
  n: number;
  acts: RowActs;
  /** Says which field it is, where no column does. */
  named?: boolean;
}) {
  const t = useText();
  const format = useFormat();
  const group = useId();
  const field = fieldWords(change.field, t);
  const choice = (file: boolean, value: string) => (
    <label data-on={change.kept !== file || undefined}>
      <Radio
        name={group}
        checked={change.kept !== file}
        onChange={() => void acts.choose({ n, field: change.field, file })}
      />
      <span title={said(value, format)}>{said(value, format)}</span>
      <span className={css.spoken}>{t(file ? "imports:check.ofFile" : "imports:check.ofYours")}</span>
    </label>
  );
  return (
    <fieldset className={css.conflict} data-named={named || undefined}>
      <legend className={named ? undefined : css.spoken}>{field}</legend>
      {choice(false, change.old)}
      {choice(true, change.new)}
    </fieldset>
  );
}
