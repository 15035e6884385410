import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronsLeftRight, FoldHorizontal, Plus } from "lucide-react";
import { type PointerEvent, useEffect, useMemo, useRef } from "react";
import { ask } from "@/data/ask";
import { type BoardColumn, type BoardRequest, commands, type OpportunityRow } from "@/data/client";
import { IconButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { SkeletonBar } from "@/design/Skeleton";
import { useLocale, useText } from "@/i18n";
import { opportunityTags } from "../queries";
import { named } from "../words";
import { useSums } from "./BoardView";
import css from "./board.module.css";
import { CardFace, useCardName } from "./Card";
import { type Held, others } from "./held";

/** Cards asked for at once. */
const PAGE = 100;
/** A card and the gap under it, in pixels. */
export const CARD = 100;

interface ColumnProps {
  request: BoardRequest;
  column: BoardColumn;
  folded: boolean;
  held: Held | undefined;
  /** The card with the cursor. */
  cursor: string | undefined;
  /** The card in the side panel. */
  inHand: string | undefined;
  onFold: () => void;
  onAdd: () => void;
  onRows: (stage: string, rows: readonly OpportunityRow[]) => void;
  onPick: (event: PointerEvent, row: OpportunityRow) => void;
  onOpen: (id: string) => void;
  onCursor: (row: OpportunityRow) => void;
}

/** What stands in a column: a card, the hole it left, or the place it would be put down at. */
type Entry = { key: string; row: OpportunityRow; as: "card" | "hole" | "landing" };

function entriesOf(stage: string, rows: readonly OpportunityRow[], held: Held | undefined): Entry[] {
  const entries: Entry[] = rows.map((row) => ({
    key: row.id,
    row,
    as: row.id === held?.row.id ? "hole" : "card",
  }));
  if (held?.stage !== stage) return entries;
  const rest = others(rows, held.row.id);
  const before = rest[held.index];
  const at = before ? entries.findIndex((entry) => entry.key === before.id) : entries.length;
  entries.splice(at, 0, { key: "landing", row: held.row, as: "landing" });
  // Where it already is, it is shown once.
  return held.row.stage === stage ? entries.filter((entry) => entry.as !== "hole") : entries;
}

/** One stage: its head with count and worth, its cards; only those in sight are drawn. */
export function Column(props: ColumnProps) {
  const { column, folded, held, onFold } = props;
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const sums = useSums();
  const { stage } = column;
  const name = named(stage, locale);
  if (folded) {
    return (
      <section
        className={css.folded}
        aria-label={name}
        data-stage={stage.id}
        data-over={held?.stage === stage.id || undefined}
      >
        <button type="button" aria-label={t("opportunities:board.unfold", { stage: name })} onClick={onFold}>
          <Icon of={ChevronsLeftRight} size={14} />
          <span className={css.foldedName}>
            <span className={css.square} data-colour={stage.colour} aria-hidden="true" />
            <b>{name}</b>
            <span>{format.count(column.count)}</span>
            <span>{sums(column.sums)}</span>
          </span>
        </button>
      </section>
    );
  }
  return (
    <section
      className={css.column}
      aria-label={name}
      data-stage={stage.id}
      data-kind={stage.kind}
      data-over={held?.stage === stage.id || undefined}
    >
      <header className={css.head}>
        <div className={css.headRow}>
          <span className={css.square} data-colour={stage.colour} aria-hidden="true" />
          <h2>{name}</h2>
          <span className={css.count}>{format.count(column.count)}</span>
          <span className={css.headActs}>
            {stage.kind !== "open" || stage.archived ? (
              <IconButton
                label={t("opportunities:board.fold", { stage: name })}
                icon={FoldHorizontal}
                onClick={onFold}
              />
            ) : (
              <IconButton
                label={t("opportunities:board.add", { stage: name })}
                icon={Plus}
                onClick={props.onAdd}
              />
            )}
          </span>
        </div>
        <p>
          {sums(column.sums) || "–"}{" "}
          <span className={css.chance}>
            {stage.archived
              ? t("opportunities:board.archived")
              : stage.kind === "open"
                ? format.percent(stage.probability / 100)
                : ""}
          </span>
        </p>
      </header>
      <Cards {...props} />
    </section>
  );
}

function Cards({ request, column, held, cursor, inHand, onRows, onPick, onOpen, onCursor }: ColumnProps) {
  const t = useText();
  const cardName = useCardName();
  const scroller = useRef<HTMLDivElement>(null);
  const stage = column.stage.id;
  const pages = useInfiniteQuery({
    queryKey: ["opportunities_cards", stage, request],
    queryFn: ({ pageParam }) =>
      ask(commands.opportunitiesCards({ board: request, stage, offset: pageParam, limit: PAGE })),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.last ? undefined : all.length * PAGE),
    placeholderData: keepPreviousData,
    meta: { tags: opportunityTags },
  });
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data]);
  useEffect(() => onRows(stage, rows), [onRows, stage, rows]);
  const entries = useMemo(() => entriesOf(stage, rows, held), [stage, rows, held]);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD,
    overscan: 6,
    getItemKey: (index) => entries[index]?.key ?? index,
  });
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (pages.hasNextPage && !pages.isFetchingNextPage && last >= rows.length - 20)
      void pages.fetchNextPage();
  }, [pages, last, rows.length]);
  // The cursor, or the place a held card would go to, stays in sight.
  const watched = held?.by === "keys" && held.stage === stage ? "landing" : cursor;
  const at = entries.findIndex((entry) => entry.key === watched);
  useEffect(() => {
    if (at >= 0 && (held?.by === "keys" || document.activeElement?.closest("[data-card]")))
      virtual.scrollToIndex(at, { align: "auto" });
  }, [at, held?.by, virtual]);

  if (!pages.data) return <SkeletonBar />;
  return (
    <div className={css.scroller} ref={scroller} data-cards={stage}>
      {entries.length === 0 && <p className={css.nothing}>{t("opportunities:board.nothing")}</p>}
      <ul className={css.cards} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const entry = entries[item.index];
          if (!entry) return null;
          const { row, as } = entry;
          return (
            <li
              key={item.key}
              className={css.slot}
              style={{ transform: `translateY(${item.start}px)` }}
              aria-setsize={column.count}
              aria-posinset={item.index + 1}
            >
              {as === "hole" ? (
                <div className={css.hole}>{t("opportunities:board.hole", { name: row.name })}</div>
              ) : as === "landing" && held?.by === "pointer" ? (
                <div className={css.landing} data-landing="true" />
              ) : (
                <button
                  type="button"
                  className={css.card}
                  data-card={row.id}
                  data-held={as === "landing" || undefined}
                  data-on={row.id === inHand || undefined}
                  data-kind={row.kind}
                  aria-label={cardName(row)}
                  tabIndex={cursor === row.id ? 0 : -1}
                  onPointerDown={(event) => onPick(event, row)}
                  onFocus={() => onCursor(row)}
                  onClick={() => {
                    if (!held) onOpen(row.id);
                  }}
                >
                  <CardFace row={row} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
