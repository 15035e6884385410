import { X } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { useText } from "@/i18n";
import css from "./FilterChip.module.css";
import { Icon } from "./Icon";

interface FilterChipProps {
  field: string;
  operator: string;
  value: ReactNode;
  /** Opens the condition to change it. */
  onEdit?: (() => void) | undefined;
  onRemove: () => void;
  ref?: Ref<HTMLSpanElement>;
}

/** One condition of a filter, read as a sentence: field, operator, value. */
export function FilterChip({ field, operator, value, onEdit, onRemove, ref }: FilterChipProps) {
  const t = useText();
  const words = (
    <>
      <span className={css.part}>{field}</span>
      <span className={css.part} data-part="operator">
        {operator}
      </span>
      {value !== undefined && (
        <span className={css.part} data-part="value">
          {value}
        </span>
      )}
    </>
  );
  return (
    <span className={css.chip} ref={ref}>
      {onEdit ? (
        <button type="button" className={css.words} title={t("common:filter.edit")} onClick={onEdit}>
          {words}
        </button>
      ) : (
        words
      )}
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
