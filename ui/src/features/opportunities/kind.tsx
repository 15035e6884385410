import type { ColDef, ICellRendererParams } from "ag-grid-community";
import { ask } from "@/data/ask";
import {
  commands,
  type GroupBy,
  type OpportunitiesQuery,
  type OpportunityGroup,
  type OpportunityRow,
  type OpportunitySort,
} from "@/data/client";
import { sayReason } from "@/data/say";
import { money, percent, shortDay } from "@/design/format";
import { LateGlyph } from "@/design/Glyph";
import { plain } from "@/design/plain";
import { SkeletonBar } from "@/design/Skeleton";
import type { ListKind } from "@/features/list/kind";
import type { ListLayout } from "@/features/list/ListGrid";
import css from "@/features/list/list.module.css";
import { currentLocale, type Locale, text } from "@/i18n";
import { fitting } from "./columns";
import own from "./opportunities.module.css";
import { groupings } from "./query";
import { monthName, reasonName, stageName } from "./words";

/** Opportunities, as a list. */
export const opportunities: ListKind<OpportunityRow, OpportunitiesQuery> = {
  area: "opportunities",
  nameOf: (row) => row.name,
  fetch: (query, offset, limit, grouped) =>
    ask(commands.opportunitiesList({ query, offset, limit, grouped: grouped as GroupBy<OpportunityGroup> })),
  ids: async (query) => (await ask(commands.opportunitiesIds(query))).ids,
  update: async (id, values) => (await ask(commands.opportunitiesUpdate({ id, values }))).row,
  fields: {
    company: { field: "company", key: "company" },
    nextStep: { field: "next_step", key: "nextStep" },
    source: { field: "source", key: "source" },
    competitor: { field: "competitor", key: "competitor" },
    closeOn: { field: "close_on", key: "closeOn" },
    nextStepOn: { field: "next_step_on", key: "nextStepOn" },
    probability: { field: "probability", key: "probability" },
  },
  grouping: {
    names: groupings,
    load: (query, by) => ask(commands.opportunitiesGroups({ query, ...(by as GroupBy<OpportunityGroup>) })),
    within: (query, by, key) => ({ ...query, within: { ...(by as GroupBy<OpportunityGroup>), key } }),
    nameOf: (by, group, _, locale) =>
      by === "month"
        ? monthName(group.key, locale)
        : by === "stage" && locale === "en"
          ? group.nameEn
          : undefined,
  },
  tags: ["opportunities"],
};

type Cell = ICellRendererParams<OpportunityRow>;

const NameCell = plain(({ data }: Cell) =>
  data ? (
    <span className={css.name}>
      <b>{data.name}</b>
    </span>
  ) : (
    <SkeletonBar />
  ),
);

/** The stage with the seller's colour as a square before it. */
export function StageMark({ row, locale }: { row: OpportunityRow; locale: Locale }) {
  return (
    <span className={own.stage}>
      <span className={own.square} data-colour={row.stageColour} aria-hidden="true" />
      {stageName(row, locale)}
    </span>
  );
}

const StageCell = plain(({ data }: Cell) => data && <StageMark row={data} locale={currentLocale()} />);

const AmountCell = plain(
  ({ data }: Cell) =>
    data?.amount && (
      <span className={own.figure}>{money(data.amount.minor, data.amount.currency, currentLocale())}</span>
    ),
);

const ProbabilityCell = plain(
  ({ data }: Cell) =>
    data && <span className={css.time}>{percent(data.probability / 100, currentLocale())}</span>,
);

/** Days at the stage; red with a clock once something stands still. */
const AgeCell = plain(({ data }: Cell) => {
  if (data?.kind !== "open") return null;
  return (
    <span
      className={data.attention ? own.rotten : css.time}
      title={data.attention ? sayReason(data.attention) : undefined}
    >
      {data.attention && <LateGlyph />}
      {text("opportunities:days", { count: data.days })}
    </span>
  );
});

const DayCell = plain(
  ({ value }: Cell) =>
    value && <span className={css.time}>{shortDay(value as string, currentLocale())}</span>,
);

const ReasonCell = plain(({ data }: Cell) => data && reasonName(data, currentLocale()));

const columns: Record<string, ColDef<OpportunityRow>> = {
  name: { cellRenderer: NameCell, width: 230 },
  company: { field: "company", flex: 1, minWidth: 120 },
  stage: {
    width: 140,
    cellRenderer: StageCell,
  },
  amount: {
    width: 112,
    cellRenderer: AmountCell,
    cellClass: ["row-strong", "ag-right-aligned-cell"],
    headerClass: "ag-right-aligned-header",
  },
  probability: { field: "probability", width: 80, cellRenderer: ProbabilityCell, type: "rightAligned" },
  closeOn: { field: "closeOn", width: 116, cellRenderer: DayCell },
  age: { width: 92, cellRenderer: AgeCell },
  nextStep: { field: "nextStep", flex: 1, minWidth: 120 },
  nextStepOn: { field: "nextStepOn", width: 116, cellRenderer: DayCell },
  person: { field: "person", flex: 0.8, minWidth: 120 },
  source: { field: "source", flex: 0.7, minWidth: 100 },
  competitor: { field: "competitor", flex: 0.7, minWidth: 100 },
  closedOn: { field: "closedOn", width: 116, cellRenderer: DayCell },
  reason: { width: 120, cellRenderer: ReasonCell },
  added: { field: "addedAt", width: 116, cellRenderer: DayCell },
};

/** How the list of opportunities looks. */
export const layout: ListLayout<OpportunityRow, OpportunitySort> = {
  fitting,
  column: (name) => columns[name] ?? {},
  sorts: {
    name: "name",
    company: "company",
    stage: "stage",
    amount: "amount",
    probability: "probability",
    closeOn: "close_on",
    nextStepOn: "next_step",
    age: "age",
    closedOn: "closed_on",
    added: "added",
  },
};
