import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { type CompanySelection, commands } from "@/data/client";
import { ChoiceField, TextField } from "@/design/Field";
import { BulkDialog, BulkForm } from "@/features/list/BulkForm";
import { firstOf } from "@/features/list/chosen";
import { useLocale, useText } from "@/i18n";
import { countries, countryName } from "./countries";
import { companies } from "./kind";

/** What several companies can have in common. */
const fields = ["city", "postcode", "country", "activity", "naf", "headcount"] as const;
type Field = (typeof fields)[number];

interface BulkEditProps {
  open: boolean;
  onClose: () => void;
  selection: CompanySelection;
  count: number;
}

/** One value for several companies. */
export function BulkEdit({ open, ...rest }: BulkEditProps) {
  return (
    <BulkDialog of="companies" open={open} count={rest.count} onClose={rest.onClose}>
      <Form {...rest} />
    </BulkDialog>
  );
}

function Form({ onClose, selection, count }: Omit<BulkEditProps, "open">) {
  const t = useText();
  const locale = useLocale();
  const [field, setField] = useState<Field>("city");
  const [value, setValue] = useState("");
  const first = useQuery({
    queryKey: ["companies_examples", selection],
    queryFn: () =>
      firstOf(companies, selection, async (id) => (await ask(commands.companiesGet({ id }))).row),
    meta: { tags: ["companies"] },
  }).data;
  const said = (words: string) => (field === "country" && words ? countryName(words, locale) : words);
  return (
    <BulkForm
      of="companies"
      count={count}
      fields={fields.map((name) => ({ value: name, label: t(`companies:detail.${name}`) }))}
      field={field}
      onField={(name) => {
        setField(name);
        setValue("");
      }}
      value={
        field === "country" ? (
          <ChoiceField
            label={t("list:bulk.value")}
            comboboxProps={{ withinPortal: false }}
            searchable
            clearable
            data={[...countries(locale)]}
            value={value || null}
            onChange={(next) => setValue(next ?? "")}
          />
        ) : (
          <TextField
            label={t("list:bulk.value")}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )
      }
      clears={value.trim() === ""}
      examples={(first ?? []).map((row) => ({
        id: row.id,
        name: row.name,
        before: said(String(row[field] ?? "")),
        after: said(value.trim()),
      }))}
      onWrite={async () =>
        Boolean(
          await act(
            commands.companiesBulkUpdate({ selection, values: [{ field, value: value.trim() }] }),
            (changed) => t("companies:bulk.changed", { count: changed.count }),
          ),
        )
      }
      onClose={onClose}
    />
  );
}
