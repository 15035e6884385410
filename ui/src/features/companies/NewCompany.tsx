import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "@/data/ask";
import { commands } from "@/data/client";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { TextField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import { Notice } from "@/design/Notice";
import { toast } from "@/design/toast";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";

const asked = ["name", "city", "postcode", "website", "phone", "siren"] as const;
type Asked = (typeof asked)[number];

/** A company typed by hand; a name is enough. */
export function NewCompany({
  open,
  onClose,
  onAdded,
}: {
  open: boolean;
  onClose: () => void;
  onAdded: (id: string) => void;
}) {
  const t = useText();
  return (
    <FormDialog open={open} onClose={onClose} size={520} label={t("companies:new")}>
      <Form onClose={onClose} onAdded={onAdded} />
    </FormDialog>
  );
}

function Form({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const t = useText();
  const [values, setValues] = useState<Partial<Record<Asked, string>>>({});
  const given = Boolean(values.name?.trim());
  const create = useMutation({
    mutationFn: () =>
      ask(
        commands.companiesCreate({
          values: asked.flatMap((field) => {
            const value = values[field]?.trim();
            return value ? [{ field, value }] : [];
          }),
        }),
      ),
    onSuccess: ({ row }) => {
      toast({ words: t("companies:added", { name: row.name }) });
      onClose();
      onAdded(row.id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given && !create.isPending) create.mutate();
  };
  return (
    <form className={record.newForm} onSubmit={submit}>
      <h2>{t("companies:new")}</h2>
      {asked.map((field) => (
        <TextField
          key={field}
          className={field === "name" ? record.wide : undefined}
          data-autofocus={field === "name" || undefined}
          label={t(`companies:detail.${field}`)}
          placeholder={field === "website" || field === "siren" ? t(`companies:example.${field}`) : undefined}
          value={values[field] ?? ""}
          onChange={(event) => {
            const value = event.currentTarget.value;
            setValues((now) => ({ ...now, [field]: value }));
          }}
        />
      ))}
      {create.error && (
        <div className={record.wide}>
          <Notice tone="bad" title={t("companies:notAdded")}>
            {sayError(create.error)}
          </Notice>
        </div>
      )}
      <div className={record.newActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button
          kind="primary"
          type="submit"
          keys="enter"
          busy={create.isPending}
          blocked={given ? undefined : t("companies:needsName")}
        >
          {t("companies:add")}
        </Button>
      </div>
    </form>
  );
}
