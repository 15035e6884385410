import { useInfiniteQuery } from "@tanstack/react-query";
import type { ChangesAsk } from "@/data/client";
import { sayIntent } from "@/data/say";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { useFormat } from "@/design/format";
import { useText } from "@/i18n";
import { ChangeFields } from "./ChangeFields";
import { changesQuery } from "./changes";
import css from "./history.module.css";
import { actorWords, knownWords, labelWords } from "./words";

const PAGE = 50;

interface ChangeLinesProps {
  ask: ChangesAsk;
  /** What each line is headed with: the act it belongs to, or the record it happened to. */
  head: "act" | "record";
}

/** Changes one below the other, as many as are asked for. */
export function ChangeLines({ ask, head }: ChangeLinesProps) {
  const t = useText();
  const format = useFormat();
  const query = useInfiniteQuery(changesQuery(ask, PAGE));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Answered
      of={query}
      unreadable={t("history:screen.unreadable")}
      rows={4}
      within
      empty={rows.length === 0 && <p className={css.fine}>{t("history:screen.nothingChanged")}</p>}
    >
      <ol className={css.lines}>
        {rows.map((row) => (
          <li key={row.place}>
            <p className={css.lineHead}>
              <b>{head === "act" ? sayIntent(row.intent) : labelWords(row, t)}</b>
              <span>
                {head === "act"
                  ? `${format.weekdayTime(row.at)}, ${actorWords(row.actor, t)}`
                  : `${knownWords("row", row.row, t)}, ${t(`history:change.${row.change}`)}`}
              </span>
            </p>
            <ChangeFields row={row.row} fields={row.fields} />
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button size="sm" kind="ghost" onClick={() => void query.fetchNextPage()}>
          {t("history:screen.more")}
        </Button>
      )}
    </Answered>
  );
}
