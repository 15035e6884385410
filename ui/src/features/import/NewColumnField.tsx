import { useState } from "react";
import { act } from "@/data/act";
import { type CustomKind, commands } from "@/data/client";
import { Button } from "@/design/Button";
import { ChoiceField, TextField } from "@/design/Field";
import { useText } from "@/i18n";
import css from "./import.module.css";
import { guessedKind } from "./own";

const kinds: readonly CustomKind[] = ["text", "number", "date", "money", "flag", "link"];

/** A field of the seller's own, made for a column in its place: its name and what it seems to hold are proposed. */
export function NewColumnField({
  header,
  samples,
  onMade,
  onCancel,
}: {
  header: string;
  samples: readonly string[];
  onMade: (id: string) => void;
  onCancel: () => void;
}) {
  const t = useText();
  const [name, setName] = useState(header.slice(0, 60));
  const [kind, setKind] = useState<CustomKind>(() => guessedKind(samples));
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    const made = await act(commands.fieldsCreate({ of: "people", name, kind, choices: [], currency: "" }));
    setBusy(false);
    if (made) onMade(made.id);
  };
  return (
    <form
      className={css.newField}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) void make();
      }}
    >
      <TextField
        label={t("custom:name")}
        maxLength={60}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ChoiceField
        label={t("custom:holds")}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: t(`custom:kind.${value}`) }))}
        value={kind}
        onChange={(value) => value && setKind(value as CustomKind)}
      />
      <div className={css.pasteActs}>
        <Button kind="ghost" size="sm" onClick={onCancel}>
          {t("common:cancel")}
        </Button>
        <Button
          type="submit"
          size="sm"
          kind="primary"
          busy={busy}
          blocked={name.trim() ? undefined : t("custom:needsName")}
        >
          {t("custom:add")}
        </Button>
      </div>
    </form>
  );
}
