import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus, Search } from "lucide-react";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { type BoardRequest, commands } from "@/data/client";
import { read } from "@/data/queries";
import { Button, IconButton, LinkButton } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { Page } from "@/design/Page";
import { Rich } from "@/design/Rich";
import { Split } from "@/design/SidePanel";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { askedOf } from "@/features/list/address";
import { addressOf, asksAnything } from "@/features/list/clauses";
import list from "@/features/list/list.module.css";
import { SearchBox } from "@/features/list/SearchBox";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { Filters } from "../Filters";
import { NewOpportunity } from "../NewOpportunity";
import type { ChangeSearch } from "../OpportunitiesScreen";
import { OpportunityPanel } from "../OpportunityPanel";
import css from "../opportunities.module.css";
import { opportunityTags, usePipelines } from "../queries";
import type { OpportunitiesSearch } from "../query";
import { useSums } from "../words";
import { OpportunitiesBoard } from "./OpportunitiesBoard";

interface BoardViewProps {
  search: OpportunitiesSearch;
  change: ChangeSearch;
  beside: ReactNode;
}

/** Opportunities as a board: a column for each stage, what they are worth at its head. */
export function BoardView({ search, change, beside }: BoardViewProps) {
  const t = useText();
  const sums = useSums();
  const { pipeline, all } = usePipelines(search.pipeline);
  const [adding, setAdding] = useState<{ stage?: string }>();
  const searchBox = useRef<HTMLInputElement>(null);
  const request = useMemo<BoardRequest | undefined>(
    () => pipeline && { pipeline: pipeline.id, text: search.q ?? "", ...askedOf(search) },
    [pipeline, search],
  );
  const board = useQuery({
    ...read(["opportunities_board", request], opportunityTags, () =>
      commands.opportunitiesBoard(request ?? { pipeline: "", text: "", filters: [] }),
    ),
    enabled: request !== undefined,
    placeholderData: keepPreviousData,
  }).data;
  const open = useCallback((id: string | undefined) => change({ opportunity: id }, true), [change]);
  useCommands([
    {
      id: "opportunities.search",
      title: "list:search",
      group: "list",
      icon: Search,
      keys: ["/", "mod+f"],
      run: () => searchBox.current?.focus(),
    },
    {
      id: "opportunities.new",
      title: "opportunities:new",
      group: "act",
      icon: Plus,
      keys: "n",
      run: () => setAdding({}),
    },
  ]);

  const filtered = (search.q ?? "") !== "" || asksAnything(search);
  const shown = board?.columns.reduce((sum, column) => sum + column.count, 0);
  const nothing = all?.pipelines.every((one) => one.stages.every((stage) => stage.opportunities === 0));
  return (
    <Page
      title={t("opportunities:title")}
      beside={beside}
      banner={<DeskBanner />}
      actions={
        <>
          <SearchBox
            inputRef={searchBox}
            initial={search.q ?? ""}
            onSearch={(q) => change({ q: q || undefined }, true)}
          />
          <Button className={list.wideOnly} kind="primary" icon={Plus} onClick={() => setAdding({})}>
            {t("opportunities:new")}
          </Button>
          <IconButton
            className={list.narrow}
            kind="default"
            size="md"
            label={t("opportunities:new")}
            icon={Plus}
            onClick={() => setAdding({})}
          />
        </>
      }
      tools={
        <>
          <Filters asked={search} onChange={(asked) => change(addressOf(asked))} />
          {board && (
            <span className={css.sums}>
              {board.open.length > 0 ? (
                <Rich
                  text={t("opportunities:open", { sum: sums(board.open), weighted: sums(board.weighted) })}
                />
              ) : (
                t("opportunities:nothingOpen")
              )}
            </span>
          )}
        </>
      }
    >
      <Split
        list={
          nothing ? (
            <EmptyState
              title={t("opportunities:empty.title")}
              actions={
                <Button kind="primary" onClick={() => setAdding({})}>
                  {t("opportunities:new")}
                </Button>
              }
            >
              {t("opportunities:empty.words")}
            </EmptyState>
          ) : filtered && shown === 0 ? (
            <p className={list.nomatch}>
              {t("list:noMatch")}{" "}
              <LinkButton onClick={() => change({ q: undefined, filters: undefined })}>
                {t("list:clearFilters")}
              </LinkButton>
            </p>
          ) : (
            board &&
            request && (
              <OpportunitiesBoard
                request={request}
                columns={board.columns}
                narrowed={filtered}
                inHand={search.opportunity}
                open={open}
                onAdd={(stage) => setAdding({ stage })}
              />
            )
          )
        }
        panel={
          search.opportunity && (
            <OpportunityPanel
              key={search.opportunity}
              id={search.opportunity}
              onClose={() => open(undefined)}
            />
          )
        }
      />
      <NewOpportunity
        open={adding !== undefined || search.add !== undefined}
        given={search.add}
        stage={adding?.stage}
        pipeline={pipeline?.id}
        onClose={() => {
          setAdding(undefined);
          if (search.add) change({ add: undefined }, true);
        }}
        onAdded={(id) => change({ opportunity: id, add: undefined }, true)}
      />
    </Page>
  );
}
