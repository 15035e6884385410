import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { commands, type PersonRow, type StatusMeaning, type StatusView } from "@/data/client";
import { read } from "@/data/queries";
import { type Text, type TextKey, useLocale, useText } from "@/i18n";

/** What statuses count as, in their own order. */
export const meanings: readonly StatusMeaning[] = [
  "new",
  "contacted",
  "interested",
  "qualified",
  "converted",
  "lost",
  "do_not_contact",
];

/** The statuses of the desk, as the seller wants them. */
export const statusesQuery = read(["statuses_list"], ["people"], () => commands.statusesList({}));

/** Statuses as the screens need them. */
export interface Statuses {
  /** Those somebody can be put in, in the seller's order. */
  offered: readonly StatusView[];
  /** Those that are there, hidden ones too. */
  present: readonly StatusView[];
  /** One by its key; one that is not known is taken for what it counts as. */
  of: (key: string) => StatusView;
  name: (key: string) => string;
  /** For narrow places: shorter where the desk itself has a shorter word. */
  short: (key: string) => string;
}

/** What a status counts as stands in its key. */
export function meaningOf(key: string): StatusMeaning {
  const meaning = key.split(":")[0];
  return meanings.find((one) => one === meaning) ?? "do_not_contact";
}

/** How many days somebody has been in their status, where that is longer than it allows. */
export function tooLong(
  status: StatusView,
  row: Pick<PersonRow, "statusSince">,
  now = Date.now(),
): number | undefined {
  const days = Math.floor((now - Date.parse(row.statusSince)) / 86_400_000);
  return status.rottenDays !== null && days >= status.rottenDays ? days : undefined;
}

/** The statuses of the desk. */
export function useStatuses(): Statuses {
  const t = useText();
  const locale = useLocale();
  const all = useQuery(statusesQuery).data?.statuses;
  return useMemo(() => statusesOf(all ?? [], t, locale === "fr"), [all, t, locale]);
}

/** Statuses in one language. */
export function statusesOf(all: readonly StatusView[], t: Text, french: boolean): Statuses {
  const known = new Map(all.map((one) => [one.key, one]));
  const of = (key: string): StatusView => {
    const meaning = meaningOf(key);
    return known.get(key) ?? known.get(meaning) ?? plain(meaning, t(`people:status.${meaning}`));
  };
  const name = (key: string) => (french ? of(key).nameFr : of(key).nameEn);
  return {
    offered: all.filter((one) => !one.deleted && !one.hidden),
    present: all.filter((one) => !one.deleted),
    of,
    name,
    short: (key) => {
      const [meaning, called] = [meaningOf(key), name(key)];
      return called === t(`people:status.${meaning}`)
        ? t(`people:statusShort.${meaning}` as TextKey)
        : called;
    },
  };
}

/** A status of which nothing else is known yet. */
function plain(meaning: StatusMeaning, name: string): StatusView {
  return {
    key: meaning,
    meaning,
    nameFr: name,
    nameEn: name,
    colour: usual[meaning],
    rottenDays: null,
    hidden: false,
    deleted: false,
    fixed: true,
  };
}

/** The colours every desk begins with. */
const usual: Record<StatusMeaning, string> = {
  new: "quiet",
  contacted: "line",
  interested: "accent",
  qualified: "warn",
  converted: "ok",
  lost: "",
  do_not_contact: "bad",
};

/** The colour a status is drawn in; nothing where its shape has its own. */
export function toneOf(status: StatusView): string | undefined {
  return status.colour === usual[status.meaning] ? undefined : status.colour || "quiet";
}
