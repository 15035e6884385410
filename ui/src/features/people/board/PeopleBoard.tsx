import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type PeopleQuery, type StatusWord } from "@/data/client";
import { read } from "@/data/queries";
import { SkeletonBar } from "@/design/Skeleton";
import { Board } from "@/features/board/Board";
import type { BoardKind, Lane } from "@/features/board/held";
import { useText } from "@/i18n";
import { people } from "../kind";
import { fullName, statuses } from "../words";
import { type PersonCard, PersonFace } from "./PersonCard";

interface PeopleBoardProps {
  query: PeopleQuery;
  inHand: string | undefined;
  open: (id: string | undefined) => void;
}

/** Statuses that are folded until the seller unfolds them: nobody works there. */
const ends: readonly StatusWord[] = ["lost", "do_not_contact"];

/** People by status: a card put in another column has its status. */
export function PeopleBoard({ query, inHand, open }: PeopleBoardProps) {
  const t = useText();
  const groups = useQuery({
    ...read(["people_board", query.text, query.filters, query.any, query.groups], people.tags, () =>
      commands.peopleGroups({ query, by: "status" }),
    ),
    placeholderData: keepPreviousData,
  }).data;
  const lanes = useMemo(
    () =>
      statuses.map<Lane>((status) => ({
        id: status,
        name: t(`people:status.${status}`),
        colour: colours[status],
        count: groups?.groups.find((group) => group.key === status)?.count ?? 0,
        folds: ends.includes(status),
      })),
    [groups, t],
  );
  const kind = useMemo<BoardKind<PersonCard>>(
    () => ({
      lanes: "people_board",
      key: [query],
      cards: async (status, offset, limit) => {
        const within = { by: "status" as const, key: status };
        const page = await ask(commands.peopleList({ query: { ...query, within }, offset, limit }));
        return {
          last: page.last,
          rows: page.rows.map((row) => ({ ...row, name: fullName(row), stage: row.status })),
        };
      },
      tags: people.tags,
      placed: false,
      Face: PersonFace,
      cardName: (card) =>
        t("people:board.card", { name: card.name, company: card.company || t("people:board.noCompany") }),
    }),
    [query, t],
  );
  if (!groups) return <SkeletonBar />;
  return (
    <Board
      kind={kind}
      lanes={lanes}
      inHand={inHand}
      open={open}
      onPut={async ({ row, stage }) =>
        Boolean(await act(commands.peopleUpdate({ id: row.id, values: [{ field: "status", value: stage }] })))
      }
    />
  );
}

/** The colours of the columns' heads, as those of stages. */
const colours: Record<StatusWord, string> = {
  new: "quiet",
  contacted: "line",
  interested: "accent",
  qualified: "warn",
  converted: "ok",
  lost: "",
  do_not_contact: "bad",
};
