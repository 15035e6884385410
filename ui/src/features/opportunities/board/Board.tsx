import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { act } from "@/data/act";
import {
  type BoardColumn,
  type BoardRequest,
  type ClosingRequest,
  commands,
  type OpportunityRow,
} from "@/data/client";
import { KeyCap } from "@/design/KeyCap";
import { Rich } from "@/design/Rich";
import words from "@/design/text.module.css";
import { said } from "@/features/list/edits";
import { useLocale, useText } from "@/i18n";
import { CloseDialog } from "../CloseDialog";
import { named } from "../words";
import css from "./board.module.css";
import { CardFace } from "./Card";
import { Column } from "./Column";
import { behind, type Held, isFolded, moves, readFolds, writeFolds } from "./held";
import { useBoardKeys } from "./useBoardKeys";
import { usePointerDrag } from "./usePointerDrag";

interface BoardProps {
  request: BoardRequest;
  columns: readonly BoardColumn[];
  inHand: string | undefined;
  open: (id: string | undefined) => void;
  onAdd: (stage: string) => void;
}

/** The columns side by side; cards move by pointer and by keys. */
export function Board({ request, columns, inHand, open, onAdd }: BoardProps) {
  const t = useText();
  const locale = useLocale();
  const client = useQueryClient();
  const rows = useRef(new Map<string, readonly OpportunityRow[]>());
  const [held, setHeld] = useState<Held>();
  const [ending, setEnding] = useState<{ held: Held; kind: "won" | "lost" }>();
  const [cursor, setCursor] = useState<string>();
  const [folds, setFolds] = useState(readFolds);
  const [told, setTold] = useState("");

  const rowsOf = useCallback((stage: string) => rows.current.get(stage) ?? [], []);
  const onRows = useCallback((stage: string, loaded: readonly OpportunityRow[]) => {
    rows.current.set(stage, loaded);
    // Something always takes the focus: the first card, until another one has it.
    const first = loaded[0];
    if (first) setCursor((now) => now ?? first.id);
  }, []);
  const stageNamed = (id: string) => {
    const stage = columns.find((column) => column.stage.id === id)?.stage;
    return stage ? named(stage, locale) : "";
  };

  const move = async (put: Held, closing: ClosingRequest | null) => {
    const { row, stage, index } = put;
    const after = behind(rowsOf(stage), row.id, index);
    const done = await act(commands.opportunitiesMove({ id: row.id, stage, after, closing }));
    if (done) {
      const sentence =
        stage === row.stage
          ? t("opportunities:board.placed", { name: row.name })
          : t("opportunities:board.moved", { name: row.name, stage: stageNamed(stage) });
      void said(sentence);
      setTold(sentence);
      setCursor(row.id);
    }
    // The card stays where it was put until the columns know it.
    await client.invalidateQueries({
      predicate: ({ queryKey }) =>
        queryKey[0] === "opportunities_cards" || queryKey[0] === "opportunities_board",
    });
    setHeld(undefined);
    return done;
  };
  const drop = (put: Held) => {
    const kind = columns.find((column) => column.stage.id === put.stage)?.stage.kind;
    if (!moves(put, rowsOf(put.stage))) setHeld(undefined);
    else if (kind && kind !== "open" && put.stage !== put.row.stage) setEnding({ held: put, kind });
    else void move(put, null);
  };
  const giveBack = () => {
    if (held)
      setTold(t("opportunities:board.givenBack", { name: held.row.name, stage: stageNamed(held.row.stage) }));
    setHeld(undefined);
  };

  const { onPick, ghost } = usePointerDrag({ held, setHeld, drop, giveBack, rowsOf });
  useBoardKeys({
    columns,
    rowsOf,
    folded: (stage) => isFolded(folds, stage),
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
        stage: stageNamed(held.stage),
      }),
    );
  }, [held]);

  const fold = (stage: BoardColumn["stage"]) => {
    const next = { ...folds, [stage.id]: !isFolded(folds, stage) };
    setFolds(next);
    writeFolds(next);
  };
  return (
    <div className={css.board} data-board="true">
      {columns.map((column) => (
        <Column
          key={column.stage.id}
          request={request}
          column={column}
          folded={isFolded(folds, column.stage) && held?.stage !== column.stage.id}
          held={held}
          cursor={cursor}
          inHand={inHand}
          onFold={() => fold(column.stage)}
          onAdd={() => onAdd(column.stage.id)}
          onRows={onRows}
          onPick={onPick}
          onOpen={open}
          onCursor={(row) => setCursor(row.id)}
        />
      ))}
      <span className={words.hidden} role="status">
        {told}
      </span>
      {held?.by === "keys" && !ending && <KeyStrip name={held.row.name} stage={stageNamed(held.stage)} />}
      {held?.by === "pointer" &&
        createPortal(
          <div className={css.ghost} ref={ghost} aria-hidden="true">
            <CardFace row={held.row} />
          </div>,
          document.body,
        )}
      <CloseDialog
        ending={ending && { name: ending.held.row.name, kind: ending.kind }}
        onClose={() => {
          setEnding(undefined);
          giveBack();
        }}
        onDone={async (closing) => {
          if (!ending) return;
          const done = await move(ending.held, closing);
          if (done) setEnding(undefined);
        }}
      />
    </div>
  );
}

/** The keys a held card answers to. */
function KeyStrip({ name, stage }: { name: string; stage: string }) {
  const t = useText();
  const keys = [
    { keys: "arrowleft arrowright", words: t("opportunities:keys.stage") },
    { keys: "arrowup arrowdown", words: t("opportunities:keys.place") },
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
