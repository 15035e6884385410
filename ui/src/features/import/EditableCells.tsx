import { type KeyboardEvent, useState } from "react";
import type { ImportRowView, ImportView } from "@/data/client";
import { useText } from "@/i18n";
import { fieldWords } from "./CheckRow";
import own from "./check.module.css";
import css from "./import.module.css";
import { ownId } from "./own";
import type { RowActs } from "./useRowActs";

/** The cells of a line that can be corrected, in place: those that go somewhere, with the one that is to blame on its own ground. */
export function EditableCells({
  line,
  view,
  acts,
}: {
  line: ImportRowView;
  view: ImportView;
  acts: RowActs;
}) {
  const t = useText();
  const blamed = line.reason?.params.field;
  const cells = view.columns.flatMap((column, at) =>
    column.field && (line.cells[at] || matters.has(column.field))
      ? [{ at, field: column.field, header: column.header }]
      : [],
  );
  return (
    <tr className={css.fixes}>
      <td />
      <td colSpan={6}>
        <div className={own.cells}>
          {cells.map(({ at, field, header }) => (
            <Cell
              // A value that came back otherwise than it was typed is shown as it stands now.
              key={`${at} ${line.cells[at]}`}
              label={ownId(field) ? header : fieldWords(field, t)}
              header={header}
              value={line.cells[at] ?? ""}
              blamed={same(blamed, field) || (line.reason?.code === "imports.bad_email" && field === "email")}
              onChange={(value) => void acts.edit(line.n, at, value)}
            />
          ))}
        </div>
      </td>
    </tr>
  );
}

/** Cells that may say who somebody is: worth filling although they are empty. */
const matters: ReadonlySet<string> = new Set([
  "first_name",
  "last_name",
  "full_name",
  "email",
  "linked_in_url",
]);

function same(blamed: string | undefined, field: string): boolean {
  return (
    blamed !== undefined && blamed.replace("linkedin", "linked_in").replace("followup", "follow_up") === field
  );
}

function Cell({
  label,
  header,
  value,
  blamed,
  onChange,
}: {
  label: string;
  header: string;
  value: string;
  blamed: boolean;
  onChange: (value: string) => void;
}) {
  const [now, setNow] = useState(value);
  const keep = () => {
    if (now !== value) onChange(now);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") event.currentTarget.blur();
    if (event.key === "Escape") {
      event.stopPropagation();
      setNow(value);
    }
  };
  return (
    <label className={own.cell} data-blamed={blamed || undefined} title={header}>
      <span>{label}</span>
      <input
        value={now}
        onChange={(event) => setNow(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={keys}
        spellCheck={false}
      />
    </label>
  );
}
