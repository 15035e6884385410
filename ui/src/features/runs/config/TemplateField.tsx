import { useRef } from "react";
import { AreaField } from "@/design/Field";
import { useText } from "@/i18n";
import css from "./config.module.css";
import { offered, unknownFields } from "./placeholders";

interface TemplateFieldProps {
  label: string;
  value: string;
  hint: string;
  /** Characters the rendered text may have at most; the template's own length is shown beside it. */
  limit?: number | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
}

/** A template with the fields it may use; an unknown field is said at once, because it would stop every message. */
export function TemplateField({ label, value, hint, limit, onChange, onLeave }: TemplateFieldProps) {
  const t = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const unknown = unknownFields(value)[0];
  const insert = (name: string) => {
    const field = area.current;
    const from = field?.selectionStart ?? value.length;
    const to = field?.selectionEnd ?? value.length;
    const words = `{${name}}`;
    onChange(value.slice(0, from) + words + value.slice(to));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + words.length, from + words.length);
    });
  };
  return (
    <div>
      <AreaField
        ref={area}
        label={label}
        value={value}
        hint={limit ? `${hint} ${t("runs:config.length", { length: value.length, limit })}` : hint}
        error={
          unknown &&
          t(unknown.meant ? "runs:config.unknownFieldMeant" : "runs:config.unknownField", {
            name: unknown.name,
            meant: unknown.meant ?? "",
          })
        }
        minRows={3}
        maxRows={10}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onLeave}
      />
      <p className={css.insert}>
        <span>{t("runs:config.insert")}</span>
        {offered.map((name) => (
          <button key={name} type="button" className={css.field} onClick={() => insert(name)}>
            {t(`runs:field.${name}`)}
          </button>
        ))}
      </p>
    </div>
  );
}
