import { type FormEvent, useState } from "react";
import type { FilterOp } from "@/data/client";
import { Button } from "@/design/Button";
import { ChoiceField, TextField } from "@/design/Field";
import { useText } from "@/i18n";
import { type Clause, valueless } from "./clauses";
import { type DayWay, readDay, writeDay } from "./days";
import type { FilterWords } from "./Filters";
import css from "./list.module.css";

interface ClauseFormProps<Field extends string> {
  words: FilterWords<Field>;
  /** The condition to change; a new one without it. */
  given?: Clause<Field>;
  onDone: (clause: Clause<Field>) => void;
}

/** One condition: its field, what is asked of it, and with what. */
export function ClauseForm<Field extends string>({ words, given, onDone }: ClauseFormProps<Field>) {
  const t = useText();
  const fields = Object.keys(words.operators) as Field[];
  const [field, setField] = useState<Field>(given?.field ?? (fields[0] as Field));
  const [op, setOp] = useState<FilterOp>(given?.op ?? words.operators[field][0] ?? "is");
  const [value, setValue] = useState(given?.value ?? "");
  const ready = valueless(op) || value.trim() !== "";
  const choices = words.choices?.(field);
  const input = words.input?.(field);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (ready) onDone({ field, op, value: valueless(op) ? "" : value.trim() });
  };
  return (
    <form className={css.filterForm} onSubmit={submit}>
      <ChoiceField
        label={t("list:filter.field")}
        comboboxProps={{ withinPortal: false }}
        searchable={fields.length > 12}
        openOnFocus={false}
        allowDeselect={false}
        data={fields.map((name) => ({ value: name, label: words.field(name) }))}
        value={field}
        onChange={(name) => {
          if (!name) return;
          const next = name as Field;
          setField(next);
          setOp(words.operators[next][0] ?? "is");
          setValue("");
        }}
      />
      <ChoiceField
        label={t("list:filter.op")}
        comboboxProps={{ withinPortal: false }}
        allowDeselect={false}
        data={words.operators[field].map((name) => ({
          value: name,
          label: words.op?.(name, field) ?? t(`list:op.${name}`),
        }))}
        value={op}
        onChange={(name) => setOp((name ?? op) as FilterOp)}
      />
      {!valueless(op) &&
        (choices ? (
          <ChoiceField
            label={t("list:filter.value")}
            comboboxProps={{ withinPortal: false }}
            searchable={choices.length > 12}
            openOnFocus={false}
            data={[...choices]}
            value={value || null}
            onChange={(next) => setValue(next ?? "")}
          />
        ) : input === "date" ? (
          <DayField value={value} onChange={setValue} />
        ) : (
          <TextField
            label={t("list:filter.value")}
            type={input ?? "text"}
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
  );
}

/** A day: of the calendar, today, or so many days before or after it. */
function DayField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useText();
  const { way, days } = readDay(value);
  const [chosen, setChosen] = useState<DayWay>(way);
  return (
    <>
      <ChoiceField
        label={t("list:filter.day")}
        comboboxProps={{ withinPortal: false }}
        allowDeselect={false}
        data={(["on", "today", "ago", "ahead"] as const).map((one) => ({
          value: one,
          label: t(`list:day.${one}`),
        }))}
        value={chosen}
        onChange={(next) => {
          const to = (next ?? "on") as DayWay;
          setChosen(to);
          onChange(to === "on" ? "" : to === "today" ? "today" : writeDay(to, days || 30));
        }}
      />
      {chosen === "on" && (
        <TextField
          label={t("list:filter.value")}
          type="date"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {(chosen === "ago" || chosen === "ahead") && (
        <TextField
          label={t("list:day.number")}
          type="number"
          min={1}
          max={9999}
          value={days || ""}
          onChange={(event) => {
            const count = Number.parseInt(event.currentTarget.value, 10);
            onChange(count > 0 ? writeDay(chosen, count) : "");
          }}
        />
      )}
    </>
  );
}
