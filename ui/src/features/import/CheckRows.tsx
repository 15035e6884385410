import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { ask } from "@/data/ask";
import { commands, type ImportView } from "@/data/client";
import { SkeletonRows } from "@/design/Skeleton";
import { useText } from "@/i18n";
import { CheckRow } from "./CheckRow";
import own from "./check.module.css";
import css from "./import.module.css";
import { asked, type CheckTab } from "./tabs";
import type { RowActs } from "./useRowActs";

const PAGE = 100;

/** The lines of one tab, fetched page by page as they are scrolled to: a million of them cost no more than the first hundred. */
export function CheckRows({ view, tab, row }: { view: ImportView; tab: CheckTab; row: RowActs }) {
  const t = useText();
  const end = useRef<HTMLDivElement>(null);
  const pages = useInfiniteQuery({
    queryKey: ["import_rows", view.id, "tab", tab],
    queryFn: ({ pageParam }) =>
      ask(commands.importRows({ id: view.id, ...asked(tab), after: pageParam, offset: 0, limit: PAGE })),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.n),
    // What was corrected under another tab stands here when it is opened.
    staleTime: 0,
    refetchOnMount: "always",
  });
  const { hasNextPage, fetchNextPage, isFetchingNextPage } = pages;
  useEffect(() => {
    const mark = end.current;
    if (!mark || !hasNextPage || isFetchingNextPage || typeof IntersectionObserver === "undefined") return;
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage(), {
      rootMargin: "400px",
    });
    seen.observe(mark);
    return () => seen.disconnect();
  }, [hasNextPage, fetchNextPage, isFetchingNextPage]);
  const rows = pages.data?.pages.flat();
  if (!rows) return <SkeletonRows rows={8} />;
  if (rows.length === 0) return <p className={css.noRows}>{t("imports:check.noRows")}</p>;
  return (
    <div className={css.scroll}>
      <table className={css.table} data-rows="true">
        <thead>
          <tr>
            <th scope="col">{t("imports:check.line")}</th>
            <th scope="col">{t("imports:field.full_name")}</th>
            <th scope="col">{t("imports:field.title")}</th>
            <th scope="col">{t("imports:field.company")}</th>
            <th scope="col">{t("imports:field.email")}</th>
            <th scope="col">{t("imports:check.why")}</th>
            <th scope="col">
              <span className={own.spoken}>{t("imports:check.leave")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => (
            <CheckRow key={line.n} line={line} view={view} acts={row} />
          ))}
        </tbody>
      </table>
      <div ref={end} />
    </div>
  );
}
