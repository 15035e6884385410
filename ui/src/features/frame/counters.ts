import { useQuery } from "@tanstack/react-query";
import { commands } from "@/data/client";
import { read } from "@/data/queries";
import type { CounterName } from "./places";

const everybody = read(["people_count", "all"], ["people"], () =>
  commands.peopleCount({ text: "", filters: [], sort: "name", descending: false }),
);

/** The figures beside the places of the sidebar. */
export function useCounters(): Partial<Record<CounterName, number>> {
  const people = useQuery(everybody).data?.total;
  return { ...(people === undefined ? {} : { people }) };
}
