import { Checkbox } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Button } from "@/design/Button";
import { TextField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import { useText } from "@/i18n";
import css from "./views.module.css";

interface SaveDialogProps {
  /** What is being named: a new view, or another name for one. */
  title: string;
  hint?: string;
  name: string;
  favourite: boolean;
  onSave: (name: string, favourite: boolean) => void;
  onClose: () => void;
}

/** Asks what a view is called, and whether it stands in the sidebar. */
export function SaveDialog({ title, hint, name, favourite, onSave, onClose }: SaveDialogProps) {
  const t = useText();
  const [typed, setTyped] = useState(name);
  const [shown, setShown] = useState(favourite);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) onSave(typed.trim(), shown);
  };
  return (
    <FormDialog open onClose={onClose} size={420} label={title}>
      <form className={css.form} onSubmit={submit}>
        <h2>{title}</h2>
        <TextField
          label={t("views:name")}
          placeholder={t("views:example")}
          hint={hint}
          maxLength={60}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Checkbox
          label={t("views:favourite")}
          checked={shown}
          onChange={(event) => setShown(event.currentTarget.checked)}
        />
        <div className={css.acts}>
          <Button onClick={onClose}>{t("common:cancel")}</Button>
          <Button
            kind="primary"
            type="submit"
            keys="enter"
            blocked={typed.trim() ? undefined : t("views:needsName")}
          >
            {t("views:save")}
          </Button>
        </div>
      </form>
    </FormDialog>
  );
}
