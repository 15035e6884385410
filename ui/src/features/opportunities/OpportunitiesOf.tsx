import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { commands } from "@/data/client";
import { read } from "@/data/queries";
import { useFormat } from "@/design/format";
import type { Clause } from "@/features/list/clauses";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";
import { StageMark } from "./kind";
import css from "./opportunities.module.css";
import type { OpportunitiesField } from "./query";

/** Opportunities shown in a panel; the list has the others. */
const SHOWN = 5;

interface OpportunitiesOfProps {
  company?: string | undefined;
  person?: string | undefined;
  /** Shown only where there are some. */
  quiet?: boolean;
}

/** The opportunities of somebody, or else of a company: open ones first, with their stage and worth. */
export function OpportunitiesOf({ company, person, quiet = false }: OpportunitiesOfProps) {
  const t = useText();
  const locale = useLocale();
  const format = useFormat();
  const filters: Clause<OpportunitiesField>[] = [
    person
      ? { field: "person", op: "is", value: person }
      : { field: "company", op: "is", value: company ?? "" },
  ];
  const query = { text: "", filters, sort: "stage" as const, descending: false };
  const found = useQuery(
    read(["opportunities_of", person ?? company], ["opportunities"], () =>
      commands.opportunitiesList({ query, offset: 0, limit: SHOWN + 1 }),
    ),
  ).data;
  if (!found || (quiet && found.rows.length === 0)) return null;
  return (
    <section>
      <div className={record.section}>
        <h3>{t("opportunities:of.title")}</h3>
        <span className={css.ofActs}>
          {found.rows.length > SHOWN && (
            <Link to="/opportunities" search={{ layout: "list", filters }}>
              {t("opportunities:of.all")}
            </Link>
          )}
          <Link
            to="/opportunities"
            search={{ add: { ...(company ? { company } : {}), ...(person ? { person } : {}) } }}
          >
            {t("opportunities:of.add")}
          </Link>
        </span>
      </div>
      {found.rows.length === 0 && <p className={css.quiet}>{t("opportunities:of.none")}</p>}
      <ul className={css.of}>
        {found.rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <Link className={css.ofRow} to="/opportunities" search={{ opportunity: row.id }}>
              <b>{row.name}</b>
              <StageMark row={row} locale={locale} />
              <span className={css.figure}>
                {row.amount ? format.money(row.amount.minor, row.amount.currency) : ""}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
