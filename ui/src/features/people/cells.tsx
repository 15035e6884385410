import type { ICellRendererParams } from "ag-grid-community";
import { Mail } from "lucide-react";
import type { PersonRow } from "@/data/client";
import { Avatar } from "@/design/Avatar";
import { cx } from "@/design/cx";
import { dayTime, shortDay } from "@/design/format";
import { ChannelGlyph, StateLine } from "@/design/Glyph";
import { Icon } from "@/design/Icon";
import { plain } from "@/design/plain";
import { SkeletonBar } from "@/design/Skeleton";
import css from "@/features/list/list.module.css";
import { TagCell } from "@/features/tags/TagChip";
import { type Locale, type Text, text, useLocale, useText } from "@/i18n";
import { StatusShape } from "./StatusGlyph";
import type { Statuses } from "./statuses";
import { TooLong } from "./TooLong";
import { emailChannel, fullName } from "./words";

type Cell = ICellRendererParams<PersonRow>;

/** Disc and name; bars of the real height while the row is fetched. */
export const NameCell = plain(({ data }: Cell) =>
  data ? (
    <span className={css.name}>
      <Avatar name={fullName(data)} />
      <b>{fullName(data)}</b>
    </span>
  ) : (
    <SkeletonBar />
  ),
);

/** What is known of the address, as a shape. */
export const ChannelCell = plain(({ data }: Cell) => {
  if (!data) return null;
  const state = emailChannel(data);
  return (
    <span className={css.cell}>
      <ChannelGlyph state={state} label={text(`people:channel.${state}`)} />
    </span>
  );
});

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
export const StatusCell = plain(({ data, statuses }: Cell & { statuses: Statuses }) => {
  if (!data) return <SkeletonBar />;
  const status = statuses.of(data.status);
  return (
    <span className={cx(css.cell, css.spaced)} title={statuses.name(data.status)}>
      <StateLine glyph={<StatusShape status={status} />}>{statuses.short(data.status)}</StateLine>
      <TooLong row={data} status={status} t={text} />
    </span>
  );
});

/** The tags, as many as can be shown. */
export const TagsCell = plain(({ data }: Cell) => <TagCell tags={data?.tags ?? []} />);

/** What comes next for a person, in words. */
export function nextWords(next: NonNullable<PersonRow["next"]>, t: Text, locale: Locale): string {
  const first = firstWords(next, t, locale);
  return next.linkedin && next.kind !== "linkedin" ? t("people:next.withNote", { next: first }) : first;
}

function firstWords(next: NonNullable<PersonRow["next"]>, t: Text, locale: Locale): string {
  const day = next.at ? shortDay(next.at, locale) : "";
  switch (next.kind) {
    case "draft":
      return t("people:next.draft");
    case "scheduled":
      // From when it may leave is past: when it does leave is for the queue to say.
      if (!next.at || new Date(next.at).getTime() <= Date.now()) return t("people:next.queued");
      return t("people:next.scheduled", { at: dayTime(next.at, locale) });
    case "followup":
      return t("people:next.followup", { n: next.n ?? 1, day });
    case "task":
      return next.at ? t("people:next.onDay", { what: next.title, day }) : next.title;
    case "appointment":
      return t("people:next.onDay", { what: next.title, day: next.at ? dayTime(next.at, locale) : "" });
    default:
      return t("people:next.linkedin");
  }
}

/** {@link nextWords} in the seller's language. */
export function useNextWords(): (next: NonNullable<PersonRow["next"]>) => string {
  const t = useText();
  const locale = useLocale();
  return (next) => nextWords(next, t, locale);
}
