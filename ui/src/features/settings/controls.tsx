import { Checkbox, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useId, useState } from "react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { Button, LinkButton } from "@/design/Button";
import { SecretField } from "@/design/Field";
import { SegmentedControl } from "@/design/Tabs";
import { useText } from "@/i18n";
import { Line } from "./Group";
import css from "./settings.module.css";
import { useSettings } from "./useSettings";

interface SettingProps {
  name: string;
  label: string;
  hint?: ReactNode;
}

/** A text or a number, saved when the field is left or Enter is pressed. */
export function TextSetting({
  name,
  label,
  hint,
  placeholder,
  unit,
  narrow = false,
  lines = 1,
}: SettingProps & { placeholder?: string; unit?: string; narrow?: boolean; lines?: number }) {
  const { value, save } = useSettings();
  const id = useId();
  const kept = value(name);
  const [draft, setDraft] = useState(kept);
  const [error, setError] = useState<string>();
  useEffect(() => {
    setDraft(kept);
    setError(undefined);
  }, [kept]);
  const leave = async () => {
    if (draft.trim() === kept) setDraft(kept);
    else setError(await save(name, draft.trim()));
  };
  const shared = {
    id,
    value: draft,
    placeholder,
    error: error !== undefined,
    onBlur: () => void leave(),
  };
  return (
    <Line label={label} htmlFor={id} hint={hint} error={error}>
      {lines > 1 ? (
        <Textarea
          {...shared}
          autosize
          minRows={lines}
          maxRows={12}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
      ) : (
        <span className={css.withUnit}>
          <TextInput
            {...shared}
            className={narrow ? css.narrow : css.wide}
            inputMode={narrow ? "numeric" : undefined}
            spellCheck={false}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") void leave();
              if (event.key === "Escape") setDraft(kept);
            }}
          />
          {unit && <span className={css.unit}>{unit}</span>}
        </span>
      )}
    </Line>
  );
}

/** Two to four words, one of them chosen. */
export function WordSetting({
  name,
  label,
  hint,
  words,
  onChosen,
}: SettingProps & {
  words: ReadonlyArray<{ value: string; label: string }>;
  onChosen?: (value: string) => void;
}) {
  const { value, save } = useSettings();
  const [error, setError] = useState<string>();
  return (
    <Line label={label} hint={hint} error={error}>
      <SegmentedControl
        label={label}
        choices={words}
        value={value(name)}
        onChange={(next) => {
          if (onChosen) onChosen(next);
          else void save(name, next).then(setError);
        }}
      />
    </Line>
  );
}

/** Several yes-or-no settings under one label. */
export function FlagSettings({
  label,
  flags,
}: {
  label: string;
  flags: ReadonlyArray<{ name: string; label: string; hint?: string }>;
}) {
  const { value, save } = useSettings();
  return (
    <Line label={label}>
      <div className={css.flags}>
        {flags.map((flag) => (
          <Checkbox
            key={flag.name}
            label={flag.label}
            description={flag.hint}
            checked={value(flag.name) === "true"}
            onChange={(event) => void save(flag.name, event.currentTarget.checked ? "true" : "false")}
          />
        ))}
      </div>
    </Line>
  );
}

/** A secret: whether it is set, replaced or removed; it is never read back. */
export function SecretSetting({ name, label, hint }: SettingProps) {
  const t = useText();
  const { isSet } = useSettings();
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const present = isSet(name);
  const keep = async () => {
    if (!typed) return;
    const done = await act(commands.secretSet({ name, value: typed }), () => t("settings:secret.kept"));
    if (done) setTyped(undefined);
  };
  return (
    <Line label={label} htmlFor={id} hint={hint ?? t("settings:secret.where")}>
      {typed === undefined && present ? (
        <span className={css.secret}>
          <span aria-hidden="true">••••••••••••</span>
          <span className={css.secretActs}>
            <LinkButton id={id} onClick={() => setTyped("")}>
              {t("settings:secret.replace")}
            </LinkButton>
            <LinkButton
              tone="text"
              onClick={() => void act(commands.secretDelete({ name }), () => t("settings:secret.removed"))}
            >
              {t("common:remove")}
            </LinkButton>
          </span>
        </span>
      ) : (
        <form
          className={css.secretForm}
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          <SecretField
            id={id}
            className={css.wide}
            value={typed ?? ""}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" blocked={typed ? undefined : t("settings:secret.empty")}>
            {t("common:save")}
          </Button>
        </form>
      )}
    </Line>
  );
}
