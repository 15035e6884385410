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
import css from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import { fullName } from "./words";

const asked = ["first_name", "last_name", "title", "company", "email", "phone", "linkedin_url"] as const;
type Asked = (typeof asked)[number];

/** A person typed by hand; a name, an address or a profile is enough. */
export function NewPerson({
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
    <FormDialog open={open} onClose={onClose} size={520} label={t("people:new")}>
      <Form onClose={onClose} onAdded={onAdded} />
    </FormDialog>
  );
}

function Form({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const t = useText();
  const [values, setValues] = useState<Partial<Record<Asked, string>>>({});
  const given = (["first_name", "last_name", "email", "linkedin_url"] as const).some((field) =>
    values[field]?.trim(),
  );
  const create = useMutation({
    mutationFn: () =>
      ask(
        commands.peopleCreate({
          values: asked.flatMap((field) =>
            values[field]?.trim() ? [{ field, value: values[field].trim() }] : [],
          ),
        }),
      ),
    onSuccess: (person) => {
      toast({ words: t("people:added", { name: fullName(person.row) }) });
      onClose();
      onAdded(person.row.id);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given && !create.isPending) create.mutate();
  };
  return (
    <form className={css.newForm} onSubmit={submit}>
      <h2>{t("people:new")}</h2>
      {asked.map((field) => (
        <TextField
          key={field}
          className={field === "email" || field === "linkedin_url" ? css.wide : undefined}
          data-autofocus={field === "first_name" || undefined}
          label={t(`people:detail.${field}`)}
          placeholder={
            field === "email" || field === "linkedin_url" || field === "phone"
              ? t(`people:example.${field}`)
              : undefined
          }
          value={values[field] ?? ""}
          onChange={(event) => {
            const value = event.currentTarget.value;
            setValues((now) => ({ ...now, [field]: value }));
          }}
        />
      ))}
      {create.error && (
        <div className={css.wide}>
          <Notice tone="bad" title={t("people:notAdded")}>
            {sayError(create.error)}
          </Notice>
        </div>
      )}
      <div className={css.newActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button
          kind="primary"
          type="submit"
          keys="enter"
          busy={create.isPending}
          blocked={given ? undefined : t("people:needsName")}
        >
          {t("people:add")}
        </Button>
      </div>
    </form>
  );
}
