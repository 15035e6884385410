import { useDebouncedCallback } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { GridApi } from "ag-grid-community";
import { Plus } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { GroupView } from "@/data/client";
import { read } from "@/data/queries";
import { Button, IconButton, LinkButton } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { useFormat } from "@/design/format";
import { Page } from "@/design/Page";
import { Split } from "@/design/SidePanel";
import { SkeletonBar } from "@/design/Skeleton";
import { useCustomColumns, type WithCustom } from "@/features/custom/lists";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { nameSelection } from "@/features/palette/selection";
import { useShownColumns } from "@/features/views/ViewBar";
import { type Locale, type Text, useText } from "@/i18n";
import { type Chosen, ChosenRows, useChosen } from "./chosen";
import { asksAnything, type Clause, type CustomName, type Group } from "./clauses";
import type { ListColumns } from "./columns";
import type { ListCount } from "./count";
import { groupBy, noGroups, turned } from "./groups/grouped";
import groupCss from "./groups/groups.module.css";
import type { ListKind, ListRow } from "./kind";
import { ListGrid, type ListLayout } from "./ListGrid";
import { ListMenus } from "./ListMenus";
import css from "./list.module.css";
import { SearchBox } from "./SearchBox";
import { tick } from "./TickCell";
import { useListKeys } from "./useListKeys";

const unfolded: string[] = [];

/** What every list asks the core. */
export interface ListQuery<Sort extends string> {
  text: string;
  filters: Clause<string>[];
  any?: boolean;
  groups?: Group<string>[];
  sort: Sort | "custom";
  /** Id of the seller's field it is ordered by. */
  by?: string | null;
  descending: boolean;
}

/** A part of the list's address that changes. */
export interface ListChange<Sort extends string> {
  q?: string | undefined;
  filters?: undefined;
  any?: undefined;
  groups?: undefined;
  sort?: Sort | CustomName | undefined;
  down?: true | undefined;
  by?: string | undefined;
  folded?: string[] | undefined;
}

interface ListScreenProps<
  Row extends ListRow & WithCustom,
  Sort extends string,
  Name extends string,
  Query extends ListQuery<Sort>,
> {
  kind: ListKind<Row, Query>;
  layout: ListLayout<Row, Sort>;
  columns: ListColumns<Name>;
  /** Id of the saved view it shows. */
  view: string | undefined;
  /** What it is grouped by, and which groups are folded. */
  groups: { by?: string; folded?: string[] };
  query: Query;
  count: ListCount | undefined;
  /** The row in the side panel. */
  inHand: string | undefined;
  open: (id: string | undefined) => void;
  /** What is typed in the search box, and that it is left. */
  onWords: (words: string) => void;
  onLeave: () => void;
  /** Changes the address; `replace` leaves no step to come back to. */
  change: (part: ListChange<Sort>, replace?: boolean) => void;
  /** The conditions, under the head. */
  filters: ReactNode;
  /** What can be done with the ticked rows. */
  selection: (chosen: ChosenRows<Query>, ticked: Chosen<Query>) => ReactNode;
  /** After the count: other ways to see the same. */
  beside?: ReactNode;
  /** What the list is for, at the end of its head. */
  act?: (chosen: ChosenRows<Query>, ticked: Chosen<Query>) => ReactNode;
  /** Another form of the same rows, in the place of the table. */
  body?: ReactNode;
  panel: (id: string) => ReactNode;
  /** Ways to fill an empty list, beside a new row. */
  fill: ReactNode;
  /** The form of a new row. */
  form: (open: boolean, onClose: () => void) => ReactNode;
}

/** One virtual list: its words and filters, what is ticked, and the row in hand beside it. */
export function ListScreen<
  Row extends ListRow & WithCustom,
  Sort extends string,
  Name extends string,
  Query extends ListQuery<Sort>,
