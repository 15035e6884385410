import type { ColDef } from "ag-grid-community";
import { ask } from "@/data/ask";
import {
  type CustomField,
  type CustomOf,
  type CustomValueView,
  commands,
  type FilterOp,
} from "@/data/client";
import type { CustomName } from "@/features/list/clauses";
import type { FilterWords } from "@/features/list/Filters";
import { type Locale, type Text, useLocale, useText } from "@/i18n";
import { useFields } from "./queries";
import { columnOf, fieldIn, keptValue, operatorsOf, shownValue } from "./words";

/** A row that may have values of the seller's fields. */
export interface WithCustom {
  id: string;
  custom?: CustomValueView[];
}

/** The words of a list's conditions, with the seller's fields behind the list's own. */
export function useFilterWords<Field extends string>(
  of: CustomOf,
  words: FilterWords<Field>,
): FilterWords<Field | CustomName> {
  const fields = useFields(of);
  const t = useText();
  const find = (name: string) => fields.find((field) => field.id === fieldIn(name));
  const own = (name: Field | CustomName): name is Field => fieldIn(name) === undefined;
  const operators = {
    ...words.operators,
    ...Object.fromEntries(fields.map((field) => [columnOf(field), operatorsOf[field.kind]])),
  } as Record<Field | CustomName, readonly FilterOp[]>;
  return {
    operators,
    field: (name) => (own(name) ? words.field(name) : (find(name)?.name ?? t("custom:gone"))),
    op: (op, name) => {
      if (own(name)) return words.op?.(op, name);
      const kind = find(name)?.kind;
      if (kind !== "number" && kind !== "money") return undefined;
      return op === "before" ? t("custom:op.less") : op === "after" ? t("custom:op.atLeast") : undefined;
    },
    input: (name) => {
      if (own(name)) return words.input?.(name);
      const kind = find(name)?.kind;
      return kind === "date" ? "date" : undefined;
    },
    choices: (name) => {
      if (own(name)) return words.choices?.(name);
      const field = find(name);
      if (field?.kind === "flag")
        return (["yes", "no"] as const).map((value) => ({ value, label: t(`list:${value}`) }));
      return field && field.choices.length > 0
        ? field.choices.map((choice) => ({ value: choice, label: choice }))
        : undefined;
    },
  };
}

/** The seller's fields as columns of a list. */
export interface CustomColumns {
  names: readonly string[];
  title: (name: string) => string | undefined;
  column: <Row extends WithCustom>(name: string) => ColDef<Row> | undefined;
  /** A value of the column as it is read; nothing where the column is not the seller's own. */
  shown: (name: string, value: string) => string | undefined;
  /** Writes a value typed in a cell. */
  save: (id: string, name: string, value: string) => Promise<void>;
  /** What the row has in the column, as it is typed. */
  typed: (row: WithCustom, name: string) => string;
}

/** The seller's fields of one kind of record, as columns. */
export function useCustomColumns(of: CustomOf): CustomColumns {
  const fields = useFields(of);
  const t = useText();
  const locale = useLocale();
  const find = (name: string) => fields.find((field) => field.id === fieldIn(name));
  return {
    names: fields.map(columnOf),
    title: (name) => (fieldIn(name) === undefined ? undefined : (find(name)?.name ?? t("custom:gone"))),
    column: (name) => {
      const field = find(name);
      return field ? columnDef(field, t, locale) : undefined;
    },
    shown: (name, value) => {
      const field = find(name);
      return field ? shownValue(field, value, t, locale) : undefined;
    },
    save: async (id, name, value) => {
      const field = find(name);
      const on = { of, selection: { kind: "ids" as const, ids: [id] } };
      if (field) await ask(commands.fieldsPut({ on, values: [{ field: field.id, value }] }));
    },
    typed: (row, name) => keptValue(row.custom, fieldIn(name) ?? ""),
  };
}

function columnDef<Row extends WithCustom>(field: CustomField, t: Text, locale: Locale): ColDef<Row> {
  const amount = field.kind === "number" || field.kind === "money";
  return {
    headerName: field.name,
    sortable: true,
    // Several choices are made in the panel: a cell is one line.
    editable: field.kind !== "choices",
    width: amount || field.kind === "date" || field.kind === "flag" ? 110 : 150,
    minWidth: 80,
    ...(amount ? { type: "rightAligned" } : {}),
    valueGetter: ({ data }) => keptValue(data?.custom, field.id),
    valueFormatter: ({ value }) => shownValue(field, String(value ?? ""), t, locale),
    ...(field.kind === "choice" || field.kind === "flag"
      ? {
          cellEditor: "agSelectCellEditor",
          cellEditorParams: { values: field.kind === "flag" ? ["", "yes"] : ["", ...field.choices] },
        }
      : {}),
  };
}
