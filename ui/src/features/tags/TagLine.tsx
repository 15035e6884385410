import { Plus } from "lucide-react";
import { act } from "@/data/act";
import type { TagView } from "@/data/client";
import { IconButton } from "@/design/Button";
import { selectionWords } from "@/features/palette/selection";
import { useText } from "@/i18n";
import { TagChip } from "./TagChip";
import { type InHand, tag, useTagging } from "./useTagging";

/** The tags of one person or company, each taken off where it stands, and one more added. */
export function TagLine({ tags, hand }: { tags: readonly TagView[]; hand: InHand }) {
  const t = useText();
  const tagging = useTagging(
    () => hand,
    1,
    // Where rows are ticked, the key is for them.
    () => !selectionWords(),
  );
  return (
    <>
      {tags.map((one) => (
        <TagChip
          key={one.id}
          tag={one}
          onRemove={() =>
            void act(tag(hand, [], [one.name]), (done) =>
              t("tags:done.off", { count: done.count, name: one.name }),
            )
          }
        />
      ))}
      <IconButton label={t("tags:command.tags")} icon={Plus} keys="l" onClick={tagging.tags} />
      {tagging.dialogs}
    </>
  );
}
