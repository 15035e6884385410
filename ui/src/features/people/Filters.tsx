import type { FilterClause, FilterField } from "@/data/client";
import { Filters as ListFilters } from "@/features/list/Filters";
import { useText } from "@/i18n";
import { operators } from "./query";
import { sources, statuses } from "./words";

interface FiltersProps {
  filters: readonly FilterClause[];
  onChange: (filters: FilterClause[]) => void;
}

/** The conditions of the people list. */
export function Filters({ filters, onChange }: FiltersProps) {
  const t = useText();
  return (
    <ListFilters<FilterField>
      words={{
        operators,
        field: (field) => t(`people:field.${field}`),
        input: (field) => (field === "last_contact" || field === "added" ? "date" : undefined),
        choices: (field) => {
          if (field === "status")
            return statuses.map((value) => ({ value, label: t(`people:status.${value}`) }));
          if (field === "language")
            return (["fr", "en"] as const).map((value) => ({ value, label: t(`common:locale.${value}`) }));
          if (field === "source")
            return sources.map((value) => ({ value, label: t(`people:source.${value}`) }));
          return undefined;
        },
      }}
      filters={filters}
      onChange={onChange}
    />
  );
}
