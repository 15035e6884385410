import { type KeyboardEvent, useRef, useState } from "react";
import { cx } from "@/design/cx";
import { useText } from "@/i18n";
import css from "./record.module.css";

interface InlineTextProps {
  label: string;
  value: string;
  /** As it is read, where that is another form than the one it is typed in. */
  shown?: string | undefined;
  placeholder?: string;
  /** Several lines: Enter makes a new one, ⌘Enter saves. */
  long?: boolean;
  /** Whether it was written; otherwise the old value comes back. */
  onSave: (value: string) => Promise<boolean>;
}

/** A value edited where it stands: click or Enter to type, Enter or leaving saves, Esc gives the old value back. */
export function InlineText({ label, value, shown, placeholder, long = false, onSave }: InlineTextProps) {
  const t = useText();
  const [draft, setDraft] = useState<string>();
  const dropped = useRef(false);

  if (draft === undefined) {
    return (
      <button
        type="button"
        className={css.inline}
        data-empty={value === "" || undefined}
        aria-label={`${label}, ${shown || value || t("common:empty")}`}
        onClick={() => {
          dropped.current = false;
          setDraft(value);
        }}
      >
        {shown || value || placeholder || "–"}
      </button>
    );
  }
  const finish = async () => {
    const typed = draft.trim();
    if (!dropped.current && typed !== value) await onSave(typed);
    setDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape") dropped.current = true;
    else if (event.key !== "Enter" || (long && !event.metaKey && !event.ctrlKey)) return;
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.blur();
  };
  const shared = {
    className: cx(css.inline, css.inlineInput),
    "aria-label": label,
    value: draft,
    onBlur: () => void finish(),
    onKeyDown,
    autoFocus: true,
  };
  return long ? (
    <textarea {...shared} rows={4} onChange={(event) => setDraft(event.currentTarget.value)} />
  ) : (
    <input {...shared} onChange={(event) => setDraft(event.currentTarget.value)} />
  );
}
