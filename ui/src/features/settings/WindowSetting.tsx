import { Checkbox, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useText } from "@/i18n";
import { Line } from "./Group";
import { readHour, readWindow, writeWindow } from "./sendingWindow";
import css from "./settings.module.css";
import { useSettings } from "./useSettings";

/** From which hour to which messages may leave, in the recipient's own time; or at any hour. */
export function WindowSetting({ name, label, hint }: { name: string; label: string; hint: string }) {
  const t = useText();
  const { value, save } = useSettings();
  const kept = value(name);
  const [hours, setHours] = useState(() => readWindow(kept));
  const [error, setError] = useState<string>();
  useEffect(() => setHours(readWindow(kept)), [kept]);
  const write = async (next: typeof hours) => {
    const written = writeWindow(next);
    if (written !== kept) setError(await save(name, written));
  };
  const leave = async (end: "from" | "to") => {
    const hour = readHour(hours[end]);
    if (!hour) return setError(t("settings:limits.notAnHour", { typed: hours[end] }));
    const next = { ...hours, [end]: hour };
    setHours(next);
    await write(next);
  };
  return (
    <Line label={label} hint={hint} error={error}>
      <div className={css.hours}>
        {(["from", "to"] as const).map((end) => (
          <TextInput
            key={end}
            inputMode="numeric"
            autoComplete="off"
            maxLength={7}
            aria-label={t(`settings:limits.${end}`)}
            className={css.narrow}
            disabled={hours.always}
            value={hours[end]}
            onChange={(event) => setHours({ ...hours, [end]: event.currentTarget.value })}
            onBlur={() => void leave(end)}
          />
        ))}
        <Checkbox
          label={t("settings:limits.always")}
          checked={hours.always}
          onChange={(event) => {
            const next = { ...hours, always: event.currentTarget.checked };
            setHours(next);
            void write(next);
          }}
        />
      </div>
    </Line>
  );
}
