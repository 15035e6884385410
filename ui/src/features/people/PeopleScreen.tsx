import { useNavigate, useSearch } from "@tanstack/react-router";
import { Play } from "lucide-react";
import { useCallback, useMemo } from "react";
import { commands } from "@/data/client";
import { Button } from "@/design/Button";
import { SegmentedControl } from "@/design/Tabs";
import { selectionOf } from "@/features/list/chosen";
import { asksAnything } from "@/features/list/clauses";
import { useCount } from "@/features/list/count";
import { ListScreen } from "@/features/list/ListScreen";
import { askAhead } from "@/features/list/rows";
import { useAsked } from "@/features/list/useAsked";
import { useWords } from "@/features/list/useWords";
import { openPreflight } from "@/features/runs/selection";
import { ViewBar } from "@/features/views/ViewBar";
import { useText } from "@/i18n";
import { PeopleBoard } from "./board/PeopleBoard";
import { peopleColumns } from "./columns";
import { Filters } from "./Filters";
import { layoutOf, people } from "./kind";
import { NewPerson } from "./NewPerson";
import { NextCalendar } from "./NextCalendar";
import { PersonPanel } from "./PersonPanel";
import { type PeopleLayout, type PeopleSearch, peopleLayouts, peopleQuery } from "./query";
import { SelectionBar } from "./SelectionBar";
import { useStatuses } from "./statuses";

const viewLayouts = { list: "table", board: "board", calendar: "calendar" } as const;

/** Everybody the seller knows: one virtual list, its filters as a sentence, the person in hand beside it. */
export function PeopleScreen() {
  const t = useText();
  const search = useSearch({ from: "/people" });
  const navigate = useNavigate({ from: "/people" });
  const change = useCallback(
    (part: Partial<Record<keyof PeopleSearch, unknown>>, replace = false) =>
      void navigate({ search: (now) => ({ ...now, ...part }) as PeopleSearch, replace }),
    [navigate],
  );
  const { words, ...typing } = useWords(search.q, change, (q) => {
    if (!search.by && !search.layout) askAhead(people, peopleQuery({ ...search, q }));
  });
  const query = useMemo(() => peopleQuery({ ...search, q: words }), [search, words]);
  const statuses = useStatuses();
  const layout = useMemo(() => layoutOf(statuses), [statuses]);
  const layoutName = search.layout ?? "list";
  const filtered = query.text !== "" || asksAnything(query);
  const count = useCount(
    ["people_count", query.text, query.filters, query.any, query.groups],
    ["people"],
    () => commands.peopleCount(query),
  );
  const asking = useAsked(search, change);
  const open = useCallback((id: string | undefined) => change({ person: id }, true), [change]);

  return (
    <ListScreen
      kind={people}
      layout={layout}
      columns={peopleColumns}
      view={search.view}
      groups={search}
      beside={
        <>
          <ViewBar of="people" address={search} layout={viewLayouts[layoutName]} columns={peopleColumns} />
          <SegmentedControl<PeopleLayout>
            label={t("opportunities:layout.label")}
            choices={peopleLayouts.map((value) => ({ value, label: t(`list:layout.${value}`) }))}
            value={layoutName}
            onChange={(value) => change({ layout: value === "list" ? undefined : value })}
          />
        </>
      }
      body={
        layoutName === "board" ? (
          <PeopleBoard query={query} inHand={search.person} open={open} />
        ) : layoutName === "calendar" ? (
          <NextCalendar query={query} inHand={search.person} open={open} />
        ) : undefined
      }
      query={query}
      count={count}
      inHand={search.person}
      open={open}
      {...typing}
      change={change}
      filters={<Filters {...asking} />}
      selection={(chosen, ticked) => (
        <SelectionBar chosen={chosen} ticked={ticked} query={query} matching={count?.matching} />
      )}
      act={(chosen, ticked) => {
        // The run is on what is ticked, else on all that match.
        const some = chosen.count() > 0;
        const runOn = some ? chosen.count() : (count?.matching ?? 0);
        const selection = some
          ? selectionOf(ticked)
          : filtered
            ? { kind: "query" as const, query }
            : { kind: "all" as const };
        return (
          <Button
            kind="primary"
            icon={Play}
            blocked={runOn === 0 ? t("people:run.nobody") : undefined}
            onClick={() => openPreflight({ selection })}
          >
            {t("people:run.on", { count: runOn })}
          </Button>
        );
      }}
      panel={(id) => <PersonPanel key={id} id={id} onClose={() => open(undefined)} />}
      fill={
        <Button kind="primary" onClick={() => void navigate({ to: "/import" })}>
          {t("people:empty.import")}
        </Button>
      }
      form={(adding, onClose) => <NewPerson open={adding} onClose={onClose} onAdded={(id) => open(id)} />}
    />
  );
}
