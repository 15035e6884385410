import type { ColDef, ICellRendererParams } from "ag-grid-community";
import { ask } from "@/data/ask";
import {
  type CompaniesQuery,
  type CompanyGroup,
  type CompanyRow,
  type CompanySort,
  commands,
  type GroupBy,
} from "@/data/client";
import { Avatar } from "@/design/Avatar";
import { count, shortDay } from "@/design/format";
import { plain } from "@/design/plain";
import { SkeletonBar } from "@/design/Skeleton";
import type { ListKind } from "@/features/list/kind";
import type { ListLayout } from "@/features/list/ListGrid";
import css from "@/features/list/list.module.css";
import type { Locale, TextKey } from "@/i18n";
import { fitting } from "./columns";
import { countryName } from "./countries";
import { groupings } from "./query";

/** Companies, as a list. */
export const companies: ListKind<CompanyRow, CompaniesQuery> = {
  area: "companies",
  nameOf: (row) => row.name,
  fetch: (query, offset, limit, grouped) =>
    ask(commands.companiesList({ query, offset, limit, grouped: grouped as GroupBy<CompanyGroup> })),
  ids: async (query) => (await ask(commands.companiesIds(query))).ids,
  update: async (id, values) => (await ask(commands.companiesUpdate({ id, values }))).row,
  fields: {
    city: { field: "city", key: "city" },
    activity: { field: "activity", key: "activity" },
    headcount: { field: "headcount", key: "headcount" },
    phone: { field: "phone", key: "phone" },
    website: { field: "website", key: "website" },
    postcode: { field: "postcode", key: "postcode" },
    country: { field: "country", key: "country" },
    siren: { field: "siren", key: "siren" },
    naf: { field: "naf", key: "naf" },
  },
  grouping: {
    names: groupings,
    load: (query, by) => ask(commands.companiesGroups({ query, ...(by as GroupBy<CompanyGroup>) })),
    within: (query, by, key) => ({ ...query, within: { ...(by as GroupBy<CompanyGroup>), key } }),
    nameOf: (by, group, t, locale) =>
      by === "country"
        ? countryName(group.key, locale)
        : by === "source"
          ? t(`people:source.${group.key}` as TextKey)
          : undefined,
  },
  tags: ["companies", "people"],
};

type Cell = ICellRendererParams<CompanyRow>;

/** Square and name; bars of the real height while the row is fetched. */
const NameCell = plain(({ data }: Cell) =>
  data ? (
    <span className={css.name}>
      <Avatar name={data.name} of="company" />
      <b>{data.name}</b>
    </span>
  ) : (
    <SkeletonBar />
  ),
);

const columns: Record<string, ColDef<CompanyRow> | ((locale: Locale) => ColDef<CompanyRow>)> = {
  name: { cellRenderer: NameCell, width: 240 },
  city: { field: "city", flex: 1, minWidth: 110 },
  activity: { field: "activity", flex: 1.4, minWidth: 120 },
  headcount: { field: "headcount", width: 92 },
  people: (locale) => ({
    width: 92,
    cellClass: "row-time",
    valueGetter: ({ data }) => data && (data.people > 0 ? count(data.people, locale) : "–"),
  }),
  lastContact: (locale) => ({
    width: 84,
    cellClass: "row-time",
    valueGetter: ({ data }) => data && (data.lastContactAt ? shortDay(data.lastContactAt, locale) : "–"),
  }),
  phone: { field: "phone", width: 130 },
  website: { field: "website", flex: 1.2, minWidth: 130 },
  postcode: { field: "postcode", width: 92 },
  country: (locale) => ({
    field: "country",
    width: 110,
    valueFormatter: ({ value }) => (value ? countryName(String(value), locale) : ""),
  }),
  siren: { field: "siren", width: 104 },
  naf: { field: "naf", width: 84 },
  added: (locale) => ({
    width: 92,
    cellClass: "row-time",
    valueGetter: ({ data }) => data && shortDay(data.addedAt, locale),
  }),
};

/** How the list of companies looks. */
export const layout: ListLayout<CompanyRow, CompanySort> = {
  fitting,
  column: (name, _, locale) => {
    const column = columns[name];
    return typeof column === "function" ? column(locale) : (column ?? {});
  },
  sorts: {
    name: "name",
    city: "city",
    headcount: "headcount",
    people: "people",
    lastContact: "last_contact",
    added: "added",
  },
};
