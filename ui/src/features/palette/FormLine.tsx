import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Icon } from "@/design/Icon";
import { KeyCap } from "@/design/KeyCap";
import { Tag } from "@/design/Tag";
import { useText } from "@/i18n";
import css from "./Palette.module.css";
import type { Command, CommandForm } from "./registry";

interface FormLineProps {
  command: Command;
  form: CommandForm;
  /** Back to all commands. */
  onBack: () => void;
  onDone: () => void;
}

/** One line for a command, in the palette itself: what was understood stands under it before Enter. */
export function FormLine({ command, form, onBack, onDone }: FormLineProps) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const line = typed.trim();
  const understood = useQuery({
    queryKey: ["palette_form", command.id, line],
    queryFn: () => form.understood?.(line) ?? Promise.resolve([]),
    enabled: line.length > 1,
    placeholderData: keepPreviousData,
  }).data;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!line || busy) return;
    setBusy(true);
    const done = await form.submit(line);
    setBusy(false);
    if (done) onDone();
  };
  return (
    <form className={css.inside} onSubmit={(event) => void submit(event)}>
      <div className={css.query}>
        <Icon of={command.icon} size={18} />
        <input
          className={css.input}
          // biome-ignore lint/a11y/noAutofocus: the line takes the place of the field that had the focus
          autoFocus
          aria-label={t(command.title, command.values)}
          placeholder={t(form.placeholder)}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Backspace" && typed === "") onBack();
          }}
        />
        {command.note && <Tag>{command.note}</Tag>}
      </div>
      <div className={css.understood} aria-live="polite">
        <span>{t(command.title, command.values)}</span>
        {line && understood?.map((word) => <Tag key={word}>{word}</Tag>)}
      </div>
      <footer className={css.foot}>
        <span>
          <KeyCap keys="enter" raw /> {t("palette:do")}
        </span>
        <span>
          <KeyCap keys="backspace" raw /> {t("palette:back")}
        </span>
      </footer>
    </form>
  );
}
