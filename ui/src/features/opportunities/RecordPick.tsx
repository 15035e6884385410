import { Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { commands } from "@/data/client";
import { read } from "@/data/queries";
import { fullName } from "@/features/people/words";
import { useText } from "@/i18n";

interface PickProps {
  label?: string;
  "aria-label"?: string;
  placeholder?: string;
  autoFocus?: boolean;
  /** The id in place, with its name; a company may be a name that is not on the desk yet. */
  value: { id: string; name: string } | undefined;
  onPick: (value: { id: string; name: string } | undefined) => void;
}

/** A new company stands in the list under this sign: no id begins with it. */
const NEW = "+";

/** A company of the desk, found as it is typed; a name that answers nothing makes a new one. */
export function CompanyPick({ value, onPick, ...rest }: PickProps) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const words = typed.trim();
  const found = useQuery({
    ...read(["companies_search", words], ["companies"], () =>
      commands.companiesSearch({ text: words, limit: 8 }),
    ),
    enabled: words.length >= 2 && words !== value?.name,
    placeholderData: keepPreviousData,
  }).data;
  const options = (found ?? []).map((row) => ({ value: row.id, label: row.name }));
  if (value && !options.some((one) => one.value === value.id)) {
    options.unshift({ value: value.id, label: value.name });
  }
  const known = options.some((one) => one.label.toLocaleLowerCase() === words.toLocaleLowerCase());
  if (words.length >= 2 && !known)
    options.push({ value: `${NEW}${words}`, label: t("opportunities:pick.make", { name: words }) });
  return (
    <Select
      {...rest}
      placeholder={rest.placeholder ?? t("opportunities:pick.company")}
      searchable
      clearable
      nothingFoundMessage={words.length >= 2 ? t("opportunities:pick.none") : undefined}
      comboboxProps={{ withinPortal: false }}
      // The core has answered already: every row it gave is shown.
      filter={({ options: all }) => all}
      data={options}
      value={value?.id ?? null}
      onSearchChange={setTyped}
      onChange={(id, option) => {
        if (!id) onPick(undefined);
        else if (id.startsWith(NEW)) onPick({ id: id.slice(1), name: id.slice(1) });
        else onPick({ id, name: option?.label ?? "" });
      }}
    />
  );
}

/** Somebody of the desk, found as they are typed. */
export function PersonPick({ value, onPick, ...rest }: PickProps) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const words = typed.trim();
  const found = useQuery({
    ...read(["people_search", words], ["people"], () => commands.peopleSearch({ text: words, limit: 8 })),
    enabled: words.length >= 2 && words !== value?.name,
    placeholderData: keepPreviousData,
  }).data;
  const options = (found ?? []).map((row) => ({
    value: row.id,
    label: [fullName(row), row.company].filter(Boolean).join(", "),
  }));
  if (value && !options.some((one) => one.value === value.id)) {
    options.unshift({ value: value.id, label: value.name });
  }
  return (
    <Select
      {...rest}
      placeholder={rest.placeholder ?? t("opportunities:pick.person")}
      searchable
      clearable
      nothingFoundMessage={words.length >= 2 ? t("opportunities:pick.none") : undefined}
      comboboxProps={{ withinPortal: false }}
      filter={({ options: all }) => all}
      data={options}
      value={value?.id ?? null}
      onSearchChange={setTyped}
      onChange={(id, option) => onPick(id ? { id, name: option?.label ?? "" } : undefined)}
    />
  );
}
