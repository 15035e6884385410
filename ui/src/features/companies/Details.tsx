import { act } from "@/data/act";
import { type CompanyDetail, commands } from "@/data/client";
import { ChoiceField } from "@/design/Field";
import { useFormat } from "@/design/format";
import { InlineText } from "@/features/list/InlineText";
import { Line, Lines } from "@/features/list/Line";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";
import { countries } from "./countries";

/** What is known of a company, each value edited where it stands. */
export function Details({ company }: { company: CompanyDetail }) {
  const t = useText();
  const locale = useLocale();
  const format = useFormat();
  const { row } = company;
  const save = (field: string) => (value: string) =>
    act(commands.companiesUpdate({ id: row.id, values: [{ field, value }] })).then(
      (done) => done !== undefined,
    );
  const text = (field: "name" | "activity" | "postcode" | "city") => (
    <Line key={field} label={t(`companies:detail.${field}`)}>
      <InlineText label={t(`companies:detail.${field}`)} value={row[field]} onSave={save(field)} />
    </Line>
  );
  const source = company.source && t(`people:source.${company.source as "csv"}`);
  return (
    <section>
      <div className={record.section}>
        <h3>{t("companies:details")}</h3>
      </div>
      <Lines>
        {(["name", "activity"] as const).map(text)}
        <Line label={t("companies:detail.street")}>
          <InlineText label={t("companies:detail.street")} value={row.street} onSave={save("street")} long />
        </Line>
        {(["postcode", "city"] as const).map(text)}
        <Line label={t("companies:detail.country")}>
          <ChoiceField
            aria-label={t("companies:detail.country")}
            placeholder={t("companies:noCountry")}
            searchable
            clearable
            data={[...countries(locale)]}
            value={row.country || null}
            onChange={(value) => void save("country")(value ?? "")}
          />
        </Line>
        <Line label={t("companies:detail.headcount")}>
          <InlineText
            label={t("companies:detail.headcount")}
            value={row.headcount === null ? "" : String(row.headcount)}
            shown={row.headcount === null ? undefined : format.count(row.headcount)}
            onSave={save("headcount")}
          />
        </Line>
        <Line label={t("companies:detail.notes")}>
          <InlineText label={t("companies:detail.notes")} value={company.notes} onSave={save("notes")} long />
        </Line>
        <Line label={t("companies:detail.source")}>
          {[source, format.shortDay(row.addedAt)].filter(Boolean).join(", ")}
        </Line>
      </Lines>
    </section>
  );
}
