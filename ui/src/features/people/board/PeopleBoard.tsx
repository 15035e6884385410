import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type GroupView, type PeopleQuery, type StatusMeaning } from "@/data/client";
import { read } from "@/data/queries";
import { SkeletonBar } from "@/design/Skeleton";
import { Board } from "@/features/board/Board";
import type { BoardKind, Lane } from "@/features/board/held";
import { useText } from "@/i18n";
import { people } from "../kind";
import { type Statuses, useStatuses } from "../statuses";
import { fullName } from "../words";
import { type PersonCard, PersonFace } from "./PersonCard";

interface PeopleBoardProps {
  query: PeopleQuery;
  inHand: string | undefined;
  open: (id: string | undefined) => void;
}

/** What counts as this is folded until the seller unfolds it: nobody works there. */
const ends: readonly StatusMeaning[] = ["lost", "do_not_contact"];

/** People by status: a card put in another column has its status. */
export function PeopleBoard({ query, inHand, open }: PeopleBoardProps) {
  const t = useText();
  const statuses = useStatuses();
  const groups = useQuery({
    ...read(["people_board", query.text, query.filters, query.any, query.groups], people.tags, () =>
      commands.peopleGroups({ query, by: "status" }),
    ),
    placeholderData: keepPreviousData,
  }).data;
  const lanes = useMemo(
    () =>
      lanesOf(statuses, groups?.groups ?? []).map<Lane>(({ status, count }) => ({
        id: status.key,
        name: statuses.name(status.key),
        colour: status.colour,
        count,
        folds: ends.includes(status.meaning),
      })),
    [groups, statuses],
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

/** A column for each status that is offered, and for whatever else people are in. */
function lanesOf(statuses: Statuses, groups: readonly GroupView[]) {
  const count = (key: string) => groups.find((group) => group.key === key)?.count ?? 0;
  const besides = groups.filter(({ key }) => !statuses.offered.some((one) => one.key === key));
  return [...statuses.offered, ...besides.map(({ key }) => ({ ...statuses.of(key), key }))].map((status) => ({
    status,
    count: count(status.key),
  }));
}
