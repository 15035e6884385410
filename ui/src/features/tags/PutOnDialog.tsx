import { Minus, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button, IconButton } from "@/design/Button";
import { TextField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import { useFormat } from "@/design/format";
import { useText } from "@/i18n";
import { TagChip } from "./TagChip";
import css from "./tags.module.css";

/** A tag or a list that can be put on. */
export interface Option {
  id: string;
  name: string;
  count: number;
  colour?: string;
}

interface PutOnProps {
  title: string;
  label: string;
  options: readonly Option[];
  onPut: (name: string) => Promise<void>;
  onTake: (name: string) => Promise<void>;
  onClose: () => void;
}

const folded = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();

/** Tags or lists for those in hand: type to find, Enter puts on what was typed, making it where there is none. */
export function PutOnDialog({ title, label, options, onPut, onTake, onClose }: PutOnProps) {
  const t = useText();
  const format = useFormat();
  const [typed, setTyped] = useState("");
  const found = options.filter((option) => folded(option.name).includes(folded(typed)));
  const exact = options.find((option) => folded(option.name) === folded(typed));
  const put = async (name: string) => {
    await onPut(name);
    setTyped("");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim()) void put(exact?.name ?? typed.trim());
    else onClose();
  };
  return (
    <FormDialog open onClose={onClose} size={420} label={title}>
      <form className={css.form} onSubmit={submit}>
        <h2>{title}</h2>
        <TextField
          label={label}
          hint={typed.trim() && !exact ? t("tags:makes", { name: typed.trim() }) : undefined}
          value={typed}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={css.options}>
          {found.map((option) => (
            <div key={option.id} className={css.option}>
              <TagChip
                tag={{ id: option.id, name: option.name, colour: (option.colour ?? "grey") as "grey" }}
              />
              <span>{format.count(option.count)}</span>
              <IconButton
                label={t("tags:putOn", { name: option.name })}
                icon={Plus}
                onClick={() => void put(option.name)}
              />
              <IconButton
                label={t("tags:takeOff", { name: option.name })}
                icon={Minus}
                onClick={() => void onTake(option.name)}
              />
            </div>
          ))}
          {options.length === 0 && <p className={css.none}>{t("tags:none")}</p>}
        </div>
        <Button type="submit" kind="primary" keys="enter">
          {typed.trim() ? t("tags:put") : t("common:close")}
        </Button>
      </form>
    </FormDialog>
  );
}
