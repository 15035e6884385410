import { type ReactNode, useCallback, useMemo } from "react";
import { commands } from "@/data/client";
import { useCount } from "@/features/list/count";
import { ListScreen } from "@/features/list/ListScreen";
import { askAhead } from "@/features/list/rows";
import { useAsked } from "@/features/list/useAsked";
import { useWords } from "@/features/list/useWords";
import { CloseCalendar } from "./CloseCalendar";
import { opportunityColumns } from "./columns";
import { Filters } from "./Filters";
import { layout, opportunities } from "./kind";
import { NewOpportunity } from "./NewOpportunity";
import type { ChangeSearch } from "./OpportunitiesScreen";
import { OpportunityPanel } from "./OpportunityPanel";
import { type OpportunitiesSearch, opportunitiesQuery } from "./query";
import { SelectionBar } from "./SelectionBar";

interface ListViewProps {
  search: OpportunitiesSearch;
  change: ChangeSearch;
  beside: ReactNode;
}

/** Opportunities as one virtual list, the one in hand beside it. */
export function ListView({ search, change, beside }: ListViewProps) {
  const { words, ...typing } = useWords(search.q, change, (q) => {
    if (!search.by && search.layout === "list") askAhead(opportunities, opportunitiesQuery({ ...search, q }));
  });
  const query = useMemo(() => opportunitiesQuery({ ...search, q: words }), [search, words]);
  const count = useCount(
    ["opportunities_count", query.text, query.filters, query.any, query.groups],
    ["opportunities"],
    () => commands.opportunitiesCount(query),
  );
  const asking = useAsked(search, change);
  const open = useCallback((id: string | undefined) => change({ opportunity: id }, true), [change]);
  return (
    <ListScreen
      kind={opportunities}
      layout={layout}
      columns={opportunityColumns}
      view={search.view}
      groups={search}
      query={query}
      count={count}
      beside={beside}
      inHand={search.opportunity}
      open={open}
      {...typing}
      change={change}
      filters={<Filters {...asking} />}
      selection={(chosen, ticked) => (
        <SelectionBar chosen={chosen} ticked={ticked} query={query} matching={count?.matching} />
      )}
      body={
        search.layout === "calendar" ? (
          <CloseCalendar query={query} inHand={search.opportunity} open={open} />
        ) : undefined
      }
      panel={(id) => <OpportunityPanel key={id} id={id} onClose={() => open(undefined)} />}
      fill={null}
      form={(adding, onClose) => (
        <NewOpportunity
          open={adding || search.add !== undefined}
          given={search.add}
          onClose={() => {
            onClose();
            if (search.add) change({ add: undefined }, true);
          }}
          onAdded={(id) => change({ opportunity: id, add: undefined }, true)}
        />
      )}
    />
  );
}
