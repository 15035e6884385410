import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type PersonDetail, type Selection } from "@/data/client";
import { ChoiceField, TextField } from "@/design/Field";
import { BulkDialog, BulkForm } from "@/features/list/BulkForm";
import { firstOf } from "@/features/list/chosen";
import { useText } from "@/i18n";
import { people } from "./kind";
import { useStatuses } from "./statuses";
import { fullName } from "./words";

/** What several people can have in common. */
const fields = ["company", "title", "location", "status", "language", "time_zone"] as const;
type Field = (typeof fields)[number];

interface BulkEditProps {
  open: boolean;
  onClose: () => void;
  selection: Selection;
  count: number;
}

/** One value for several people. */
export function BulkEdit({ open, ...rest }: BulkEditProps) {
  return (
    <BulkDialog of="people" open={open} count={rest.count} onClose={rest.onClose}>
      <Form {...rest} />
    </BulkDialog>
  );
}

function Form({ onClose, selection, count }: Omit<BulkEditProps, "open">) {
  const t = useText();
  const statuses = useStatuses();
  const [field, setField] = useState<Field>("company");
  const [value, setValue] = useState("");
  const first = useQuery({
    queryKey: ["people_examples", selection],
    queryFn: async () => {
      const rows = await firstOf(people, selection, async (id) => ({ id }));
      return Promise.all(rows.map(({ id }) => ask(commands.peopleGet({ id }))));
    },
    meta: { tags: ["people"] },
  }).data;
  const choices = {
    status: statuses.offered.map(({ key }) => ({ value: key, label: statuses.name(key) })),
    language: [
      { value: "fr", label: t("common:locale.fr") },
      { value: "en", label: t("common:locale.en") },
    ],
  };
  const offered = field === "status" || field === "language" ? choices[field] : undefined;
  const said = (words: string) => {
    if (field === "status") return words ? statuses.name(words) : "…";
    if (field === "language" && words === "") return t("people:languageAuto");
    return offered?.find((choice) => choice.value === words)?.label ?? words;
  };
  return (
    <BulkForm
      of="people"
      count={count}
      fields={fields.map((name) => ({
        value: name,
        label: t(name === "status" ? "people:column.status" : `people:detail.${name}`),
      }))}
      field={field}
      onField={(name) => {
        setField(name);
        setValue("");
      }}
      value={
        offered ? (
          <ChoiceField
            label={t("list:bulk.value")}
            comboboxProps={{ withinPortal: false }}
            clearable={field !== "status"}
            placeholder={field === "language" ? t("people:languageAuto") : undefined}
            data={offered}
            value={value || null}
            onChange={(next) => setValue(next ?? "")}
          />
        ) : (
          <TextField
            label={t("list:bulk.value")}
            placeholder={field === "time_zone" ? "Europe/Paris" : undefined}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )
      }
      clears={field !== "status" && value.trim() === ""}
      blocked={field === "status" && !value ? t("people:bulk.needsStatus") : undefined}
      examples={(first ?? []).map((person) => ({
        id: person.row.id,
        name: fullName(person.row),
        before: said(textOf(person, field)),
        after: said(value.trim()),
      }))}
      onWrite={async () =>
        Boolean(
          await act(
            commands.peopleBulkUpdate({ selection, values: [{ field, value: value.trim() }] }),
            (changed) => t("people:bulk.changed", { count: changed.count }),
          ),
        )
      }
      onClose={onClose}
    />
  );
}

function textOf(person: PersonDetail, field: Field): string {
  switch (field) {
    case "language":
      return person.language;
    case "time_zone":
      return person.timeZone;
    default:
      return person.row[field];
  }
}
