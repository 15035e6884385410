import { useMemo, useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import {
  type BoardColumn,
  type BoardRequest,
  type ClosingRequest,
  commands,
  type OpportunityRow,
} from "@/data/client";
import { useFormat } from "@/design/format";
import { Board, type PutDown } from "@/features/board/Board";
import type { BoardKind, Held, Lane } from "@/features/board/held";
import { useLocale, useText } from "@/i18n";
import { CloseDialog } from "../CloseDialog";
import { opportunityTags } from "../queries";
import { named, useSums } from "../words";
import { CardFace, useCardName } from "./Card";

interface OpportunitiesBoardProps {
  /** Something is searched or filtered for: columns that are usually folded open where it is found. */
  narrowed: boolean;
  request: BoardRequest;
  columns: readonly BoardColumn[];
  inHand: string | undefined;
  open: (id: string | undefined) => void;
  onAdd: (stage: string) => void;
}

/** A card that was put at an end, until it is said how it ended. */
interface Ending {
  held: Held<OpportunityRow>;
  kind: "won" | "lost";
  put: (put: PutDown<OpportunityRow>) => Promise<boolean>;
  giveBack: () => void;
}

/** Opportunities by stage; one put at an end says when and why. */
export function OpportunitiesBoard({
  request,
  columns,
  inHand,
  open,
  onAdd,
  narrowed,
}: OpportunitiesBoardProps) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const sums = useSums();
  const cardName = useCardName();
  const [ending, setEnding] = useState<Ending>();
  const kind: BoardKind<OpportunityRow> = {
    lanes: "opportunities_board",
    key: [request],
    cards: (stage, offset, limit) =>
      ask(commands.opportunitiesCards({ board: request, stage, offset, limit })),
    tags: opportunityTags,
    placed: true,
    Face: CardFace,
    cardName,
  };
  const lanes = useMemo(
    () =>
      columns.map<Lane>(({ stage, count, sums: worth }) => {
        const name = named(stage, locale);
        return {
          id: stage.id,
          name,
          colour: stage.colour,
          count,
          worth: sums(worth),
          chance: stage.archived
            ? t("opportunities:board.archived")
            : stage.kind === "open"
              ? format.percent(stage.probability / 100)
              : "",
          folds: stage.kind !== "open" || stage.archived,
          found: narrowed && count > 0,
          add: t("opportunities:board.add", { stage: name }),
        };
      }),
    [columns, narrowed, locale, sums, format, t],
  );
  const putDown =
    (closing: ClosingRequest | null): PutDown<OpportunityRow> =>
    async ({ row, stage }, after) =>
      Boolean(await act(commands.opportunitiesMove({ id: row.id, stage, after, closing })));
  return (
    <Board
      kind={kind}
      lanes={lanes}
      inHand={inHand}
      open={open}
      onAdd={onAdd}
      onPut={putDown(null)}
      askFirst={(held, put, giveBack) => {
        const end = columns.find((column) => column.stage.id === held.stage)?.stage.kind;
        if (!end || end === "open" || held.stage === held.row.stage) return false;
        setEnding({ held, kind: end, put, giveBack });
        return true;
      }}
    >
      <CloseDialog
        ending={ending && { row: ending.held.row, kind: ending.kind }}
        onClose={() => {
          ending?.giveBack();
          setEnding(undefined);
        }}
        onDone={async (closing) => {
          if (await ending?.put(putDown(closing))) setEnding(undefined);
        }}
      />
    </Board>
  );
}
