import { Popover } from "@mantine/core";
import { ListFilter, Plus } from "lucide-react";
import { type FormEvent, Fragment, useState } from "react";
import type { FilterOp } from "@/data/client";
import { Button } from "@/design/Button";
import { ChoiceField, TextField } from "@/design/Field";
import { FilterChip } from "@/design/FilterChip";
import { shortDay } from "@/design/format";
import { Icon } from "@/design/Icon";
import { useLocale, useText } from "@/i18n";
import css from "./list.module.css";

/** One condition of a list. */
export interface Clause<Field extends string> {
  field: Field;
  op: FilterOp;
  value: string;
}

/** What one kind of list can be asked, in words. */
export interface FilterWords<Field extends string> {
  /** Operators each field can be asked with, the usual one first; the fields in the order of the menu. */
  operators: Readonly<Record<Field, readonly FilterOp[]>>;
  field: (field: Field) => string;
  /** An operator of a field; the usual words where nothing is given. */
  op?: (op: FilterOp, field: Field) => string | undefined;
  /** What is typed for a field; texts where nothing is given. */
  input?: (field: Field) => "date" | "number" | undefined;
  /** The values there are, where they are known. */
  choices?: (field: Field) => ReadonlyArray<{ value: string; label: string }> | undefined;
}

interface FiltersProps<Field extends string> {
  words: FilterWords<Field>;
  filters: readonly Clause<Field>[];
  onChange: (filters: Clause<Field>[]) => void;
}

/** Whether an operator needs no value. */
export function valueless(op: FilterOp): boolean {
  return op === "empty" || op === "not_empty";
}

/** A condition as an address carries it; nothing for what does not fit. */
export function isClause<Field extends string>(
  value: unknown,
  operators: Readonly<Record<Field, readonly FilterOp[]>>,
): value is Clause<Field> {
  if (typeof value !== "object" || value === null) return false;
  const { field, op, value: wanted } = value as Record<string, unknown>;
  if (typeof field !== "string" || !Object.hasOwn(operators, field) || typeof wanted !== "string")
    return false;
  return operators[field as Field].includes(op as FilterOp);
}

/** The conditions of the list, read as a sentence; a new one is added at its end. */
export function Filters<Field extends string>({ words, filters, onChange }: FiltersProps<Field>) {
  const t = useText();
  const locale = useLocale();
  const valueWords = (clause: Clause<Field>) => {
    const known = words.choices?.(clause.field)?.find((choice) => choice.value === clause.value);
    if (known) return known.label;
    return words.input?.(clause.field) === "date" ? shortDay(clause.value, locale) : clause.value;
  };
  return (
    <>
      <span className={css.filterIcon}>
        <Icon of={ListFilter} size={14} />
      </span>
      {filters.map((clause, index) => (
        <Fragment key={`${clause.field}-${clause.op}-${clause.value}`}>
          {index > 0 && <span className={css.joiner}>{t("common:and")}</span>}
          <FilterChip
            field={words.field(clause.field)}
            operator={words.op?.(clause.op, clause.field) ?? t(`list:op.${clause.op}`)}
            value={valueless(clause.op) ? undefined : valueWords(clause)}
            onRemove={() => onChange(filters.filter((other) => other !== clause))}
          />
        </Fragment>
      ))}
      <NewFilter words={words} onAdd={(clause) => onChange([...filters, clause])} />
    </>
  );
}

function NewFilter<Field extends string>({
  words,
  onAdd,
}: {
  words: FilterWords<Field>;
  onAdd: (clause: Clause<Field>) => void;
}) {
  const t = useText();
  const fields = Object.keys(words.operators) as Field[];
  const [open, setOpen] = useState(false);
  const [field, setField] = useState<Field>(fields[0] as Field);
  const [op, setOp] = useState<FilterOp>(words.operators[field][0] ?? "is");
  const [value, setValue] = useState("");
  const ready = valueless(op) || value.trim() !== "";
  const choices = words.choices?.(field);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    onAdd({ field, op, value: valueless(op) ? "" : value.trim() });
    setOpen(false);
    setValue("");
  };

  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus>
      <Popover.Target>
        <Button kind="ghost" size="sm" icon={Plus} onClick={() => setOpen(!open)}>
          {t("list:filter.add")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={css.filterForm} onSubmit={submit}>
          <ChoiceField
            label={t("list:filter.field")}
            comboboxProps={{ withinPortal: false }}
            data={fields.map((name) => ({ value: name, label: words.field(name) }))}
            value={field}
            onChange={(name) => {
              const next = name as Field;
              setField(next);
              setOp(words.operators[next][0] ?? "is");
              setValue("");
            }}
          />
          <ChoiceField
            label={t("list:filter.op")}
            comboboxProps={{ withinPortal: false }}
            data={words.operators[field].map((name) => ({
              value: name,
              label: words.op?.(name, field) ?? t(`list:op.${name}`),
            }))}
            value={op}
            onChange={(name) => setOp(name as FilterOp)}
          />
          {!valueless(op) &&
            (choices ? (
              <ChoiceField
                label={t("list:filter.value")}
                comboboxProps={{ withinPortal: false }}
                searchable={choices.length > 12}
                data={[...choices]}
                value={value || null}
                onChange={(next) => setValue(next ?? "")}
              />
            ) : (
              <TextField
                label={t("list:filter.value")}
                type={words.input?.(field) ?? "text"}
                value={value}
                onChange={(event) => setValue(event.currentTarget.value)}
              />
            ))}
          <Button
            kind="primary"
            type="submit"
            keys="enter"
            blocked={ready ? undefined : t("list:filter.needsValue")}
          >
            {t("list:filter.apply")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
