import type { CompanyFilter, CompanyFilterField } from "@/data/client";
import { Filters as ListFilters } from "@/features/list/Filters";
import { sources } from "@/features/people/words";
import { useLocale, useText } from "@/i18n";
import { countries } from "./countries";
import { isNumber, operators } from "./query";

interface FiltersProps {
  filters: readonly CompanyFilter[];
  onChange: (filters: CompanyFilter[]) => void;
}

/** The conditions of the list of companies. */
export function Filters({ filters, onChange }: FiltersProps) {
  const t = useText();
  const locale = useLocale();
  return (
    <ListFilters<CompanyFilterField>
      words={{
        operators,
        field: (field) => t(`companies:field.${field}`),
        op: (op, field) => {
          if (!isNumber(field)) return undefined;
          return op === "before"
            ? t("companies:op.fewer")
            : op === "after"
              ? t("companies:op.at_least")
              : undefined;
        },
        input: (field) => {
          if (isNumber(field)) return "number";
          return field === "last_contact" || field === "added" ? "date" : undefined;
        },
        choices: (field) => {
          if (field === "country") return countries(locale);
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
