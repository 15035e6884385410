import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "@/data/ask";
import { commands } from "@/data/client";
import { useSetting } from "@/data/desk";
import { read } from "@/data/queries";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { ChoiceField, TextField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import { Notice } from "@/design/Notice";
import { said } from "@/features/list/edits";
import record from "@/features/list/record.module.css";
import { fullName } from "@/features/people/words";
import { useLocale, useText } from "@/i18n";
import { usePipelines } from "./queries";
import { CompanyPick, PersonPick } from "./RecordPick";
import { inUse, named } from "./words";

interface NewOpportunityProps {
  open: boolean;
  /** What is known already: ids. */
  given?: { company?: string; person?: string } | undefined;
  /** The stage it starts at. */
  stage?: string | undefined;
  /** The pipeline it is of, where no stage is given. */
  pipeline?: string | undefined;
  onClose: () => void;
  onAdded: (id: string) => void;
}

/** An opportunity typed by hand; a name is enough. */
export function NewOpportunity({ open, onClose, ...rest }: NewOpportunityProps) {
  const t = useText();
  return (
    <FormDialog open={open} onClose={onClose} size={560} label={t("opportunities:new")}>
      <Form onClose={onClose} {...rest} />
    </FormDialog>
  );
}

function useGiven(given: NewOpportunityProps["given"]) {
  const company = useQuery({
    ...read(["companies_get", given?.company], ["companies"], () =>
      commands.companiesGet({ id: given?.company ?? "" }),
    ),
    enabled: given?.company !== undefined,
  }).data?.row;
  const person = useQuery({
    ...read(["people_get", given?.person], ["people"], () => commands.peopleGet({ id: given?.person ?? "" })),
    enabled: given?.person !== undefined,
  }).data?.row;
  return {
    company: company && { id: company.id, name: company.name },
    person: person && { id: person.id, name: fullName(person) },
  };
}

function Form({ given, stage, pipeline: asked, onClose, onAdded }: Omit<NewOpportunityProps, "open">) {
  const t = useText();
  const locale = useLocale();
  const { pipeline } = usePipelines(asked);
  const currency = useSetting("opportunities.currency") ?? "EUR";
  const known = useGiven(given);
  const [name, setName] = useState("");
  const [company, setCompany] = useState<{ id: string; name: string } | null>();
  const [person, setPerson] = useState<{ id: string; name: string } | null>();
  const [amount, setAmount] = useState("");
  const [closeOn, setCloseOn] = useState("");
  const [step, setStep] = useState("");
  const [at, setAt] = useState(stage);
  const stages = inUse(pipeline).filter((one) => one.kind === "open");
  const theCompany = company === undefined ? known.company : (company ?? undefined);
  const thePerson = person === undefined ? known.person : (person ?? undefined);
  const blocked = name.trim() ? undefined : t("opportunities:needsName");
  const create = useMutation({
    mutationFn: () => {
      const values = {
        name,
        company: theCompany?.id ?? "",
        person: thePerson?.id ?? "",
        amount,
        close_on: closeOn,
        next_step: step,
      };
      return ask(
        commands.opportunitiesCreate({
          values: Object.entries(values).flatMap(([field, value]) =>
            value.trim() ? [{ field, value: value.trim() }] : [],
          ),
          stage: at ?? stages[0]?.id ?? null,
        }),
      );
    },
    onSuccess: ({ row }) => {
      void said(t("opportunities:added", { name: row.name }));
      onClose();
      onAdded(row.id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!blocked && !create.isPending) create.mutate();
  };
  return (
    <form className={record.newForm} onSubmit={submit}>
      <h2>{t("opportunities:new")}</h2>
      <TextField
        className={record.wide}
        data-autofocus
        label={t("opportunities:detail.name")}
        placeholder={t("opportunities:example.name")}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <CompanyPick
        label={t("opportunities:detail.company")}
        value={theCompany}
        onPick={(value) => setCompany(value ?? null)}
      />
      <PersonPick
        label={t("opportunities:detail.person")}
        value={thePerson}
        onPick={(value) => setPerson(value ?? null)}
      />
      <TextField
        label={`${t("opportunities:detail.amount")} (${currency})`}
        inputMode="decimal"
        placeholder={t("opportunities:example.amount")}
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <ChoiceField
        label={t("opportunities:detail.stage")}
        comboboxProps={{ withinPortal: false }}
        allowDeselect={false}
        data={stages.map((one) => ({ value: one.id, label: named(one, locale) }))}
        value={at ?? stages[0]?.id ?? null}
        onChange={(value) => setAt(value ?? undefined)}
      />
      <TextField
        label={t("opportunities:detail.close_on")}
        type="date"
        value={closeOn}
        onChange={(event) => setCloseOn(event.currentTarget.value)}
      />
      <TextField
        label={t("opportunities:detail.next_step")}
        placeholder={t("opportunities:example.next_step")}
        value={step}
        onChange={(event) => setStep(event.currentTarget.value)}
      />
      {create.error && (
        <div className={record.wide}>
          <Notice tone="bad" title={t("opportunities:notAdded")}>
            {sayError(create.error)}
          </Notice>
        </div>
      )}
      <div className={record.newActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button kind="primary" type="submit" keys="enter" busy={create.isPending} blocked={blocked}>
          {t("opportunities:add")}
        </Button>
      </div>
    </form>
  );
}
