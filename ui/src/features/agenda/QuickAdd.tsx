import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type FormEvent, forwardRef, useState } from "react";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { Tag } from "@/design/Tag";
import { useText } from "@/i18n";
import { addTask } from "./acts";
import css from "./agenda.module.css";
import { lineQuery } from "./queries";

interface QuickAddProps {
  /** About whom, where that is plain. */
  about?: { person_id?: string; company_id?: string; opportunity_id?: string };
  onAdded?: (id: string) => void;
}

/** One line that understands dates: "call Marie tomorrow 2pm". What it understood stands beside it before Enter. */
export const QuickAdd = forwardRef<HTMLInputElement, QuickAddProps>(function QuickAdd(
  { about, onAdded },
  ref,
) {
  const t = useText();
  const format = useFormat();
  const [text, setText] = useState("");
  const line = text.trim();
  const read = useQuery({
    ...lineQuery(line),
    enabled: line.length > 1,
    placeholderData: keepPreviousData,
  }).data;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (!line || !read) return;
    setText("");
    const id = await addTask({
      title: read.title,
      kind: read.kind,
      due_on: read.dueOn ?? undefined,
      due_time: read.dueTime || undefined,
      priority: read.priority,
      ...about,
    });
    if (id) onAdded?.(id);
    else setText(text);
  };
  return (
    <form className={css.quick} onSubmit={add}>
      <Icon of={Plus} />
      <input
        ref={ref}
        aria-label={t("agenda:quick.label")}
        placeholder={t("agenda:quick.placeholder")}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          setText("");
          event.currentTarget.blur();
        }}
      />
      {line && read && (
        <span className={css.understood} aria-live="polite">
          {read.kind !== "other" && <Tag>{t(`agenda:kind.${read.kind}`)}</Tag>}
          {read.dueOn && (
            <Tag tone="accent">{[format.shortDay(read.dueOn), read.dueTime].filter(Boolean).join(", ")}</Tag>
          )}
        </span>
      )}
    </form>
  );
});
