import { Building2, User } from "lucide-react";
import { type FormEvent, useState } from "react";
import { act } from "@/data/act";
import { type CaptureKind, commands } from "@/data/client";
import { Button } from "@/design/Button";
import { AreaField, TextField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import css from "./capture.module.css";

const blank = { name: "", postcode: "", phone: "", note: "" };

/** Somebody noted in two seconds: a name and a postcode, Enter, and on with the day. */
export function CaptureDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <FormDialog open={open} onClose={onClose} size={440} label={t("capture:title")}>
      <Form onClose={onClose} />
    </FormDialog>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [kind, setKind] = useState<CaptureKind>("person");
  const [values, setValues] = useState(blank);
  const [busy, setBusy] = useState(false);
  const given = values.name.trim() !== "";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!given || busy) return;
    setBusy(true);
    const done = await act(commands.captureAdd({ kind, ...values }), (noted) =>
      t("capture:noted", { name: noted.name }),
    );
    setBusy(false);
    if (done) onClose();
  };
  const field = (name: keyof typeof blank) => ({
    label: t(`capture:field.${name}`),
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((now) => ({ ...now, [name]: value }));
    },
  });
  return (
    <form className={record.newForm} onSubmit={(event) => void submit(event)}>
      <h2>{t("capture:title")}</h2>
      <fieldset className={css.kinds}>
        <legend>{t("capture:kind")}</legend>
        {(["person", "company"] as const).map((one) => (
          <Button
            key={one}
            size="sm"
            icon={one === "person" ? User : Building2}
            aria-pressed={kind === one}
            kind={kind === one ? "default" : "ghost"}
            onClick={() => setKind(one)}
          >
            {t(`trash:kind.${one}`)}
          </Button>
        ))}
      </fieldset>
      <TextField className={record.wide} data-autofocus {...field("name")} />
      <TextField {...field("postcode")} />
      <TextField {...field("phone")} />
      <AreaField className={record.wide} minRows={2} {...field("note")} />
      <div className={record.newActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button
          kind="primary"
          type="submit"
          keys="enter"
          busy={busy}
          blocked={given ? undefined : t("capture:needsName")}
        >
          {t("capture:note")}
        </Button>
      </div>
    </form>
  );
}
