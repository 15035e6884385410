import { Popover } from "@mantine/core";
import { Group as GroupIcon, ListFilter, Plus, X } from "lucide-react";
import { Fragment, useState } from "react";
import type { FilterOp } from "@/data/client";
import { Button, IconButton } from "@/design/Button";
import { FilterChip } from "@/design/FilterChip";
import { Icon } from "@/design/Icon";
import { useLocale, useText } from "@/i18n";
import { ClauseForm } from "./ClauseForm";
import { type Asked, type Clause, type Group, valueless } from "./clauses";
import { dayWords } from "./days";
import css from "./filters.module.css";

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
  asked: Asked<Field>;
  onChange: (asked: Asked<Field>) => void;
}

/** The conditions of the list, read as a sentence; a new one is added at its end, several can stand in a group. */
export function Filters<Field extends string>({ words, asked, onChange }: FiltersProps<Field>) {
  const filters = asked.filters ?? [];
  const groups = asked.groups ?? [];
  const turn = () => onChange({ ...asked, any: !asked.any });
  const setGroup = (index: number, group: Group<Field> | undefined) =>
    onChange({
      ...asked,
      groups: groups.flatMap((other, at) => (at === index ? (group ? [group] : []) : [other])),
    });
  return (
    <>
      <span className={css.icon}>
        <Icon of={ListFilter} size={14} />
      </span>
      <Clauses
        words={words}
        filters={filters}
        any={asked.any ?? false}
        onTurn={turn}
        onChange={(next) => onChange({ ...asked, filters: next })}
      />
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group has no other name than its place
        <Fragment key={index}>
          {(index > 0 || filters.length > 0) && <Joiner any={asked.any ?? false} onTurn={turn} />}
          <GroupBox words={words} group={group} onChange={(next) => setGroup(index, next)} />
        </Fragment>
      ))}
      <AddClause words={words} onAdd={(clause) => onChange({ ...asked, filters: [...filters, clause] })} />
      {(filters.length > 0 || groups.length > 0) && (
        <AddClause
          words={words}
          group
          onAdd={(clause) => onChange({ ...asked, groups: [...groups, { any: true, filters: [clause] }] })}
        />
      )}
    </>
  );
}

/** Several conditions in a frame of their own. */
function GroupBox<Field extends string>({
  words,
  group,
  onChange,
}: {
  words: FilterWords<Field>;
  group: Group<Field>;
  onChange: (group: Group<Field> | undefined) => void;
}) {
  const t = useText();
  return (
    <fieldset className={css.group} aria-label={t("list:group.label")}>
      <button
        type="button"
        className={css.joiner}
        aria-pressed={group.not ?? false}
        onClick={() => onChange({ ...group, not: !group.not })}
      >
        {group.not ? t("list:group.not") : t("list:group.either")}
      </button>
      <Clauses
        words={words}
        filters={group.filters}
        any={group.any ?? false}
        onTurn={() => onChange({ ...group, any: !group.any })}
        onChange={(filters) => onChange(filters.length > 0 ? { ...group, filters } : undefined)}
      />
      <AddClause
        words={words}
        small
        onAdd={(clause) => onChange({ ...group, filters: [...group.filters, clause] })}
      />
      <IconButton label={t("list:group.remove")} icon={X} onClick={() => onChange(undefined)} />
    </fieldset>
  );
}

/** "and" or "or" between two parts; a click turns all of one level round. */
function Joiner({ any, onTurn }: { any: boolean; onTurn: () => void }) {
  const t = useText();
  return (
    <button
      type="button"
      className={css.joiner}
      title={any ? t("list:group.toAll") : t("list:group.toAny")}
      onClick={onTurn}
    >
      {any ? t("list:group.or") : t("common:and")}
    </button>
  );
}

function Clauses<Field extends string>({
  words,
  filters,
  any,
  onTurn,
  onChange,
}: {
  words: FilterWords<Field>;
  filters: readonly Clause<Field>[];
  any: boolean;
  onTurn: () => void;
  onChange: (filters: Clause<Field>[]) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const [editing, setEditing] = useState<number>();
  const valueWords = (clause: Clause<Field>) => {
    const known = words.choices?.(clause.field);
    if (known) {
      const named = clause.value.split(",").map((one) => known.find((choice) => choice.value === one.trim()));
      if (named.every((one) => one !== undefined))
        return named.map((one) => one.label).join(t("list:group.list"));
    }
    return words.input?.(clause.field) === "date" ? dayWords(clause.value, t, locale) : clause.value;
  };
  return filters.map((clause, index) => (
    <Fragment key={`${clause.field}-${clause.op}-${clause.value}`}>
      {index > 0 && <Joiner any={any} onTurn={onTurn} />}
      <Popover
        opened={editing === index}
        onChange={(open) => setEditing(open ? index : undefined)}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <FilterChip
            field={words.field(clause.field)}
            operator={words.op?.(clause.op, clause.field) ?? t(`list:op.${clause.op}`)}
            value={valueless(clause.op) ? undefined : valueWords(clause)}
            onEdit={() => setEditing(editing === index ? undefined : index)}
            onRemove={() => onChange(filters.filter((_, at) => at !== index))}
          />
        </Popover.Target>
        <Popover.Dropdown>
          <ClauseForm
            words={words}
            given={clause}
            onDone={(next) => {
              setEditing(undefined);
              onChange(filters.map((other, at) => (at === index ? next : other)));
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </Fragment>
  ));
}

function AddClause<Field extends string>({
  words,
  group = false,
  small = false,
  onAdd,
}: {
  words: FilterWords<Field>;
  group?: boolean;
  small?: boolean;
  onAdd: (clause: Clause<Field>) => void;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus>
      <Popover.Target>
        {small ? (
          <IconButton label={t("list:group.addTo")} icon={Plus} onClick={() => setOpen(!open)} />
        ) : (
          <Button kind="ghost" size="sm" icon={group ? GroupIcon : Plus} onClick={() => setOpen(!open)}>
            {t(group ? "list:group.add" : "list:filter.add")}
          </Button>
        )}
      </Popover.Target>
      <Popover.Dropdown>
        <ClauseForm
          words={words}
          onDone={(clause) => {
            setOpen(false);
            onAdd(clause);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
