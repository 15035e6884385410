import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ChevronDown, ChevronUp, Copy, Search, Square } from "lucide-react";
import { useMemo, useState } from "react";
import type { DuplicateGroup, DuplicateKind, DuplicateVerdict } from "@/data/client";
import { nextPage } from "@/data/queries";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { EmptyState } from "@/design/EmptyState";
import { useFormat } from "@/design/format";
import { Page } from "@/design/Page";
import { SegmentedControl } from "@/design/Tabs";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { mergeExact, search, stop } from "./acts";
import css from "./duplicates.module.css";
import { GroupList } from "./GroupList";
import { GroupReview } from "./GroupReview";
import { groupsQuery, stateQuery } from "./queries";
import { Working } from "./Working";

type Kinds = "all" | DuplicateKind;
type Sure = "all" | DuplicateVerdict;

/** What the desk holds twice: groups at the left, the records of one of them side by side, what they become at the right. */
export function DuplicatesScreen() {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { group: wanted } = useSearch({ from: "/duplicates" });
  const [kinds, setKinds] = useState<Kinds>("all");
  const [sure, setSure] = useState<Sure>("all");
  const [place, setPlace] = useState(0);
  const kind = kinds === "all" ? null : kinds;
  const query = useInfiniteQuery(groupsQuery(kind, sure === "all" ? null : sure));
  const state = useQuery(stateQuery).data;
  const groups = useMemo(() => query.data?.pages.flat() ?? [], [query.data]);
  const asked = wanted === undefined ? -1 : groups.findIndex((group) => group.id === wanted);
  const index = asked >= 0 ? asked : Math.min(place, Math.max(groups.length - 1, 0));
  const group: DuplicateGroup | undefined = groups[index];
  const go = (to: number) => {
    if (wanted !== undefined) void navigate({ to: "/duplicates", search: {}, replace: true });
    setPlace(Math.max(0, Math.min(to, groups.length - 1)));
  };
  const count = (of: "exact" | "probable") =>
    (kind === "company" ? 0 : (state?.[`${of}People`] ?? 0)) +
    (kind === "person" ? 0 : (state?.[`${of}Companies`] ?? 0));
  const exact = count("exact");
  const all = exact + count("probable");
  const busy = Boolean(state?.search ?? state?.merging);
  const mergeAll = exact > 0 && !state?.merging ? () => void mergeExact(kind) : undefined;

  useCommands([
    {
      id: "duplicates.search",
      title: "duplicates:command.search",
      also: "palette:words.duplicates",
      group: "act",
      icon: Search,
      when: () => !busy,
      run: () => void search(),
    },
    {
      id: "duplicates.mergeExact",
      title: "duplicates:command.mergeExact",
      group: "act",
      icon: Copy,
      when: () => mergeAll !== undefined,
      run: () => mergeAll?.(),
    },
    {
      id: "duplicates.next",
      title: "duplicates:command.next",
      group: "list",
      icon: ChevronDown,
      keys: ["j", "arrowdown"],
      unlisted: true,
      when: () => group !== undefined,
      run: () => go(index + 1),
    },
    {
      id: "duplicates.back",
      title: "duplicates:command.back",
      group: "list",
      icon: ChevronUp,
      keys: ["k", "arrowup"],
      unlisted: true,
      when: () => group !== undefined,
      run: () => go(index - 1),
    },
  ]);

  const searched = state?.searchedAt;
  return (
    <Page
      title={t("duplicates:title")}
      count={
        <>
          {all > 0 && t("duplicates:count", { count: all })}
          {searched && (
            <span className={css.searched}>
              {all > 0 && ", "}
              {t("duplicates:searchedAt", { at: format.dayTime(searched) })}
              {state?.stale && `, ${t("duplicates:stale")}`}
            </span>
          )}
        </>
      }
      banner={<DeskBanner />}
      tools={
        <>
          <SegmentedControl<Kinds>
            label={t("duplicates:filter.label")}
            value={kinds}
            onChange={(next) => {
              setKinds(next);
              go(0);
            }}
            choices={[
              { value: "all", label: t("duplicates:filter.all") },
              { value: "person", label: t("duplicates:filter.people") },
              { value: "company", label: t("duplicates:filter.companies") },
            ]}
          />
          <SegmentedControl<Sure>
            label={t("duplicates:filter.sure")}
            value={sure}
            onChange={(next) => {
              setSure(next);
              go(0);
            }}
            choices={[
              { value: "all", label: t("duplicates:filter.all") },
              { value: "exact", label: t("duplicates:filter.exact") },
              { value: "probable", label: t("duplicates:filter.probable") },
            ]}
          />
        </>
      }
      actions={
        busy ? (
          <Button icon={Square} onClick={() => void stop()}>
            {t("duplicates:stop")}
          </Button>
        ) : (
          <>
            <Button icon={Search} onClick={() => void search()}>
              {t(searched ? "duplicates:search" : "duplicates:searchFirst")}
            </Button>
            {mergeAll && (
              <Button icon={Copy} onClick={mergeAll}>
                {t("duplicates:mergeExact", { count: exact })}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={css.screen}>
        {state && <Working state={state} />}
        <Answered
          of={{ ...query, data: state && query.data }}
          unreadable={t("duplicates:unreadable")}
          rows={8}
        >
          {group ? (
            <div className={css.both}>
              <GroupList
                groups={groups}
                exact={exact}
                probable={count("probable")}
                place={index}
                onPick={go}
                onMergeExact={mergeAll}
                onEnd={nextPage(query)}
              />
              <GroupReview key={group.id} group={group} onSkip={() => go(index + 1)} />
            </div>
          ) : all > 0 || sure !== "all" || kinds !== "all" ? (
            <EmptyState title={t("duplicates:none.filtered")} />
          ) : searched ? (
            <EmptyState title={t("duplicates:none.title")}>{t("duplicates:none.words")}</EmptyState>
          ) : (
            <EmptyState
              title={t("duplicates:never.title")}
              actions={
                <Button kind="primary" icon={Search} busy={busy} onClick={() => void search()}>
                  {t("duplicates:searchFirst")}
                </Button>
              }
            >
              {t("duplicates:never.words")}
            </EmptyState>
          )}
        </Answered>
      </div>
    </Page>
  );
}
