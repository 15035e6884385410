import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/design/Button";
import { ChoiceField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import { useText } from "@/i18n";
import type { ListKind, ListRow } from "./kind";
import record from "./record.module.css";

interface BulkDialogProps {
  of: ListKind<ListRow, unknown>["area"];
  open: boolean;
  count: number;
  onClose: () => void;
  /** The form: it begins anew each time. */
  children: ReactNode;
}

/** One value for several records. */
export function BulkDialog({ of, open, count, onClose, children }: BulkDialogProps) {
  const t = useText();
  return (
    <FormDialog open={open} onClose={onClose} size={440} label={t(`${of}:bulk.title`, { count })}>
      {children}
    </FormDialog>
  );
}

/** What becomes of one of them. */
interface Example {
  id: string;
  name: string;
  /** Empty where there is nothing. */
  before: string;
  after: string;
}

interface BulkFormProps<Field extends string> {
  of: BulkDialogProps["of"];
  count: number;
  /** What they can have in common, and its name. */
  fields: ReadonlyArray<{ value: Field; label: string }>;
  field: Field;
  onField: (field: Field) => void;
  /** Where the value is given. */
  value: ReactNode;
  /** What else must be said with it. */
  more?: ReactNode;
  /** The field would be emptied: that is not done by Enter. */
  clears: boolean;
  /** What is asked for first was not given. */
  blocked?: string | undefined;
  examples: readonly Example[];
  /** Writes it; whether that was done. */
  onWrite: () => Promise<boolean>;
  onClose: () => void;
}

/** Which field, which value, how many, and what becomes of the first of them. */
export function BulkForm<Field extends string>(props: BulkFormProps<Field>) {
  const { of, count, fields, field, value, more, clears, blocked, onClose } = props;
  const examples = props.examples.filter(({ before, after }) => before !== after);
  const t = useText();
  const [busy, setBusy] = useState(false);
  const write = async () => {
    if (busy || blocked) return;
    setBusy(true);
    const done = await props.onWrite();
    setBusy(false);
    if (done) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Enter never empties a field of all of them.
    if (!clears) void write();
  };
  const said = (words: string) => words || t("list:bulk.nothing");
  return (
    <form className={record.newForm} onSubmit={submit}>
      <h2>{t(`${of}:bulk.title`, { count })}</h2>
      <ChoiceField
        data-autofocus
        label={t("list:bulk.field")}
        comboboxProps={{ withinPortal: false }}
        data={[...fields]}
        value={field}
        onChange={(name) => props.onField(name as Field)}
      />
      {value}
      {more && <div className={record.wide}>{more}</div>}
      <div className={record.wide}>
        {clears && <p>{t("list:bulk.clears")}</p>}
        {examples.length > 0 && (
          <>
            <p>{t("list:bulk.preview")}</p>
            <ul className={record.examples}>
              {examples.map(({ id, name, before, after }) => (
                <li key={id}>{t("list:bulk.before", { name, before: said(before), after: said(after) })}</li>
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
            {t(`${of}:bulk.clear`, { count })}
          </Button>
        ) : (
          <Button kind="primary" type="submit" keys="enter" busy={busy} blocked={blocked}>
            {t(`${of}:bulk.apply`, { count })}
          </Button>
        )}
      </div>
    </form>
  );
}
