import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleX, Target } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type OpportunitiesQuery } from "@/data/client";
import { read } from "@/data/queries";
import { localDay, useFormat } from "@/design/format";
import { type DayEntry, MonthGrid, monthsShown } from "@/features/agenda/MonthGrid";
import { useText } from "@/i18n";
import { opportunityTags } from "./queries";

/** Records of a month that are shown. */
const MOST = 500;

interface CloseCalendarProps {
  query: OpportunitiesQuery;
  inHand: string | undefined;
  open: (id: string) => void;
}

/** Opportunities on the day they should be signed; one put on another day should be signed then. */
export function CloseCalendar({ query, inHand, open }: CloseCalendarProps) {
  const t = useText();
  const format = useFormat();
  const [on, setOn] = useState(() => localDay(new Date()));
  const months = monthsShown(on);
  const data = useQuery({
    ...read(["opportunities_months", query, months], opportunityTags, async () => {
      const pages = await Promise.all(
        months.map((key) =>
          ask(
            commands.opportunitiesList({
              query: { ...query, sort: "close_on", within: { by: "month", key } },
              offset: 0,
              limit: MOST,
            }),
          ),
        ),
      );
      return {
        status: "ok" as const,
        data: { rows: pages.flatMap((page) => page.rows), all: pages.every((page) => page.last) },
      };
    }),
    placeholderData: keepPreviousData,
  }).data;
  const entries = (data?.rows ?? []).map<DayEntry>((row) => ({
    id: row.id,
    day: row.closeOn ?? "",
    title: row.company || row.name,
    note: row.amount ? format.money(row.amount.minor, row.amount.currency) : "",
    icon: row.kind === "won" ? CircleCheck : row.kind === "lost" ? CircleX : Target,
    past: row.kind !== "open",
  }));
  return (
    <MonthGrid
      entries={entries}
      on={on}
      onMonth={setOn}
      chosen={inHand}
      onOpen={open}
      onMove={async (id, day) =>
        Boolean(
          await act(
            commands.opportunitiesUpdate({ id, values: [{ field: "close_on", value: day }] }),
            (done) =>
              t("opportunities:changed", { field: t("opportunities:column.closeOn"), name: done.row.name }),
          ),
        )
      }
    >
      {data &&
        (data.all
          ? entries.length === 0 && t("list:calendar.none")
          : t("list:calendar.most", { count: MOST }))}
    </MonthGrid>
  );
}
