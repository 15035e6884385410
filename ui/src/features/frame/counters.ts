import { useQuery } from "@tanstack/react-query";
import { commands, type DuplicatesState, type HealthPart } from "@/data/client";
import { healthQuery } from "@/data/desk";
import { read } from "@/data/queries";
import { taskCountsQuery } from "@/features/agenda/queries";
import { stateQuery as duplicatesQuery } from "@/features/duplicates/queries";
import { dueQuery } from "@/features/followups/queries";
import { queueQuery } from "@/features/linkedin/queries";
import { countsQuery } from "@/features/outbox/queries";
import { todayQuery } from "@/features/today/queries";
import type { CounterName } from "./places";

const everybody = read(["people_count", "all"], ["people"], () =>
  commands.peopleCount({ text: "", filters: [], sort: "name", descending: false }),
);

const everyCompany = read(["companies_count", "all"], ["companies"], () =>
  commands.companiesCount({ text: "", filters: [], sort: "name", descending: false }),
);

const everyOpportunity = read(["opportunities_count", "open"], ["opportunities"], () =>
  commands.opportunitiesCount({
    text: "",
    filters: [{ field: "state", op: "is", value: "open" }],
    sort: "name",
    descending: false,
  }),
);

/** Once something is broken, everything the health screen names; what merely could be better draws nobody away. */
function troubles(parts: readonly HealthPart[]): number {
  const broken = parts.some(({ state }) => state === "bad");
  return broken ? parts.filter(({ state }) => state === "bad" || state === "warn").length : 0;
}

/** Groups of people and companies, of every sureness. */
function groupsOf(state: DuplicatesState): number {
  return state.exactPeople + state.probablePeople + state.exactCompanies + state.probableCompanies;
}

/** The figures beside the places of the sidebar: only what waits is counted, and nothing is shown for zero. */
export function useCounters(): Partial<Record<CounterName, number>> {
  const people = useQuery(everybody).data?.total;
  const companies = useQuery(everyCompany).data?.total;
  const opportunities = useQuery(everyOpportunity).data?.matching;
  const today = useQuery(todayQuery).data?.count;
  const outbox = useQuery(countsQuery).data;
  const linkedin = useQuery(queueQuery).data?.waiting;
  const followups = useQuery(dueQuery).data?.due;
  const tasks = useQuery(taskCountsQuery).data?.counts;
  const duplicates = useQuery(duplicatesQuery).data;
  const parts = useQuery(healthQuery).data?.parts;
  const figures: [CounterName, number | undefined][] = [
    ["people", people],
    ["tasks", tasks && tasks.today + tasks.overdue],
    ["companies", companies],
    ["opportunities", opportunities || undefined],
    ["today", today],
    ["outbox", outbox && outbox.unknown + outbox.failed + outbox.draft + outbox.held],
    ["linkedin", linkedin],
    ["followups", followups],
    ["duplicates", duplicates && groupsOf(duplicates)],
    ["health", parts && troubles(parts)],
  ];
  return Object.fromEntries(figures.filter(([, figure]) => figure !== undefined));
}
