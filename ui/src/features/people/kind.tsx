import type { ColDef } from "ag-grid-community";
import { ask } from "@/data/ask";
import {
  commands,
  type GroupBy,
  type PeopleGroup,
  type PeopleQuery,
  type PersonRow,
  type PersonSort,
} from "@/data/client";
import { shortDay } from "@/design/format";
import { reactPiece } from "@/design/gridPiece";
import type { ListKind } from "@/features/list/kind";
import type { ListLayout } from "@/features/list/ListGrid";
import type { Locale, Text, TextKey } from "@/i18n";
import { ChannelCell, ChannelHead, NameCell, nextWords, StatusCell, TagsCell } from "./cells";
import { fitting } from "./columns";
import { groupings } from "./query";
import { meaningOf, type Statuses } from "./statuses";
import { fullName } from "./words";

/** People, as a list. */
export const people: ListKind<PersonRow, PeopleQuery> = {
  area: "people",
  nameOf: fullName,
  fetch: (query, offset, limit, grouped) =>
    ask(commands.peopleList({ query, offset, limit, grouped: grouped as GroupBy<PeopleGroup> })),
  ids: async (query) => (await ask(commands.peopleIds(query))).ids,
  update: async (id, values) => (await ask(commands.peopleUpdate({ id, values }))).row,
  fields: {
    title: { field: "title", key: "title" },
    company: { field: "company", key: "company" },
    status: { field: "status", key: "status" },
    email: { field: "email", key: "email" },
    phone: { field: "phone", key: "phone" },
    location: { field: "location", key: "location" },
  },
  grouping: {
    names: groupings,
    load: (query, by) => ask(commands.peopleGroups({ query, ...(by as GroupBy<PeopleGroup>) })),
    within: (query, by, key) => ({ ...query, within: { ...(by as GroupBy<PeopleGroup>), key } }),
    nameOf: (by, group, t, locale) =>
      by === "status"
        ? (locale === "en" ? group.nameEn : group.name) || t(`people:status.${meaningOf(group.key)}`)
        : by === "source"
          ? t(`people:source.${group.key}` as TextKey)
          : undefined,
  },
  tags: ["people", "outbox", "followups", "linkedin"],
};

// Plain words are cells without a component of their own: at each key of a search all of them are drawn anew.
const columns: Record<string, (statuses: Statuses, t: Text, locale: Locale) => ColDef<PersonRow>> = {
  name: () => ({ cellRenderer: NameCell }),
  title: () => ({ field: "title", flex: 1.2, minWidth: 120 }),
  company: () => ({ field: "company", flex: 1, minWidth: 120 }),
  status: (statuses) => ({
    field: "status",
    width: 118,
    cellClass: "row-strong",
    cellRenderer: StatusCell,
    cellRendererParams: { statuses },
    cellEditor: "agSelectCellEditor",
    cellEditorParams: { values: statuses.offered.map(({ key }) => key) },
    valueFormatter: ({ value }) => (value ? statuses.name(String(value)) : ""),
  }),
  email: () => ({ field: "email", flex: 1.4, minWidth: 160 }),
  phone: () => ({ field: "phone", width: 130 }),
  location: () => ({ field: "location", flex: 1, minWidth: 110 }),
  lastContact: (_, __, locale) => ({
    width: 84,
    cellClass: "row-time",
    valueGetter: ({ data }) => data && (data.lastContactAt ? shortDay(data.lastContactAt, locale) : "–"),
  }),
  next: (_, t, locale) => ({
    flex: 1.3,
    minWidth: 130,
    valueGetter: ({ data }) => data?.next && nextWords(data.next, t, locale),
  }),
  added: (_, __, locale) => ({
    width: 92,
    cellClass: "row-time",
    valueGetter: ({ data }) => data && shortDay(data.addedOn, locale),
  }),
  tags: () => ({
    flex: 1,
    minWidth: 120,
    cellRenderer: TagsCell,
  }),
};

const channelHead = reactPiece(ChannelHead);

/** How the list of people looks, with what their statuses are called. */
export const layoutOf = (statuses: Statuses): ListLayout<PersonRow, PersonSort> => ({
  fitting,
  column: (name, t, locale) => columns[name]?.(statuses, t, locale) ?? {},
  beside: [
    {
      colId: "channel",
      width: 36,
      resizable: false,
      sortable: false,
      headerComponent: channelHead,
      cellRenderer: ChannelCell,
    },
  ],
  sorts: {
    name: "name",
    company: "company",
    status: "status",
    lastContact: "last_contact",
    added: "added",
  },
});
