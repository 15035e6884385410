import { type FormEvent, useState } from "react";
import { Button } from "@/design/Button";
import { ChoiceField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";

interface Question {
  title: string;
  /** What is in it. */
  has: string;
  /** Where that goes. */
  label: string;
  /** The act, as the button says it. */
  act: string;
  /** Where it may go. */
  targets: readonly { value: string; label: string }[];
  /** Whether it was done. */
  onTo: (target: string | null) => Promise<boolean>;
}

/** Something that goes asks where what is in it goes to; nothing while there is no question. */
export function WhereTo({ question, onClose }: { question: Question | undefined; onClose: () => void }) {
  return (
    <FormDialog open={question !== undefined} onClose={onClose} size={440} label={question?.label}>
      {question && <Form question={question} onClose={onClose} />}
    </FormDialog>
  );
}

function Form({ question, onClose }: { question: Question; onClose: () => void }) {
  const t = useText();
  const { title, has, label, act, targets, onTo } = question;
  const [to, setTo] = useState(targets[0]?.value ?? null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await onTo(to)) onClose();
  };
  return (
    <form className={record.newForm} onSubmit={(event) => void submit(event)}>
      <h2>{title}</h2>
      <p className={record.wide}>{has}</p>
      <ChoiceField
        className={record.wide}
        data-autofocus
        label={label}
        comboboxProps={{ withinPortal: false }}
        allowDeselect={false}
        data={[...targets]}
        value={to}
        onChange={setTo}
      />
      <div className={record.newActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button kind="primary" type="submit" keys="enter">
          {act}
        </Button>
      </div>
    </form>
  );
}
