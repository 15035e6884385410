import { memo } from "react";
import { useCustomColumns } from "@/features/custom/lists";
import { type TextKey, useText } from "@/i18n";
import { ColumnsMenu } from "./ColumnsMenu";
import type { Column, ListColumns } from "./columns";
import { GroupMenu } from "./groups/GroupMenu";
import type { ListKind } from "./kind";

interface ListMenusProps {
  area: ListKind<never, never>["area"];
  /** What it can be grouped by, beside the seller's own fields. */
  groupings: readonly string[];
  columns: ListColumns<string>;
  view: string | undefined;
  /** The columns the list shows. */
  shown: readonly Column[];
  /** What it is grouped by. */
  by: string | undefined;
  change: (part: { by?: string | undefined; folded?: string[] | undefined }, replace?: boolean) => void;
}

/** What a table is grouped by, and which columns it shows. Drawn when one of these is another, not at each key. */
export const ListMenus = memo(function ListMenus({
  area,
  groupings,
  columns,
  view,
  shown,
  by,
  change,
}: ListMenusProps) {
  const t = useText();
  const custom = useCustomColumns(area);
  return (
    <>
      <GroupMenu
        area={area}
        names={groupings}
        by={by}
        onBy={(next) => change({ by: next, folded: undefined })}
        onFoldAll={(all) => change({ folded: all ? ["*"] : undefined }, true)}
      />
      <ColumnsMenu
        names={[...columns.names, ...custom.names]}
        title={(name) => custom.title(name) ?? t(`${area}:column.${name}` as TextKey)}
        shown={shown}
        onChange={(next) => columns.set(next, view)}
        onReset={() => columns.reset(view)}
      />
    </>
  );
});
