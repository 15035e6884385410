import { useQuery } from "@tanstack/react-query";
import { memo } from "react";
import { useFilterWords } from "@/features/custom/lists";
import type { Asked, CustomName } from "@/features/list/clauses";
import { Filters as ListFilters } from "@/features/list/Filters";
import { useLocale, useText } from "@/i18n";
import { pipelinesQuery } from "./queries";
import { isDay, isNumber, type OpportunitiesField, operators } from "./query";
import { named } from "./words";

interface FiltersProps {
  asked: Asked<OpportunitiesField | CustomName>;
  onChange: (asked: Asked<OpportunitiesField | CustomName>) => void;
}

/** The conditions of opportunities, on the board and in the list. */
export const Filters = memo(function Filters({ asked, onChange }: FiltersProps) {
  const t = useText();
  const locale = useLocale();
  const all = useQuery(pipelinesQuery).data;
  const choices = (field: OpportunitiesField) => {
    const option = (one: { id: string; nameFr: string; nameEn: string }) => ({
      value: one.id,
      label: named(one, locale),
    });
    switch (field) {
      case "state":
        return (["open", "won", "lost"] as const).map((value) => ({
          value,
          label: t(`opportunities:state.${value}`),
        }));
      case "stagnating":
        return [
          { value: "yes", label: t("opportunities:yes") },
          { value: "no", label: t("opportunities:no") },
        ];
      case "pipeline":
        return all?.pipelines.map(option);
      case "stage":
        return all?.pipelines.flatMap((pipeline) =>
          pipeline.stages.map((stage) => ({
            value: stage.id,
            label:
              all.pipelines.length > 1
                ? `${named(pipeline, locale)}, ${named(stage, locale)}`
                : named(stage, locale),
          })),
        );
      case "reason":
        return all?.reasons.map(option);
      default:
        return undefined;
    }
  };
  const words = useFilterWords<OpportunitiesField>("opportunities", {
    operators,
    field: (field) => t(`opportunities:field.${field}`),
    op: (op, field) => {
      if (!isNumber(field)) return undefined;
      return op === "before"
        ? t("opportunities:op.fewer")
        : op === "after"
          ? t("opportunities:op.at_least")
          : undefined;
    },
    input: (field) => (isNumber(field) ? "number" : isDay(field) ? "date" : undefined),
    choices,
  });
  return <ListFilters<OpportunitiesField | CustomName> words={words} asked={asked} onChange={onChange} />;
});
