import { Menu } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { GridApi } from "ag-grid-community";
import { Columns3, Play, Plus, Search, X } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { commands, type PersonRow, type Selection } from "@/data/client";
import { read } from "@/data/queries";
import { Button, IconButton, LinkButton } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { TextField } from "@/design/Field";
import fields from "@/design/fields.module.css";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { KeyCap } from "@/design/KeyCap";
import { Page } from "@/design/Page";
import { Split } from "@/design/SidePanel";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { nameSelection } from "@/features/palette/selection";
import { openPreflight } from "@/features/runs/selection";
import { useText } from "@/i18n";
import { ChosenPeople, selectionOf, useChosen } from "./chosen";
import { columnNames, toggleColumn, useColumns } from "./columns";
import { Filters } from "./Filters";
import { NewPerson } from "./NewPerson";
import { PeopleGrid } from "./PeopleGrid";
import { PersonPanel } from "./PersonPanel";
import css from "./people.module.css";
import { type PeopleSearch, peopleQuery } from "./query";
import { SelectionBar } from "./SelectionBar";
import { useListKeys } from "./useListKeys";

/** Everybody the seller knows: one virtual list, its filters as a sentence, the person in hand beside it. */
export function PeopleScreen() {
  const t = useText();
  const format = useFormat();
  const search = useSearch({ from: "/people" });
  const navigate = useNavigate({ from: "/people" });
  const [chosen] = useState(() => new ChosenPeople());
  const [api, setApi] = useState<GridApi<PersonRow>>();
  const [adding, setAdding] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const ticked = useChosen(chosen);
  const query = useMemo(() => peopleQuery(search), [search]);
  const filtered = query.text !== "" || query.filters.length > 0;
  const count = useQuery({
    ...read(["people_count", query.text, query.filters], ["people"], () => commands.peopleCount(query)),
    placeholderData: keepPreviousData,
  }).data;

  const change = useCallback(
    (part: Partial<Record<keyof PeopleSearch, unknown>>, replace = false) =>
      void navigate({ search: (now) => ({ ...now, ...part }) as PeopleSearch, replace }),
    [navigate],
  );
  const open = useCallback((id: string | undefined) => change({ person: id }, true), [change]);
  const follow = useDebouncedCallback((row: PersonRow) => open(row.id), 90);

  // Another question is another list: ticks that could no longer be seen would be dangerous.
  const question = JSON.stringify([query.text, query.filters]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question is the query's content
  useEffect(() => chosen.clear(), [question, chosen]);
  useEffect(
    () =>
      nameSelection(() => (chosen.count() > 0 ? t("people:selected", { count: chosen.count() }) : undefined)),
    [chosen, t],
  );
  useListKeys({ api, chosen, search: searchBox, panel: search.person, open, onNew: () => setAdding(true) });

  const clear = () => {
    change({ q: undefined, filters: undefined });
  };
  const nobody = count?.total === 0;
  // The run is on what is ticked, else on all that match.
  const runOn = chosen.count() > 0 ? chosen.count() : (count?.matching ?? 0);
  const runSelection: Selection =
    chosen.count() > 0 ? selectionOf(ticked) : filtered ? { kind: "query", query } : { kind: "all" };

  return (
    <Page
      title={t("people:title")}
      count={
        count && !nobody
          ? filtered
            ? t("people:countOf", { matching: count.matching, total: count.total })
            : format.count(count.total)
          : undefined
      }
      banner={<DeskBanner />}
      actions={
        <>
          <SearchBox
            inputRef={searchBox}
            initial={query.text}
            onSearch={(q) => change({ q: q || undefined }, true)}
          />
          <ColumnsMenu />
          <Button className={css.wideOnly} icon={Plus} onClick={() => setAdding(true)}>
            {t("people:new")}
          </Button>
          <IconButton
            className={css.narrow}
            kind="default"
            size="md"
            label={t("people:new")}
            icon={Plus}
            onClick={() => setAdding(true)}
          />
          {!nobody && (
            <Button
              kind="primary"
              icon={Play}
              blocked={runOn === 0 ? t("people:run.nobody") : undefined}
              onClick={() => openPreflight({ selection: runSelection })}
            >
              {t("people:run.on", { count: runOn })}
            </Button>
          )}
        </>
      }
      tools={
        <Filters
          filters={query.filters}
          onChange={(filters) => change({ filters: filters.length > 0 ? filters : undefined })}
        />
      }
    >
      <Split
        list={
          nobody ? (
            <EmptyState
              title={t("people:empty.title")}
              actions={
                <>
                  <Button kind="primary" onClick={() => void navigate({ to: "/import" })}>
                    {t("people:empty.import")}
                  </Button>
                  <Button onClick={() => setAdding(true)}>{t("people:new")}</Button>
                </>
              }
            >
              {t("people:empty.words")}
            </EmptyState>
          ) : (
            <div className={css.grid}>
              {chosen.count() > 0 && (
                <SelectionBar chosen={chosen} ticked={ticked} query={query} matching={count?.matching} />
              )}
              {count?.matching === 0 && filtered ? (
                <p className={css.nomatch}>
                  {t("people:noMatch")} <LinkButton onClick={clear}>{t("people:clearFilters")}</LinkButton>
                </p>
              ) : (
                <PeopleGrid
                  query={query}
                  matching={count?.matching}
                  chosen={chosen}
                  open={search.person}
                  onOpen={open}
                  onCursor={(row) => {
                    if (search.person && search.person !== row.id) follow(row);
                  }}
                  onSort={(sort, down) =>
                    change({ sort: sort === "name" ? undefined : sort, down: down || undefined }, true)
                  }
                  onReady={setApi}
                />
              )}
            </div>
          )
        }
        panel={
          search.person && (
            <PersonPanel key={search.person} id={search.person} onClose={() => open(undefined)} />
          )
        }
      />
      <NewPerson open={adding} onClose={() => setAdding(false)} onAdded={(id) => open(id)} />
    </Page>
  );
}

function SearchBox({
  inputRef,
  initial,
  onSearch,
}: {
  inputRef: React.RefObject<HTMLInputElement | null>;
  initial: string;
  onSearch: (text: string) => void;
}) {
  const t = useText();
  const later = useDebouncedCallback(onSearch, 120);
  const [typed, setTyped] = useState(initial);
  // The question may be changed from elsewhere (the sidebar, "clear filters"): the box never shows words that are not searched for.
  useEffect(() => {
    if (document.activeElement !== inputRef.current) setTyped(initial);
  }, [initial, inputRef]);
  const write = (words: string) => {
    setTyped(words);
    later(words);
  };
  return (
    <TextField
      ref={inputRef}
      className={css.search}
      classNames={{ root: fields.soft as string }}
      type="search"
      aria-label={t("people:search")}
      placeholder={t("people:search")}
      value={typed}
      leftSection={<Icon of={Search} size={14} />}
      rightSection={
        typed ? (
          <IconButton
            label={t("people:clearSearch")}
            icon={X}
            onClick={() => {
              write("");
              inputRef.current?.focus();
            }}
          />
        ) : (
          <KeyCap keys="/" />
        )
      }
      rightSectionPointerEvents={typed ? "all" : "none"}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && event.key !== "ArrowDown" && event.key !== "Enter") return;
        event.preventDefault();
        // Esc first takes the words away, then leaves the box.
        if (event.key === "Escape" && typed) {
          write("");
          return;
        }
        if (event.key === "Escape") event.currentTarget.blur();
        document.querySelector<HTMLElement>("[data-region='main'] .ag-cell")?.focus();
      }}
    />
  );
}

function ColumnsMenu() {
  const t = useText();
  const shown = useColumns();
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <IconButton kind="default" size="md" label={t("people:columns")} icon={Columns3} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("people:columns")}</Menu.Label>
        {columnNames.map((name) => (
          <Menu.Item
            key={name}
            role="menuitemcheckbox"
            aria-checked={shown.includes(name)}
            leftSection={
              <input
                type="checkbox"
                className={css.tick}
                checked={shown.includes(name)}
                readOnly
                tabIndex={-1}
                aria-hidden="true"
              />
            }
            onClick={() => toggleColumn(name)}
          >
            {t(`people:column.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
