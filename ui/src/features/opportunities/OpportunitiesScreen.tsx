import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { ChoiceField } from "@/design/Field";
import { SegmentedControl } from "@/design/Tabs";
import { ViewBar } from "@/features/views/ViewBar";
import { useLocale, useText } from "@/i18n";
import { BoardView } from "./board/BoardView";
import { opportunityColumns } from "./columns";
import { ForecastView } from "./forecast/ForecastView";
import { ListView } from "./ListView";
import css from "./opportunities.module.css";
import { usePipelines } from "./queries";
import { type Layout, layouts, type OpportunitiesSearch } from "./query";
import { named } from "./words";

/** Changes the address of the opportunities; `replace` leaves no step to come back to. */
export type ChangeSearch = (
  part: Partial<Record<keyof OpportunitiesSearch, unknown>>,
  replace?: boolean,
) => void;

/** Everything that may be sold: as a board, as a list, as months. */
export function OpportunitiesScreen() {
  const search = useSearch({ from: "/opportunities" });
  const navigate = useNavigate({ from: "/opportunities" });
  const change = useCallback<ChangeSearch>(
    (part, replace = false) =>
      void navigate({ search: (now) => ({ ...now, ...part }) as OpportunitiesSearch, replace }),
    [navigate],
  );
  const layout = search.layout ?? "board";
  const beside = <Beside search={search} change={change} />;
  if (layout === "list" || layout === "calendar")
    return <ListView search={search} change={change} beside={beside} />;
  if (layout === "forecast") return <ForecastView search={search} change={change} beside={beside} />;
  return <BoardView search={search} change={change} beside={beside} />;
}

/** The layouts, and the pipelines where there are several. */
function Beside({ search, change }: { search: OpportunitiesSearch; change: ChangeSearch }) {
  const t = useText();
  const locale = useLocale();
  const { pipelines, pipeline } = usePipelines(search.pipeline);
  const layout = search.layout ?? "board";
  return (
    <>
      {layout !== "forecast" && (
        <ViewBar
          of="opportunities"
          address={search}
          layout={layout === "list" ? "table" : layout}
          grouping={layout === "board" ? (search.pipeline ?? "") : ""}
          columns={opportunityColumns}
        />
      )}
      <SegmentedControl<Layout>
        label={t("opportunities:layout.label")}
        choices={layouts.map((value) => ({ value, label: t(`opportunities:layout.${value}`) }))}
        value={layout}
        onChange={(value) => change({ layout: value === "board" ? undefined : value })}
      />
      {layout === "board" && pipelines.length > 1 && pipeline && (
        <ChoiceField
          className={css.pipelines}
          aria-label={t("opportunities:pipeline")}
          allowDeselect={false}
          data={pipelines.map((one) => ({ value: one.id, label: named(one, locale) }))}
          value={pipeline.id}
          onChange={(value) => change({ pipeline: value ?? undefined })}
        />
      )}
    </>
  );
}
