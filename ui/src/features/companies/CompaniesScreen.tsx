import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { commands } from "@/data/client";
import { Button } from "@/design/Button";
import { useCount } from "@/features/list/count";
import { ListScreen } from "@/features/list/ListScreen";
import { askAhead } from "@/features/list/rows";
import { useAsked } from "@/features/list/useAsked";
import { useWords } from "@/features/list/useWords";
import { ViewBar } from "@/features/views/ViewBar";
import { useText } from "@/i18n";
import { CompanyPanel } from "./CompanyPanel";
import { companyColumns } from "./columns";
import { Filters } from "./Filters";
import { companies, layout } from "./kind";
import { NewCompany } from "./NewCompany";
import { type CompaniesSearch, companiesQuery } from "./query";
import { SelectionBar } from "./SelectionBar";

/** Every company of the desk: one virtual list, its filters as a sentence, the company in hand beside it. */
export function CompaniesScreen() {
  const t = useText();
  const search = useSearch({ from: "/companies" });
  const navigate = useNavigate({ from: "/companies" });
  const change = useCallback(
    (part: Partial<Record<keyof CompaniesSearch, unknown>>, replace = false) =>
      void navigate({ search: (now) => ({ ...now, ...part }) as CompaniesSearch, replace }),
    [navigate],
  );
  const { words, ...typing } = useWords(search.q, change, (q) => {
    if (!search.by) askAhead(companies, companiesQuery({ ...search, q }));
  });
  const query = useMemo(() => companiesQuery({ ...search, q: words }), [search, words]);
  const count = useCount(
    ["companies_count", query.text, query.filters, query.any, query.groups],
    ["companies"],
    () => commands.companiesCount(query),
  );
  const asking = useAsked(search, change);
  const open = useCallback((id: string | undefined) => change({ company: id }, true), [change]);
  return (
    <ListScreen
      kind={companies}
      layout={layout}
      columns={companyColumns}
      view={search.view}
      groups={search}
      beside={<ViewBar of="companies" address={search} columns={companyColumns} />}
      query={query}
      count={count}
      inHand={search.company}
      open={open}
      {...typing}
      change={change}
      filters={<Filters {...asking} />}
      selection={(chosen, ticked) => (
        <SelectionBar chosen={chosen} ticked={ticked} query={query} matching={count?.matching} />
      )}
      panel={(id) => <CompanyPanel key={id} id={id} onClose={() => open(undefined)} />}
      fill={
        <Button kind="primary" onClick={() => void navigate({ to: "/import" })}>
          {t("companies:empty.import")}
        </Button>
      }
      form={(adding, onClose) => <NewCompany open={adding} onClose={onClose} onAdded={(id) => open(id)} />}
    />
  );
}
