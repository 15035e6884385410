import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { commands, type ForecastMonthView } from "@/data/client";
import { read } from "@/data/queries";
import { Button } from "@/design/Button";
import { ChoiceField } from "@/design/Field";
import { Page } from "@/design/Page";
import { SkeletonRows } from "@/design/Skeleton";
import { SegmentedControl } from "@/design/Tabs";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useCommands } from "@/features/palette/registry";
import { useLocale, useText } from "@/i18n";
import { NewOpportunity } from "../NewOpportunity";
import type { ChangeSearch } from "../OpportunitiesScreen";
import { opportunityTags, usePipelines } from "../queries";
import type { OpportunitiesSearch } from "../query";
import { monthName, named, useSums } from "../words";
import { Bars } from "./Bars";
import css from "./forecast.module.css";
import { Goals } from "./Goals";

/** Months looked at. */
const MONTHS = 6;

interface ForecastViewProps {
  search: OpportunitiesSearch;
  change: ChangeSearch;
  beside: ReactNode;
}

/** What the next months bring, and how far this one's goals are reached. */
export function ForecastView({ search, change, beside }: ForecastViewProps) {
  const t = useText();
  const locale = useLocale();
  const { pipelines } = usePipelines(search.pipeline);
  const [table, setTable] = useState(false);
  const [adding, setAdding] = useState(false);
  const pipeline = search.pipeline ?? null;
  const forecast = useQuery({
    ...read(["opportunities_forecast", pipeline], opportunityTags, () =>
      commands.opportunitiesForecast({ pipeline, from: null, months: MONTHS }),
    ),
    placeholderData: keepPreviousData,
  }).data;
  useCommands([
    {
      id: "forecast.table",
      title: "opportunities:forecast.view",
      group: "list",
      icon: Table2,
      keys: "t",
      run: () => setTable(!table),
    },
    {
      id: "opportunities.new",
      title: "opportunities:new",
      group: "act",
      icon: Plus,
      keys: "n",
      run: () => setAdding(true),
    },
  ]);
  const months = forecast ? [...forecast.months, forecast.undated] : [];
  const currencies = [
    ...new Set(months.flatMap((month) => [...month.open, ...month.won].map((sum) => sum.currency))),
  ];
  return (
    <Page
      title={t("opportunities:title")}
      beside={beside}
      banner={<DeskBanner />}
      actions={
        <Button kind="primary" icon={Plus} onClick={() => setAdding(true)}>
          {t("opportunities:new")}
        </Button>
      }
    >
      <div className={css.page}>
        <section className={css.main} aria-labelledby="forecast-title">
          <header className={css.head}>
            <h2 id="forecast-title">{t("opportunities:forecast.title")}</h2>
            {pipelines.length > 1 && (
              <ChoiceField
                aria-label={t("opportunities:pipeline")}
                allowDeselect={false}
                data={[
                  { value: "", label: t("opportunities:forecast.allPipelines") },
                  ...pipelines.map((one) => ({ value: one.id, label: named(one, locale) })),
                ]}
                value={search.pipeline ?? ""}
                onChange={(value) => change({ pipeline: value || undefined })}
              />
            )}
            <SegmentedControl<"chart" | "table">
              label={t("opportunities:forecast.view")}
              choices={[
                { value: "chart", label: t("opportunities:forecast.bars") },
                { value: "table", label: t("opportunities:forecast.table") },
              ]}
              value={table ? "table" : "chart"}
              onChange={(value) => setTable(value === "table")}
            />
          </header>
          {!forecast ? (
            <SkeletonRows rows={6} />
          ) : currencies.length === 0 ? (
            <p className={css.quiet}>{t("opportunities:forecast.nothing")}</p>
          ) : table ? (
            <Months months={forecast.months} undated={forecast.undated} />
          ) : (
            currencies.map((currency) => (
              <Bars key={currency} months={forecast.months} currency={currency} here={forecast.this} />
            ))
          )}
        </section>
        <Goals />
      </div>
      <NewOpportunity
        open={adding}
        onClose={() => setAdding(false)}
        onAdded={(id) => change({ layout: undefined, opportunity: id })}
      />
    </Page>
  );
}

/** The same figures as a table. */
function Months({ months, undated }: { months: readonly ForecastMonthView[]; undated: ForecastMonthView }) {
  const t = useText();
  const locale = useLocale();
  const sums = useSums();
  const row = (month: ForecastMonthView, name: string) => (
    <tr key={month.month}>
      <th scope="row">{name}</th>
      <td>{t("opportunities:forecast.count", { count: month.openCount })}</td>
      <td>{sums(month.open) || "–"}</td>
      <td>{sums(month.weighted) || "–"}</td>
      <td>{sums(month.won) || "–"}</td>
    </tr>
  );
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t("opportunities:forecast.month")}</th>
          <th scope="col">{t("opportunities:state.open")}</th>
          <th scope="col">{t("opportunities:forecast.open")}</th>
          <th scope="col">{t("opportunities:forecast.weighted")}</th>
          <th scope="col">{t("opportunities:forecast.won")}</th>
        </tr>
      </thead>
      <tbody>
        {months.map((month) => row(month, monthName(month.month, locale)))}
        {row(undated, t("opportunities:forecast.undated"))}
      </tbody>
    </table>
  );
}
