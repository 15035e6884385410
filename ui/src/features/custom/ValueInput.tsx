import { MultiSelect } from "@mantine/core";
import type { CustomField } from "@/data/client";
import { AreaField, ChoiceField, TextField } from "@/design/Field";
import { useText } from "@/i18n";

interface ValueInputProps {
  field: CustomField;
  value: string;
  onChange: (value: string) => void;
  /** The value is whole: a choice was made, or the field was left. */
  onDone?: (value: string) => void;
  label?: string;
}

/** What a field of its kind is typed into: a list for choices, a day, a number, a text. */
export function ValueInput({ field, value, onChange, onDone, label }: ValueInputProps) {
  const t = useText();
  const named = label === undefined ? { "aria-label": field.name } : { label };
  const choose = (next: string) => {
    onChange(next);
    onDone?.(next);
  };
  switch (field.kind) {
    case "choice":
      return (
        <ChoiceField
          {...named}
          clearable
          searchable={field.choices.length > 8}
          placeholder="–"
          data={field.choices}
          value={value || null}
          onChange={(next) => choose(next ?? "")}
        />
      );
    case "choices":
      return (
        <MultiSelect
          {...named}
          searchable={field.choices.length > 8}
          placeholder={value ? "" : "–"}
          data={field.choices}
          value={value ? value.split("\n") : []}
          onChange={(next) => choose(next.join("\n"))}
        />
      );
    case "flag":
      return (
        <ChoiceField
          {...named}
          allowDeselect={false}
          data={[
            { value: "yes", label: t("list:yes") },
            { value: "", label: t("list:no") },
          ]}
          value={value}
          onChange={(next) => choose(next ?? "")}
        />
      );
    case "text":
      return (
        <AreaField
          {...named}
          minRows={1}
          maxRows={8}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={() => onDone?.(value)}
        />
      );
    default:
      return (
        <TextField
          {...named}
          type={field.kind === "date" ? "date" : "text"}
          inputMode={field.kind === "number" || field.kind === "money" ? "decimal" : undefined}
          rightSection={field.kind === "money" ? field.currency : undefined}
          rightSectionWidth={44}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={() => onDone?.(value)}
        />
      );
  }
}
