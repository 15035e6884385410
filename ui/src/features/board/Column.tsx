import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronsLeftRight, FoldHorizontal, Plus } from "lucide-react";
import { type PointerEvent, useEffect, useMemo, useRef } from "react";
import { IconButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { SkeletonBar } from "@/design/Skeleton";
import { useText } from "@/i18n";
import css from "./board.module.css";
import { type BoardCard, type BoardKind, type Held, type Lane, others } from "./held";

/** Cards asked for at once. */
const PAGE = 100;
/** A card and the gap under it, in pixels. */
export const CARD = 100;

interface ColumnProps<Card extends BoardCard> {
  kind: BoardKind<Card>;
  lane: Lane;
  folded: boolean;
  held: Held<Card> | undefined;
  /** The card with the cursor. */
  cursor: string | undefined;
  /** The card in the side panel. */
  inHand: string | undefined;
  onFold: () => void;
  onAdd: () => void;
  onRows: (stage: string, rows: readonly Card[]) => void;
  onPick: (event: PointerEvent, row: Card) => void;
  onOpen: (id: string) => void;
  onCursor: (row: Card) => void;
}

/** What stands in a column: a card, the hole it left, or the place it would be put down at. */
type Entry<Card> = { key: string; row: Card; as: "card" | "hole" | "landing" };

function entriesOf<Card extends BoardCard>(
  stage: string,
  rows: readonly Card[],
  held: Held<Card> | undefined,
): Entry<Card>[] {
  const entries: Entry<Card>[] = rows.map((row) => ({
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

/** One column: its head with count and worth, its cards; only those in sight are drawn. */
export function Column<Card extends BoardCard>(props: ColumnProps<Card>) {
  const { lane, folded, held, onFold } = props;
  const t = useText();
  const format = useFormat();
  const { name } = lane;
  if (folded) {
    return (
      <section
        className={css.folded}
        aria-label={name}
        data-stage={lane.id}
        data-over={held?.stage === lane.id || undefined}
      >
        <button type="button" aria-label={t("opportunities:board.unfold", { stage: name })} onClick={onFold}>
          <Icon of={ChevronsLeftRight} size={14} />
          <span className={css.foldedName}>
            <span className={css.square} data-colour={lane.colour} aria-hidden="true" />
            <b>{name}</b>
            <span>{format.count(lane.count)}</span>
            {lane.worth && <span>{lane.worth}</span>}
          </span>
        </button>
      </section>
    );
  }
  return (
    <section
      className={css.column}
      aria-label={name}
      data-stage={lane.id}
      data-over={held?.stage === lane.id || undefined}
    >
      <header className={css.head}>
        <div className={css.headRow}>
          <span className={css.square} data-colour={lane.colour} aria-hidden="true" />
          <h2>{name}</h2>
          <span className={css.count}>{format.count(lane.count)}</span>
          <span className={css.headActs}>
            {lane.folds ? (
              <IconButton
                label={t("opportunities:board.fold", { stage: name })}
                icon={FoldHorizontal}
                onClick={onFold}
              />
            ) : (
              lane.add && <IconButton label={lane.add} icon={Plus} onClick={props.onAdd} />
            )}
          </span>
        </div>
        {lane.worth !== undefined && (
          <p>
            {lane.worth && <span>{lane.worth}</span>}
            <span className={css.chance}>{lane.chance}</span>
          </p>
        )}
      </header>
      <Cards {...props} />
    </section>
  );
}

function Cards<Card extends BoardCard>({
  kind,
  lane,
  held,
  cursor,
  inHand,
  onRows,
  onPick,
  onOpen,
  onCursor,
}: ColumnProps<Card>) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const stage = lane.id;
  const { Face, cardName } = kind;
  const pages = useInfiniteQuery({
    queryKey: ["board_cards", stage, ...kind.key],
    queryFn: ({ pageParam }) => kind.cards(stage, pageParam, PAGE),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.last ? undefined : all.length * PAGE),
    placeholderData: keepPreviousData,
    meta: { tags: kind.tags },
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
              aria-setsize={lane.count}
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
                  <Face row={row} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
