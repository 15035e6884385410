import { act } from "@/data/act";
import { commands, type OpportunityDetail } from "@/data/client";
import { TextField } from "@/design/Field";
import { useFormat } from "@/design/format";
import { InlineText } from "@/features/list/InlineText";
import { Line, Lines } from "@/features/list/Line";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";
import { InlineSwap } from "./InlineSwap";
import { CompanyPick, PersonPick } from "./RecordPick";
import { amountTyped } from "./words";

/** What is known of an opportunity, each value edited where it stands. */
export function Details({ opportunity }: { opportunity: OpportunityDetail }) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const { row } = opportunity;
  const save = (field: string) => (value: string) =>
    act(commands.opportunitiesUpdate({ id: row.id, values: [{ field, value }] })).then(
      (done) => done !== undefined,
    );
  const text = (field: "name" | "source" | "competitor", value: string) => (
    <Line label={t(`opportunities:detail.${field}`)}>
      <InlineText label={t(`opportunities:detail.${field}`)} value={value} onSave={save(field)} />
    </Line>
  );
  const day = (field: "close_on" | "next_step_on", value: string | null) => {
    const label = t(`opportunities:detail.${field}`);
    return (
      <Line label={label}>
        <InlineSwap label={label} shown={value ? format.shortDay(value) : ""}>
          {() => (
            <TextField
              aria-label={label}
              type="date"
              autoFocus
              defaultValue={value ?? ""}
              onBlur={(event) => {
                if (event.currentTarget.value !== (value ?? "")) void save(field)(event.currentTarget.value);
              }}
              onKeyDown={(event) => {
                if (event.key === "Enter") event.currentTarget.blur();
              }}
            />
          )}
        </InlineSwap>
      </Line>
    );
  };
  return (
    <section>
      <div className={record.section}>
        <h3>{t("opportunities:details")}</h3>
      </div>
      <Lines>
        {text("name", row.name)}
        <Line label={t("opportunities:detail.company")}>
          <InlineSwap label={t("opportunities:detail.company")} shown={row.company}>
            {(done) => (
              <CompanyPick
                aria-label={t("opportunities:detail.company")}
                autoFocus
                value={row.companyId ? { id: row.companyId, name: row.company } : undefined}
                onPick={(value) => void save("company")(value?.id ?? "").then(done)}
              />
            )}
          </InlineSwap>
        </Line>
        <Line label={t("opportunities:detail.person")}>
          <InlineSwap label={t("opportunities:detail.person")} shown={row.person}>
            {(done) => (
              <PersonPick
                aria-label={t("opportunities:detail.person")}
                autoFocus
                value={row.personId ? { id: row.personId, name: row.person } : undefined}
                onPick={(value) => void save("person")(value?.id ?? "").then(done)}
              />
            )}
          </InlineSwap>
        </Line>
        <Line label={t("opportunities:detail.amount")}>
          {opportunity.lines.length > 0 ? (
            <span title={t("opportunities:lines.follows")}>
              {row.amount && format.money(row.amount.minor, row.amount.currency)}
            </span>
          ) : (
            <InlineText
              label={t("opportunities:detail.amount")}
              value={amountTyped(row, locale)}
              shown={row.amount ? format.money(row.amount.minor, row.amount.currency) : undefined}
              onSave={save("amount")}
            />
          )}
        </Line>
        <Line label={t("opportunities:detail.currency")}>
          <InlineText
            label={t("opportunities:detail.currency")}
            value={row.currency}
            onSave={save("currency")}
          />
        </Line>
        <Line label={t("opportunities:detail.probability")}>
          <InlineText
            label={t("opportunities:detail.probability")}
            value={row.ownProbability ? String(row.probability) : ""}
            shown={
              row.ownProbability
                ? format.percent(row.probability / 100)
                : t("opportunities:usual", { percent: format.percent(row.probability / 100) })
            }
            onSave={save("probability")}
          />
        </Line>
        {day("close_on", row.closeOn)}
        <Line label={t("opportunities:detail.next_step")}>
          <InlineText
            label={t("opportunities:detail.next_step")}
            value={row.nextStep}
            onSave={save("next_step")}
          />
        </Line>
        {day("next_step_on", row.nextStepOn)}
        {text("source", row.source)}
        {text("competitor", row.competitor)}
        <Line label={t("opportunities:detail.notes")}>
          <InlineText
            label={t("opportunities:detail.notes")}
            value={opportunity.notes}
            onSave={save("notes")}
            long
          />
        </Line>
        <Line label={t("opportunities:detail.added")}>{format.shortDay(row.addedAt)}</Line>
      </Lines>
    </section>
  );
}
