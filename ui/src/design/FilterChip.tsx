import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "@/i18n";
import css from "./FilterChip.module.css";
import { Icon } from "./Icon";

interface FilterChipProps {
  field: string;
  operator: string;
  /** The value; a click on it changes it. */
  value: ReactNode;
  onRemove: () => void;
}

/** One condition of a filter, read as a sentence: field, operator, value. */
export function FilterChip({ field, operator, value, onRemove }: FilterChipProps) {
  const t = useText();
  return (
    <span className={css.chip}>
      <span className={css.part}>{field}</span>
      <span className={css.part} data-part="operator">
        {operator}
      </span>
      <span className={css.part} data-part="value">
        {value}
      </span>
      <button
        type="button"
        className={css.remove}
        onClick={onRemove}
        aria-label={t("common:filter.remove", { field })}
      >
        <Icon of={X} size={12} />
      </button>
    </span>
  );
}
