import type { GroupsView, GroupView } from "@/data/client";
import type { Tag } from "@/data/queries";
import type { Locale, Text } from "@/i18n";
import type { GroupBy } from "./groups/grouped";
import type { FetchRows } from "./rows";

/** A row of a list: whatever it shows, it has an id. */
export interface ListRow {
  id: string;
}

/** A field of a row that is edited in its cell: its name for the core, and where the row has its value. */
export interface EditableField<Row> {
  field: string;
  key: keyof Row & string;
}

/** How the rows of one kind of list can be grouped. */
export interface Grouping<Query> {
  /** What by, beside the seller's own fields. */
  names: readonly string[];
  load: (query: Query, by: GroupBy) => Promise<GroupsView>;
  /** The query of one group. */
  within: (query: Query, by: GroupBy, key: string) => Query;
  /** What a group is called, where that is not its own name. */
  nameOf: (by: string, group: GroupView, t: Text, locale: Locale) => string | undefined;
}

/** What one kind of list (people, companies, opportunities) is to the pieces all lists are made of. */
export interface ListKind<Row extends ListRow, Query> {
  /** Its catalogue, and the beginning of its commands' ids. */
  area: "people" | "companies" | "opportunities";
  nameOf: (row: Row) => string;
  fetch: FetchRows<Query, Row>;
  /** Ids of all rows that match, in the list's order. */
  ids: (query: Query) => Promise<string[]>;
  /** Writes values on one row and gives it back. */
  update: (id: string, values: Array<{ field: string; value: string }>) => Promise<Row>;
  /** The fields behind columns that can be edited in place. */
  fields: Readonly<Partial<Record<string, EditableField<Row>>>>;
  /** How its rows can be grouped. */
  grouping: Grouping<Query>;
  /** What makes its rows stale. */
  tags: readonly Tag[];
}
