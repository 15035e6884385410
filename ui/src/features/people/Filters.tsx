import { Popover } from "@mantine/core";
import { ListFilter, Plus } from "lucide-react";
import { type FormEvent, Fragment, useState } from "react";
import type { FilterClause, FilterField, FilterOp } from "@/data/client";
import { Button } from "@/design/Button";
import { ChoiceField, TextField } from "@/design/Field";
import { FilterChip } from "@/design/FilterChip";
import { shortDay } from "@/design/format";
import { Icon } from "@/design/Icon";
import { type Text, useLocale, useText } from "@/i18n";
import css from "./people.module.css";
import { filterFields, operators, valueKind, valueless } from "./query";
import { statuses } from "./words";

const sources = ["linkedin", "csv", "sheet", "manual", "sample"] as const;

interface FiltersProps {
  filters: readonly FilterClause[];
  onChange: (filters: FilterClause[]) => void;
}

/** The conditions of the list, read as a sentence; a new one is added at its end. */
export function Filters({ filters, onChange }: FiltersProps) {
  const t = useText();
  const locale = useLocale();
  return (
    <>
      <span className={css.filterIcon}>
        <Icon of={ListFilter} size={14} />
      </span>
      {filters.map((clause, index) => (
        <Fragment key={`${clause.field}-${clause.op}-${clause.value}`}>
          {index > 0 && <span className={css.joiner}>{t("common:and")}</span>}
          <FilterChip
            field={t(`people:field.${clause.field}`)}
            operator={t(`people:op.${clause.op}`)}
            value={valueless(clause.op) ? undefined : valueWords(clause, t, locale)}
            onRemove={() => onChange(filters.filter((other) => other !== clause))}
          />
        </Fragment>
      ))}
      <NewFilter onAdd={(clause) => onChange([...filters, clause])} />
    </>
  );
}

function valueWords(clause: FilterClause, t: Text, locale: "fr" | "en"): string {
  switch (valueKind(clause.field)) {
    case "status":
      return t(`people:status.${clause.value as (typeof statuses)[number]}`);
    case "language":
      return t(`common:locale.${clause.value as "fr"}`);
    case "source":
      return t(`people:source.${clause.value as (typeof sources)[number]}`);
    case "date":
      return shortDay(clause.value, locale);
    default:
      return clause.value;
  }
}

function NewFilter({ onAdd }: { onAdd: (clause: FilterClause) => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [field, setField] = useState<FilterField>("status");
  const [op, setOp] = useState<FilterOp>("is");
  const [value, setValue] = useState("");
  const ready = valueless(op) || value.trim() !== "";

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
          {t("people:filter.add")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={css.filterForm} onSubmit={submit}>
          <ChoiceField
            label={t("people:filter.field")}
            comboboxProps={{ withinPortal: false }}
            data={filterFields.map((name) => ({ value: name, label: t(`people:field.${name}`) }))}
            value={field}
            onChange={(name) => {
              const next = name as FilterField;
              setField(next);
              setOp(operators[next][0] ?? "is");
              setValue("");
            }}
          />
          <ChoiceField
            label={t("people:filter.op")}
            comboboxProps={{ withinPortal: false }}
            data={operators[field].map((name) => ({ value: name, label: t(`people:op.${name}`) }))}
            value={op}
            onChange={(name) => setOp(name as FilterOp)}
          />
          {!valueless(op) && <ValueField field={field} value={value} onChange={setValue} />}
          <Button
            kind="primary"
            type="submit"
            keys="enter"
            blocked={ready ? undefined : t("people:filter.needsValue")}
          >
            {t("people:filter.apply")}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function ValueField({
  field,
  value,
  onChange,
}: {
  field: FilterField;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useText();
  const label = t("people:filter.value");
  const kind = valueKind(field);
  const choices =
    kind === "status"
      ? statuses.map((name) => ({ value: name as string, label: t(`people:status.${name}`) }))
      : kind === "language"
        ? (["fr", "en"] as const).map((name) => ({
            value: name as string,
            label: t(`common:locale.${name}`),
          }))
        : kind === "source"
          ? sources.map((name) => ({ value: name as string, label: t(`people:source.${name}`) }))
          : undefined;
  if (choices) {
    return (
      <ChoiceField
        label={label}
        comboboxProps={{ withinPortal: false }}
        data={choices}
        value={value || null}
        onChange={(next) => onChange(next ?? "")}
      />
    );
  }
  return (
    <TextField
      label={label}
      type={kind === "date" ? "date" : "text"}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
