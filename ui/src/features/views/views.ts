import type { SavedView, ViewContent, ViewOf, ViewQuery } from "@/data/client";
import { addressOfAsked, type ListAddress, queryOf } from "@/features/list/address";
import { addressOf } from "@/features/list/clauses";
import type { Column } from "@/features/list/columns";
import type { Text, TextKey } from "@/i18n";

/** The part of a list's address a view decides. */
export type ViewAddress = ListAddress<string, string>;

/** What a view is called: one of the desk's own as the catalogues say, until it is renamed. */
export function viewName(view: Pick<SavedView, "name" | "builtin">, t: Text): string {
  return view.name || t(`views:builtin.${view.builtin}` as TextKey);
}

/** The address of what a view asks. */
export function addressOfView(view: SavedView): ViewAddress {
  const { text, sort, by, descending, ...asked } = view.content.query.query;
  const { layout, grouping, folded } = view.content;
  const address = compact({
    q: text || undefined,
    ...addressOf(addressOfAsked(asked)),
    sort: sort === "name" ? undefined : by ? `custom:${by}` : sort,
    down: descending || undefined,
    view: view.id,
    layout: layoutOf(view),
    ...(layout === "table"
      ? { by: grouping || undefined, folded: folded?.length ? folded : undefined }
      : view.of === "opportunities" && grouping
        ? { pipeline: grouping }
        : {}),
  });
  return address as ViewAddress;
}

/** The layout of a view as the address of its list says it; nothing for the one it begins with. */
function layoutOf({ of, content: { layout } }: SavedView): string | undefined {
  const name = layout === "table" ? "list" : layout;
  return name === (of === "opportunities" ? "board" : "list") ? undefined : name;
}

/** What a view would keep of a list as it is now. */
export function contentOf(
  of: ViewOf,
  address: ViewAddress,
  columns: readonly Column[],
  layout: ViewContent["layout"],
  grouping: string,
): ViewContent {
  return {
    layout,
    query: { of, query: queryOf(address) } as ViewQuery,
    columns: columns.map(({ name, width }) => ({ name, width: width ?? null })),
    grouping: layout === "table" ? (address.by ?? "") : grouping,
    folded: layout === "table" ? (address.folded ?? []) : [],
  };
}

/** Whether a list as it is now is another than its view keeps. */
export function differs(
  view: SavedView,
  address: ViewAddress,
  layout: ViewContent["layout"],
  columns: readonly Column[],
) {
  // What is false and what is not said are one.
  const bare = (groups: ViewAddress["groups"]) =>
    (groups ?? []).map((group) => [group.any ?? false, group.not ?? false, clausesOf(group.filters)]);
  const clausesOf = (filters: ViewAddress["filters"]) =>
    (filters ?? []).map(({ field, op, value }) => [field, op, value]);
  const question = ({ q, filters, any, groups, sort, down }: ViewAddress) =>
    JSON.stringify([q ?? "", clausesOf(filters), any ?? false, bare(groups), sort ?? "name", down ?? false]);
  const groups = ({ by, folded }: ViewAddress) => JSON.stringify([by ?? "", folded ?? []]);
  const kept = view.content.columns.map(({ name, width }) => (width ? { name, width } : { name }));
  return (
    question(address) !== question(addressOfView(view)) ||
    layout !== view.content.layout ||
    (layout === "table" && groups(address) !== groups(addressOfView(view))) ||
    (kept.length > 0 && JSON.stringify(kept) !== JSON.stringify(columns))
  );
}

function compact(parts: object): object {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
