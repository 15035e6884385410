import { CircleCheck, TriangleAlert } from "lucide-react";
import { act } from "@/data/act";
import { type CompanyDetail, commands, type IdentifierView } from "@/data/client";
import { sayReason } from "@/data/say";
import { LinkButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { InlineText } from "@/features/list/InlineText";
import { Line, Lines } from "@/features/list/Line";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import css from "./companies.module.css";

type Field = "siren" | "siret" | "vat" | "naf";

/** The numbers a register knows the company by, each with what is wrong with it and what belongs in its place. */
export function Identifiers({ company }: { company: CompanyDetail }) {
  const t = useText();
  return (
    <section>
      <div className={record.section}>
        <h3>{t("companies:identifiers")}</h3>
      </div>
      <Lines>
        {company.identifiers.map((number) => (
          <Line key={number.field} label={t(`companies:detail.${number.field as Field}`)}>
            <Identifier company={company} number={number} />
          </Line>
        ))}
      </Lines>
    </section>
  );
}

function Identifier({ company, number }: { company: CompanyDetail; number: IdentifierView }) {
  const t = useText();
  const field = number.field as Field;
  const value = company.row[field];
  const save = (value: string) =>
    act(commands.companiesUpdate({ id: company.row.id, values: [{ field, value }] })).then(
      (done) => done !== undefined,
    );
  // A code of activity has a form and no proof.
  const proven =
    value !== "" && !number.flaw && (field !== "vat" || value.startsWith("FR")) && field !== "naf";
  return (
    <>
      <div className={css.number}>
        <InlineText label={t(`companies:detail.${field}`)} value={value} shown={number.shown} onSave={save} />
        {proven && (
          <span className={css.proven} role="img" aria-label={t("companies:checked")}>
            <Icon of={CircleCheck} size={14} />
          </span>
        )}
      </div>
      {number.flaw && (
        <p className={css.flaw} role="note">
          <Icon of={TriangleAlert} size={14} />
          <span>{sayReason(number.flaw)}</span>
        </p>
      )}
      {number.offer && (
        <LinkButton onClick={() => void save(number.offer)}>
          {t("companies:useOffer", { number: number.offer })}
        </LinkButton>
      )}
    </>
  );
}
