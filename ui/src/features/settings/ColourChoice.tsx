import { ChoiceField } from "@/design/Field";
import { type TextKey, useText } from "@/i18n";
import css from "./rows.module.css";

const colours = ["", "quiet", "line", "accent", "doubt", "warn", "ok", "bad"] as const;

/** The colour of a stage or of a status. */
export function ColourChoice({
  name,
  value,
  onChange,
}: {
  /** Whose colour it is. */
  name: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useText();
  return (
    <ChoiceField
      aria-label={`${t("settings:pipelines.colour")}, ${name}`}
      className={css.colour}
      allowDeselect={false}
      leftSection={<span className={css.square} data-colour={value} />}
      data={colours.map((colour) => ({
        value: colour,
        label: t(`settings:pipelines.colours.${colour || "none"}` as TextKey),
      }))}
      value={value}
      onChange={(chosen) => onChange(chosen ?? "")}
    />
  );
}
