import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { KeyCap } from "@/design/KeyCap";
import { Rich } from "@/design/Rich";
import words from "@/design/text.module.css";
import { said } from "@/features/list/edits";
import { useText } from "@/i18n";
import css from "./board.module.css";
import { Column } from "./Column";
import {
  type BoardCard,
  type BoardKind,
  behind,
  type Held,
  isFolded,
  type Lane,
  moves,
  readFolds,
  writeFolds,
} from "./held";
import { focusCard, useBoardKeys } from "./useBoardKeys";
import { usePointerDrag } from "./usePointerDrag";

/** Puts a card down in a lane, behind another one where cards have places; whether it was done. */
export type PutDown<Card extends BoardCard> = (held: Held<Card>, after: string | null) => Promise<boolean>;

/** The question a lane asks before a card is put down in it; `put` puts it down. */
export type AskFirst<Card extends BoardCard> = (
  held: Held<Card>,
  put: (put: PutDown<Card>) => Promise<boolean>,
  giveBack: () => void,
) => boolean;

interface BoardProps<Card extends BoardCard> {
  kind: BoardKind<Card>;
  lanes: readonly Lane[];
  inHand: string | undefined;
  open: (id: string | undefined) => void;
  onAdd?: (lane: string) => void;
  onPut: PutDown<Card>;
  /** Takes over where a lane asks something first. */
  askFirst?: AskFirst<Card>;
  children?: ReactNode;
}

/** The columns side by side; cards move by pointer and by keys. */
export function Board<Card extends BoardCard>({
  kind,
  lanes,
  inHand,
  open,
  onAdd,
  onPut,
  askFirst,
  children,
}: BoardProps<Card>) {
  const t = useText();
  const client = useQueryClient();
  const rows = useRef(new Map<string, readonly Card[]>());
  const [held, setHeld] = useState<Held<Card>>();
  const [asking, setAsking] = useState(false);
  const [cursor, setCursor] = useState<string>();
  const [folds, setFolds] = useState(readFolds);
  const [told, setTold] = useState("");
  const { Face } = kind;

  const rowsOf = useCallback((lane: string) => rows.current.get(lane) ?? [], []);
  const onRows = useCallback((lane: string, loaded: readonly Card[]) => {
    rows.current.set(lane, loaded);
    // Something always takes the focus: the first card, until another one has it.
    const first = loaded[0];
    if (first) setCursor((now) => now ?? first.id);
  }, []);
  const laneNamed = (id: string) => lanes.find((lane) => lane.id === id)?.name ?? "";

  const move = async (card: Held<Card>, put: PutDown<Card>) => {
    const { row, stage, index } = card;
    const done = await put(card, kind.placed ? behind(rowsOf(stage), row.id, index) : null);
    if (done) {
      const sentence =
        stage === row.stage
          ? t("opportunities:board.placed", { name: row.name })
          : t("opportunities:board.moved", { name: row.name, stage: laneNamed(stage) });
      void said(sentence);
      setTold(sentence);
      setCursor(row.id);
    }
    // The card stays where it was put until the columns know it.
    await client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === "board_cards" || queryKey[0] === kind.lanes,
    });
    setHeld(undefined);
    // The card was drawn anew in its place; whoever went on to something else stays there.
    if (done && document.activeElement === document.body) focusCard(row.id);
    return done;
  };
  const giveBack = () => {
    setAsking(false);
    if (held)
      setTold(t("opportunities:board.givenBack", { name: held.row.name, stage: laneNamed(held.row.stage) }));
    setHeld(undefined);
  };
  const drop = (card: Held<Card>) => {
    if (!moves(card, rowsOf(card.stage), kind.placed)) {
      setHeld(undefined);
      return;
    }
    const put = async (how: PutDown<Card>) => {
      const done = await move(card, how);
      if (done) setAsking(false);
      return done;
    };
    if (askFirst?.(card, put, giveBack)) setAsking(true);
    else void move(card, onPut);
  };

  const { onPick, ghost } = usePointerDrag({ held, setHeld, drop, giveBack, rowsOf });
  useBoardKeys({
    lanes,
    placed: kind.placed,
    rowsOf,
    folded: (lane) => isFolded(folds, lane),
    held,
    setHeld,
    drop,
    giveBack,
    cursor,
    setCursor,
    open,
    inHand,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again only when its place changes
  useEffect(() => {
    if (held?.by !== "keys") return;
    const count = rowsOf(held.stage).length;
    setTold(
      t("opportunities:board.held", {
        name: held.row.name,
        place: held.index + 1,
        count: held.stage === held.row.stage ? count : count + 1,
        stage: laneNamed(held.stage),
      }),
    );
  }, [held]);

  const fold = (lane: Lane) => {
    const next = { ...folds, [lane.id]: !isFolded(folds, lane) };
    setFolds(next);
    writeFolds(next);
  };
  return (
    <div className={css.board} data-board="true">
      {lanes.map((lane) => (
        <Column
          key={lane.id}
          kind={kind}
          lane={lane}
          folded={isFolded(folds, lane) && held?.stage !== lane.id}
          held={held}
          cursor={cursor}
          inHand={inHand}
          onFold={() => fold(lane)}
          onAdd={() => onAdd?.(lane.id)}
          onRows={onRows}
          onPick={onPick}
          onOpen={open}
          onCursor={(row) => setCursor(row.id)}
        />
      ))}
      <span className={words.hidden} role="status">
        {told}
      </span>
      {held?.by === "keys" && !asking && (
        <KeyStrip name={held.row.name} stage={laneNamed(held.stage)} placed={kind.placed} />
      )}
      {held?.by === "pointer" &&
        createPortal(
          <div className={css.ghost} ref={ghost} aria-hidden="true">
            <Face row={held.row} />
          </div>,
          document.body,
        )}
      {children}
    </div>
  );
}

/** The keys a held card answers to. */
function KeyStrip({ name, stage, placed }: { name: string; stage: string; placed: boolean }) {
  const t = useText();
  const keys = [
    { keys: "arrowleft arrowright", words: t("opportunities:keys.stage") },
    ...(placed ? [{ keys: "arrowup arrowdown", words: t("opportunities:keys.place") }] : []),
    { keys: "enter", words: t("opportunities:keys.drop") },
    { keys: "escape", words: t("opportunities:keys.back") },
  ];
  return (
    <div className={css.strip}>
      <span>
        <Rich text={t("opportunities:keys.to", { name, stage })} />
      </span>
      {keys.map((one) => (
        <span key={one.keys}>
          <KeyCap keys={one.keys} tone="inverse" /> {one.words}
        </span>
      ))}
    </div>
  );
}
