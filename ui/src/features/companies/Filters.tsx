import { useQuery } from "@tanstack/react-query";
import { memo } from "react";
import { useFilterWords } from "@/features/custom/lists";
import type { Asked, CustomName } from "@/features/list/clauses";
import { Filters as ListFilters } from "@/features/list/Filters";
import { sources } from "@/features/people/words";
import { listsQuery, tagsQuery } from "@/features/tags/useTagging";
import { useLocale, useText } from "@/i18n";
import { countries } from "./countries";
import { type CompaniesField, isNumber, operators } from "./query";

interface FiltersProps {
  asked: Asked<CompaniesField | CustomName>;
  onChange: (asked: Asked<CompaniesField | CustomName>) => void;
}

/** The conditions of the list of companies. */
export const Filters = memo(function Filters({ asked, onChange }: FiltersProps) {
  const t = useText();
  const locale = useLocale();
  const tags = useQuery(tagsQuery).data;
  const lists = useQuery(listsQuery).data;
  const words = useFilterWords<CompaniesField>("companies", {
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
      return field === "last_contact" || field === "added" || field === "to_qualify" ? "date" : undefined;
    },
    choices: (field) => {
      if (field === "country") return countries(locale);
      if (field === "source") return sources.map((value) => ({ value, label: t(`people:source.${value}`) }));
      if (field === "tag") return tags?.map(({ name }) => ({ value: name, label: name }));
      if (field === "list")
        return lists?.flatMap(({ name, of }) => (of === "companies" ? [{ value: name, label: name }] : []));
      return undefined;
    },
  });
  return <ListFilters<CompaniesField | CustomName> words={words} asked={asked} onChange={onChange} />;
});
