import type { ICellRendererParams } from "ag-grid-community";
import { Mail } from "lucide-react";
import type { PersonRow } from "@/data/client";
import { Avatar } from "@/design/Avatar";
import { cx } from "@/design/cx";
import { useFormat } from "@/design/format";
import { ChannelGlyph, StateLine } from "@/design/Glyph";
import { Icon } from "@/design/Icon";
import { SkeletonBar } from "@/design/Skeleton";
import css from "@/features/list/list.module.css";
import { useText } from "@/i18n";
import { StatusGlyph } from "./StatusGlyph";
import { useStatuses } from "./statuses";
import { TooLong } from "./TooLong";
import { emailChannel, fullName } from "./words";

type Cell = ICellRendererParams<PersonRow>;

/** Disc and name; bars of the real height while the row is fetched. */
export function NameCell({ data }: Cell) {
  if (!data) return <SkeletonBar />;
  return (
    <span className={css.name}>
      <Avatar name={fullName(data)} />
      <b>{fullName(data)}</b>
    </span>
  );
}

/** What is known of the address, as a shape. */
export function ChannelCell({ data }: Cell) {
  const t = useText();
  if (!data) return null;
  const state = emailChannel(data);
  return (
    <span className={css.cell}>
      <ChannelGlyph state={state} label={t(`people:channel.${state}`)} />
    </span>
  );
}

/** The head of the channel column. */
export function ChannelHead() {
  const t = useText();
  return (
    <span role="img" aria-label={t("people:column.channel")}>
      <Icon of={Mail} size={14} />
    </span>
  );
}

/** Shape and word of the status. */
export function StatusCell({ data }: Cell) {
  const statuses = useStatuses();
  if (!data) return <SkeletonBar />;
  return (
    <span className={cx(css.cell, css.spaced)} title={statuses.name(data.status)}>
      <StateLine glyph={<StatusGlyph status={data.status} />}>{statuses.short(data.status)}</StateLine>
      <TooLong row={data} />
    </span>
  );
}

/** The day of the last touch. */
export function LastContactCell({ data }: Cell) {
  const format = useFormat();
  if (!data) return null;
  return <span className={css.time}>{data.lastContactAt ? format.shortDay(data.lastContactAt) : "–"}</span>;
}

/** The day the person came in. */
export function AddedCell({ data }: Cell) {
  const format = useFormat();
  if (!data) return null;
  return <span className={css.time}>{format.shortDay(data.addedOn)}</span>;
}

/** What comes next, with its day. */
export function NextCell({ data }: Cell) {
  const words = useNextWords();
  if (!data?.next) return null;
  return words(data.next);
}

/** What comes next for a person, in words. */
export function useNextWords(): (next: NonNullable<PersonRow["next"]>) => string {
  const t = useText();
  const format = useFormat();
  const first = (next: NonNullable<PersonRow["next"]>): string => {
    const day = next.at ? format.shortDay(next.at) : "";
    switch (next.kind) {
      case "draft":
        return t("people:next.draft");
      case "scheduled":
        // From when it may leave is past: when it does leave is for the queue to say.
        if (!next.at || new Date(next.at).getTime() <= Date.now()) return t("people:next.queued");
        return t("people:next.scheduled", { at: format.dayTime(next.at) });
      case "followup":
        return t("people:next.followup", { n: next.n ?? 1, day });
      case "task":
        return next.at ? t("people:next.onDay", { what: next.title, day }) : next.title;
      case "appointment":
        return t("people:next.onDay", {
          what: next.title,
          day: next.at ? format.dayTime(next.at) : "",
        });
      default:
        return t("people:next.linkedin");
    }
  };
  return (next) =>
    next.linkedin && next.kind !== "linkedin"
      ? t("people:next.withNote", { next: first(next) })
      : first(next);
}
