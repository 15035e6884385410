import type { ICellRendererParams } from "ag-grid-community";
import { ChevronDown, ChevronRight } from "lucide-react";
import type { GroupView } from "@/data/client";
import { LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { type Locale, type Text, useLocale, useText } from "@/i18n";
import type { ListRow } from "../kind";
import { isHead } from "./grouped";
import css from "./groups.module.css";

/** What the heads of groups can say and do. */
export interface GroupActs {
  /** What a group is called; its own name where nothing is given. */
  nameOf: (group: GroupView, t: Text, locale: Locale) => string | undefined;
  onFold: (key: string) => void;
  /** Ticks all rows of a group. */
  onTick: (key: string) => void;
}

/** What a group is called: as its kind says, else as it is, else that its rows have no value. */
export function groupName(group: GroupView, nameOf: GroupActs["nameOf"], t: Text, locale: Locale): string {
  if (group.key === "") return t("list:groups.none");
  return nameOf(group, t, locale) ?? (group.name || group.key);
}

/** The head of a group: its name, how many rows it has, what they are worth; folds and unfolds it. */
export function GroupRow({ data, acts }: ICellRendererParams<ListRow> & { acts: GroupActs }) {
  const t = useText();
  const locale = useLocale();
  const format = useFormat();
  if (!isHead(data)) return null;
  const { group, folded } = data;
  const name = groupName(group, acts.nameOf, t, locale);
  return (
    <div className={css.head}>
      <button
        type="button"
        className={css.fold}
        tabIndex={-1}
        aria-expanded={!folded}
        aria-label={`${name} ${format.count(group.count)}`}
        onClick={() => acts.onFold(group.key)}
      >
        <Icon of={folded ? ChevronRight : ChevronDown} size={14} />
        {group.nameEn && <span className={css.square} data-colour={group.colour} aria-hidden="true" />}
        <b data-none={group.key === "" || undefined}>{name}</b>
        <span>{format.count(group.count)}</span>
      </button>
      {group.sums.length > 0 && (
        <span className={css.sums}>
          {group.sums.map(({ minor, currency }) => format.money(minor, currency)).join(" + ")}
        </span>
      )}
      <span className={css.tick}>
        <LinkButton onClick={() => acts.onTick(group.key)}>
          {t("list:groups.tick", { count: group.count })}
        </LinkButton>
      </span>
    </div>
  );
}
