import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import {
  Building2,
  type LucideIcon,
  Mail,
  Paperclip,
  Phone,
  SquareKanban,
  StickyNote,
  User,
} from "lucide-react";
import { commands, type TextKind } from "@/data/client";
import { read } from "@/data/queries";
import { stageName } from "@/features/opportunities/words";
import { fullName } from "@/features/people/words";
import { useLocale, useText } from "@/i18n";
import { match } from "./match";
import type { RecordRow } from "./Palette";

const icons: Record<TextKind, LucideIcon> = {
  note: StickyNote,
  call: Phone,
  message: Mail,
  file: Paperclip,
};

/** People, companies and opportunities that answer what was typed in the palette, from the second letter on. */
export function useRecords(query: string): readonly RecordRow[] {
  const navigate = useNavigate();
  const locale = useLocale();
  const t = useText();
  const words = query.trim();
  const found = useQuery({
    ...read(["people_search", words], ["people"], () => commands.peopleSearch({ text: words, limit: 6 })),
    enabled: words.length >= 2,
    placeholderData: keepPreviousData,
  });
  const companies = useQuery({
    ...read(["companies_search", words], ["companies"], () =>
      commands.companiesSearch({ text: words, limit: 4 }),
    ),
    enabled: words.length >= 2,
    placeholderData: keepPreviousData,
  });
  const opportunities = useQuery({
    ...read(["opportunities_search", words], ["opportunities"], () =>
      commands.opportunitiesSearch({ text: words, limit: 4 }),
    ),
    enabled: words.length >= 2,
    placeholderData: keepPreviousData,
  });
  const texts = useQuery({
    ...read(["texts_search", words], ["people", "companies", "opportunities", "outbox", "files"], () =>
      commands.textsSearch({ text: words, limit: 5 }),
    ),
    enabled: words.length >= 3,
    placeholderData: keepPreviousData,
  });
  if (words.length < 2) return [];
  const people = (found.data ?? []).map((row) => ({
    id: row.id,
    title: fullName(row),
    detail: [row.title, row.company].filter(Boolean).join(", "),
    icon: User,
    open: () => void navigate({ to: "/people", search: { person: row.id } }),
  }));
  const firms = (companies.data ?? []).map((row) => ({
    id: row.id,
    title: row.name,
    detail: [row.activity, row.city].filter(Boolean).join(", "),
    icon: Building2,
    open: () => void navigate({ to: "/companies", search: { company: row.id } }),
  }));
  const deals = (opportunities.data ?? []).map((row) => ({
    id: row.id,
    title: row.name,
    detail: [row.company, stageName(row, locale)].filter(Boolean).join(", "),
    icon: SquareKanban,
    open: () => void navigate({ to: "/opportunities", search: { opportunity: row.id } }),
  }));
  // Whose own name answers comes first: a company before those who merely work there.
  const named = (record: RecordRow) => match(words, record.title) !== undefined;
  const others = people.filter((record) => !named(record));
  const dealsNamed = deals.filter(named);
  const otherDeals = deals.filter((record) => !named(record));
  const written = (words.length < 3 ? [] : (texts.data ?? [])).map((found) => ({
    id: `text.${found.id}`,
    title: found.snippet || found.title,
    detail: [t(`palette:text.${found.kind}`), found.name].filter(Boolean).join(", "),
    icon: icons[found.kind],
    open: () =>
      void (found.personId
        ? navigate({ to: "/people", search: { person: found.personId } })
        : found.companyId
          ? navigate({ to: "/companies", search: { company: found.companyId } })
          : navigate({ to: "/opportunities", search: { opportunity: found.opportunityId ?? "" } })),
  }));
  return [...people.filter(named), ...firms, ...dealsNamed, ...others, ...otherDeals, ...written];
}
