import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { type CompanyRow, type CompanySelection, commands } from "@/data/client";
import { Button } from "@/design/Button";
import { ChoiceField, TextField } from "@/design/Field";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";
import css from "./companies.module.css";
import { countries, countryName } from "./countries";

/** What several companies can have in common. */
const fields = ["city", "postcode", "country", "activity", "naf", "headcount"] as const;
type Field = (typeof fields)[number];

interface BulkEditProps {
  open: boolean;
  onClose: () => void;
  selection: CompanySelection;
  count: number;
}

/** One value for several companies: which, how many, and what becomes of the first of them. */
export function BulkEdit({ open, onClose, selection, count }: BulkEditProps) {
  const t = useText();
  return (
    <Modal
      opened={open}
      onClose={onClose}
      withCloseButton={false}
      size={420}
      padding={0}
      attributes={{ content: { "aria-label": t("companies:bulk.title", { count }) } }}
      overlayProps={{ backgroundOpacity: 0.38 }}
    >
      <Form onClose={onClose} selection={selection} count={count} />
    </Modal>
  );
}

function Form({ onClose, selection, count }: Omit<BulkEditProps, "open">) {
  const t = useText();
  const locale = useLocale();
  const [field, setField] = useState<Field>("city");
  const [value, setValue] = useState("");
  const [busy, setBusy] = useState(false);
  const examples = useQuery({
    queryKey: ["companies_examples", selection],
    queryFn: () => firstOf(selection),
    meta: { tags: ["companies"] },
  });
  const clears = value.trim() === "";
  const said = (value: string) =>
    value === "" ? t("companies:bulk.nothing") : field === "country" ? countryName(value, locale) : value;
  const write = async () => {
    if (busy) return;
    setBusy(true);
    const done = await act(
      commands.companiesBulkUpdate({ selection, values: [{ field, value: value.trim() }] }),
      (changed) => t("companies:bulk.changed", { count: changed.count }),
    );
    setBusy(false);
    if (done) onClose();
  };
  return (
    <form
      className={record.newForm}
      onSubmit={(event) => {
        event.preventDefault();
        // Enter never empties a field of all of them.
        if (!clears) void write();
      }}
    >
      <h2>{t("companies:bulk.title", { count })}</h2>
      <ChoiceField
        data-autofocus
        label={t("companies:bulk.field")}
        comboboxProps={{ withinPortal: false }}
        data={fields.map((name) => ({ value: name, label: t(`companies:detail.${name}`) }))}
        value={field}
        onChange={(name) => {
          setField(name as Field);
          setValue("");
        }}
      />
      {field === "country" ? (
        <ChoiceField
          label={t("companies:bulk.value")}
          comboboxProps={{ withinPortal: false }}
          searchable
          clearable
          data={[...countries(locale)]}
          value={value || null}
          onChange={(next) => setValue(next ?? "")}
        />
      ) : (
        <TextField
          label={t("companies:bulk.value")}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      <div className={record.wide}>
        {clears && <p>{t("companies:bulk.clears")}</p>}
        {(examples.data?.length ?? 0) > 0 && (
          <>
            <p>{t("companies:bulk.preview")}</p>
            <ul className={css.examples}>
              {examples.data?.map((row) => (
                <li key={row.id}>
                  {t("companies:bulk.before", {
                    name: row.name,
                    before: said(String(row[field] ?? "")),
                    after: said(value.trim()),
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className={record.newActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        {clears ? (
          <Button kind="danger" busy={busy} onClick={() => void write()}>
            {t("companies:bulk.clear", { count })}
          </Button>
        ) : (
          <Button kind="primary" type="submit" keys="enter" busy={busy}>
            {t("companies:bulk.apply", { count })}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The first three companies of a selection. */
async function firstOf(selection: CompanySelection): Promise<CompanyRow[]> {
  if (selection.kind === "ids") {
    const some = selection.ids.slice(0, 3).map((id) => ask(commands.companiesGet({ id })));
    return (await Promise.all(some)).map((company) => company.row);
  }
  const query =
    selection.kind === "query"
      ? selection.query
      : { text: "", filters: [], sort: "name" as const, descending: false };
  return (await ask(commands.companiesList({ query, offset: 0, limit: 3 }))).rows;
}