>({
  kind,
  layout,
  columns,
  view,
  groups: { by, folded = unfolded },
  query,
  count,
  inHand,
  open,
  onWords,
  onLeave,
  change,
  filters,
  selection,
  beside,
  act,
  body,
  panel,
  fill,
  form,
}: ListScreenProps<Row, Sort, Name, Query>) {
  const t = useText();
  const format = useFormat();
  const { area } = kind;
  const shown = useShownColumns(columns, view);
  const custom = useCustomColumns(area);
  const [inTable] = useState(() => new ChosenRows<Query>());
  const [unticked] = useState(() => new ChosenRows<Query>());
  // What is ticked in the table waits there while another form of the rows is shown: nothing acts on what is not seen.
  const chosen = body ? unticked : inTable;
  const [api, setApi] = useState<GridApi<Row>>();
  const [adding, setAdding] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const ticked = useChosen(chosen);
  const filtered = query.text !== "" || asksAnything(query);
  const follow = useDebouncedCallback((row: Row) => open(row.id), 90);

  // Another question is another list: ticks that could no longer be seen would be dangerous.
  const question = JSON.stringify([query.text, query.filters, query.any, query.groups]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the query's content
  useEffect(() => inTable.clear(), [question, inTable]);
  useEffect(
    () =>
      nameSelection(() =>
        chosen.count() > 0 ? t(`${area}:selected`, { count: chosen.count() }) : undefined,
      ),
    [chosen, t, area],
  );
  const fold = (next: string[]) => change({ folded: next.length > 0 ? next : undefined }, true);
  const found = useQuery({
    ...read([`${area}_groups`, question, by], kind.tags, async () => {
      const data = by === undefined ? noGroups : await kind.grouping.load(query, groupBy(by));
      return { status: "ok" as const, data };
    }),
    enabled: by !== undefined,
    placeholderData: keepPreviousData,
  });
  const tickGroup = async (key: string) => {
    if (by === undefined) return;
    const ids = await kind.ids(kind.grouping.within(query, groupBy(by), key));
    await tick(kind, chosen, ids, !ids.every((id) => chosen.has(id)));
  };
  const groups =
    by !== undefined && found.data
      ? {
          by,
          view: found.data,
          folded,
          acts: {
            nameOf: (group: GroupView, words: Text, locale: Locale) =>
              custom.shown(by, group.name) ?? kind.grouping.nameOf(by, group, words, locale),
            onFold: (key: string) => fold(turned(folded, key)),
            onTick: (key: string) => void tickGroup(key),
          },
        }
      : undefined;
  useListKeys({
    kind,
    api,
    chosen,
    search: searchBox,
    panel: inHand,
    open,
    onNew: () => setAdding(true),
    onFold: (key) => fold(turned(folded, key)),
    rows: !body,
  });

  const nothing = count?.total === 0;
  const unanswered = filtered && count?.matching === 0;
  return (
    <Page
      title={t(`${area}:title`)}
      count={
        count && !nothing
          ? filtered
            ? t(`${area}:countOf`, { matching: count.matching, total: count.total })
            : format.count(count.total)
          : undefined
      }
      beside={beside}
      banner={<DeskBanner />}
      actions={
        <>
          <SearchBox inputRef={searchBox} initial={query.text} onSearch={onWords} onLeave={onLeave} />
          {!body && (
            <ListMenus
              area={area}
              groupings={kind.grouping.names}
              columns={columns}
              view={view}
              shown={shown}
              by={by}
              change={change}
            />
          )}
          <Button className={css.wideOnly} icon={Plus} onClick={() => setAdding(true)}>
            {t(`${area}:new`)}
          </Button>
          <IconButton
            className={css.narrow}
            kind="default"
            size="md"
            label={t(`${area}:new`)}
            icon={Plus}
            onClick={() => setAdding(true)}
          />
          {!nothing && act?.(chosen, ticked)}
        </>
      }
      tools={
        !nothing && chosen.count() > 0 ? (
          selection(chosen, ticked)
        ) : (
          <>
            {filters}
            {count?.near && <span className={css.near}>{t("list:near", { text: query.text })}</span>}
          </>
        )
      }
    >
      <Split
        list={
          nothing ? (
            <EmptyState
              title={t(`${area}:empty.title`)}
              actions={
                <>
                  {fill}
                  <Button onClick={() => setAdding(true)}>{t(`${area}:new`)}</Button>
                </>
              }
            >
              {t(`${area}:empty.words`)}
            </EmptyState>
          ) : (
            <div className={css.grid}>
              {unanswered && (
                <p className={css.nomatch}>
                  {t("list:noMatch")}{" "}
                  <LinkButton
                    onClick={() => {
                      onWords("");
                      change({ q: undefined, filters: undefined, any: undefined, groups: undefined });
                    }}
                  >
                    {t(asksAnything(query) ? "list:clearFilters" : "list:clearSearch")}
                  </LinkButton>
                </p>
              )}
              {body ? (
                !unanswered && body
              ) : by !== undefined && !groups ? (
                <SkeletonBar />
              ) : (
                <ListGrid
                  empty={unanswered}
                  groups={groups}
                  kind={kind}
                  layout={layout}
                  query={query}
                  columns={shown}
                  custom={custom}
                  onColumns={(next) => columns.set(next, view)}
                  matching={count?.known ? count.matching : undefined}
                  chosen={chosen}
                  open={inHand}
                  onOpen={open}
                  onCursor={(row) => {
                    if (inHand && inHand !== row.id) follow(row);
                  }}
                  onSort={(sort, down) =>
                    change({ sort: sort === "name" ? undefined : sort, down: down || undefined }, true)
                  }
                  onReady={setApi}
                />
              )}
              {!body && groups && groups.view.left > 0 && (
                <p className={groupCss.more}>
                  {t("list:groups.left", { count: groups.view.left, rows: groups.view.leftRows })}
                </p>
              )}
            </div>
          )
        }
        panel={inHand && panel(inHand)}
      />
      {form(adding, () => setAdding(false))}
    </Page>
  );
}
