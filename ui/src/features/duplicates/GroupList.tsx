import { useEffect, useRef } from "react";
import type { DuplicateGroup } from "@/data/client";
import { LinkButton } from "@/design/Button";
import { GroupRow } from "@/design/GroupRow";
import { useText } from "@/i18n";
import css from "./duplicates.module.css";
import { groupWords } from "./words";

interface GroupListProps {
  groups: readonly DuplicateGroup[];
  /** How many there are in all, beyond those read so far. */
  exact: number;
  probable: number;
  place: number;
  onPick: (place: number) => void;
  onMergeExact: (() => void) | undefined;
  /** Reads on. */
  onEnd: (() => void) | undefined;
}

/** Groups with their reason and their score; those beyond doubt first. */
export function GroupList({ groups, exact, probable, place, onPick, onMergeExact, onEnd }: GroupListProps) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = list.current?.querySelector(`[data-place="${place}"]`);
    // The page without a layout (tests) has no such method.
    row?.scrollIntoView?.({ block: "nearest" });
  }, [place]);
  const parts = (["exact", "probable"] as const)
    .map((verdict) => ({
      verdict,
      rows: groups.map((group, at) => ({ group, at })).filter(({ group }) => group.verdict === verdict),
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <nav
      className={css.groups}
      aria-label={t("duplicates:list")}
      ref={list}
      onScroll={({ currentTarget }) => {
        const left = currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight;
        if (left < 400) onEnd?.();
      }}
    >
      {parts.map(({ verdict, rows }) => (
        <section key={verdict}>
          <GroupRow
            title={t(`duplicates:groups.${verdict}`, { count: verdict === "exact" ? exact : probable })}
            action={
              verdict === "exact" &&
              onMergeExact && <LinkButton onClick={onMergeExact}>{t("duplicates:mergeAll")}</LinkButton>
            }
          />
          <ul>
            {rows.map(({ group, at }) => (
              <li key={group.id}>
                <button
                  type="button"
                  className={css.group}
                  data-place={at}
                  aria-current={at === place || undefined}
                  onClick={() => onPick(at)}
                >
                  <span className={css.groupName}>
                    <b>{group.members[0]?.name}</b>
                    <span className={css.score}>
                      <span aria-hidden="true">{group.score}</span>
                      <span className={css.hidden}>{t("duplicates:score", { score: group.score })}</span>
                    </span>
                  </span>
                  <span>
                    {group.members[1]?.name}
                    {group.members.length > 2 &&
                      ` ${t("duplicates:others", { count: group.members.length - 2 })}`}
                  </span>
                  <span>{groupWords(group, t)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
