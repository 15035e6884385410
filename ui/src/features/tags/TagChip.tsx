import { X } from "lucide-react";
import type { TagView } from "@/data/client";
import { Icon } from "@/design/Icon";
import { useText } from "@/i18n";
import css from "./tags.module.css";

/** A tag with its colour as a dot; taken off where that can be done. */
export function TagChip({ tag, onRemove }: { tag: TagView; onRemove?: () => void }) {
  return (
    <span className={css.chip} data-colour={tag.colour}>
      {tag.name}
      {onRemove && <TakeOff name={tag.name} onClick={onRemove} />}
    </span>
  );
}

function TakeOff({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useText();
  return (
    <button type="button" aria-label={t("tags:takeOff", { name })} onClick={onClick}>
      <Icon of={X} size={12} />
    </button>
  );
}

/** The tags of a row, as many as its cell can show. */
export function TagCell({ tags }: { tags: readonly TagView[] }) {
  return (
    <span className={css.cell} title={tags.map((tag) => tag.name).join(", ")}>
      {tags.map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
    </span>
  );
}
