import { useQuery } from "@tanstack/react-query";
import { memo } from "react";
import { useFilterWords } from "@/features/custom/lists";
import type { Asked, CustomName } from "@/features/list/clauses";
import { Filters as ListFilters } from "@/features/list/Filters";
import { listsQuery, tagsQuery } from "@/features/tags/useTagging";
import { useText } from "@/i18n";
import { operators, type PeopleField } from "./query";
import { meanings, useStatuses } from "./statuses";
import { sources } from "./words";

interface FiltersProps {
  asked: Asked<PeopleField | CustomName>;
  onChange: (asked: Asked<PeopleField | CustomName>) => void;
}

/** The conditions of the people list. */
export const Filters = memo(function Filters({ asked, onChange }: FiltersProps) {
  const t = useText();
  const tags = useQuery(tagsQuery).data;
  const lists = useQuery(listsQuery).data;
  const statuses = useStatuses();
  const words = useFilterWords<PeopleField>("people", {
    operators,
    field: (field) => t(`people:field.${field}`),
    input: (field) =>
      field === "last_contact" || field === "added" || field === "to_qualify" || field === "next_step"
        ? "date"
        : undefined,
    choices: (field) => {
      if (field === "status")
        return statuses.present.map(({ key }) => ({ value: key, label: statuses.name(key) }));
      if (field === "counts_as")
        return meanings.map((value) => ({ value, label: t(`people:status.${value}`) }));
      if (field === "language")
        return (["fr", "en"] as const).map((value) => ({ value, label: t(`common:locale.${value}`) }));
      if (field === "source") return sources.map((value) => ({ value, label: t(`people:source.${value}`) }));
      if (field === "duplicate" || field === "too_long")
        return (["yes", "no"] as const).map((value) => ({ value, label: t(`list:${value}`) }));
      if (field === "tag") return tags?.map(({ name }) => ({ value: name, label: name }));
      if (field === "list")
        return lists?.flatMap(({ name, of }) => (of === "people" ? [{ value: name, label: name }] : []));
      return undefined;
    },
  });
  return <ListFilters<PeopleField | CustomName> words={words} asked={asked} onChange={onChange} />;
});
