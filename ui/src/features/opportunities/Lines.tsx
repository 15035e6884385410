import { Autocomplete } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { type FormEvent, Fragment, useState } from "react";
import { act } from "@/data/act";
import { commands, type OpportunityDetail } from "@/data/client";
import { read } from "@/data/queries";
import { Button, IconButton, LinkButton } from "@/design/Button";
import { TextField } from "@/design/Field";
import { FormDialog } from "@/design/FormDialog";
import { decimals, useFormat } from "@/design/format";
import { said } from "@/features/list/edits";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";
import { type LineText, lineOf, lineText, lineTotal, totals, unscaled } from "./lineTexts";
import css from "./opportunities.module.css";

/** What is sold with an opportunity; the amount follows. */
export function Lines({ opportunity }: { opportunity: OpportunityDetail }) {
  const t = useText();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const { lines, row } = opportunity;
  const sum = totals(lines);
  return (
    <section>
      <div className={record.section}>
        <h3>{t("opportunities:lines.title")}</h3>
        <LinkButton onClick={() => setEditing(true)}>
          {t(lines.length > 0 ? "opportunities:lines.edit" : "opportunities:lines.add")}
        </LinkButton>
      </div>
      {lines.length === 0 ? (
        <p className={css.quiet}>{t("opportunities:lines.none")}</p>
      ) : (
        <table className={css.lines}>
          <tbody>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own but their place
              <tr key={index}>
                <td>{line.name}</td>
                <td>
                  {format.count(line.quantity / 1000)} × {format.money(line.unitPrice, row.currency)}
                </td>
                <td>{format.money(lineTotal(line), row.currency)}</td>
              </tr>
            ))}
            <tr>
              <td>{t("opportunities:lines.without")}</td>
              <td />
              <td>{format.money(sum.without, row.currency)}</td>
            </tr>
          </tbody>
        </table>
      )}
      <FormDialog
        open={editing}
        onClose={() => setEditing(false)}
        size={760}
        label={t("opportunities:lines.sheet", { name: row.name })}
      >
        <Editor opportunity={opportunity} onClose={() => setEditing(false)} />
      </FormDialog>
    </section>
  );
}

function Editor({ opportunity, onClose }: { opportunity: OpportunityDetail; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const comma = useLocale() === "fr";
  const { row } = opportunity;
  const fresh = (key: number): LineText => ({
    key,
    name: "",
    quantity: "1",
    price: "",
    vat: comma ? "20" : "",
  });
  const [texts, setTexts] = useState<LineText[]>(() =>
    opportunity.lines.length > 0
      ? opportunity.lines.map((line, key) => lineText(line, row.currency, key, comma))
      : [fresh(0)],
  );
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState("");
  const products = useQuery({
    ...read(["opportunities_products", asked], ["opportunities"], () =>
      commands.opportunitiesProducts({ text: asked, limit: 12 }),
    ),
  }).data;
  // An untouched last line is no line.
  const meant = texts.filter((text) => text.name.trim() !== "" || text.price.trim() !== "");
  const lines = meant.map((text) => lineOf(text, row.currency));
  const whole = lines.flatMap((line) => (line ? [line] : []));
  const complete = whole.length === lines.length;
  const sum = totals(whole);
  const put = (key: number, part: Partial<LineText>) =>
    setTexts((now) => now.map((text) => (text.key === key ? { ...text, ...part } : text)));
  const name = (key: number, value: string) => {
    setAsked(value.trim());
    const product = products?.find((one) => one.name === value && one.currency === row.currency);
    put(key, {
      name: value,
      ...(product
        ? {
            price: unscaled(product.unitPrice, decimals(row.currency), comma),
            vat: product.vatRate === null ? "" : unscaled(product.vatRate, 2, comma),
          }
        : {}),
    });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || !complete) return;
    setBusy(true);
    const done = await act(commands.opportunitiesLines({ id: row.id, lines: whole }));
    setBusy(false);
    if (!done) return;
    void said(t("opportunities:lines.saved", { name: row.name }));
    onClose();
  };
  return (
    <form className={css.sheet} onSubmit={(event) => void submit(event)}>
      <h2>{t("opportunities:lines.sheet", { name: row.name })}</h2>
      <div className={css.editor}>
        <b>{t("opportunities:lines.name")}</b>
        <b>{t("opportunities:lines.quantity")}</b>
        <b>
          {t("opportunities:lines.price")} ({row.currency})
        </b>
        <b>{t("opportunities:lines.vat")}</b>
        <b>{t("opportunities:lines.total")}</b>
        <span />
        {texts.map((text, index) => {
          const line = lineOf(text, row.currency);
          return (
            <Fragment key={text.key}>
              <Autocomplete
                aria-label={`${t("opportunities:lines.name")} ${index + 1}`}
                data-autofocus={index === 0 || undefined}
                comboboxProps={{ withinPortal: false }}
                data={[...new Set((products ?? []).map((product) => product.name))]}
                value={text.name}
                onChange={(value) => name(text.key, value)}
              />
              {(["quantity", "price", "vat"] as const).map((field) => (
                <TextField
                  key={field}
                  aria-label={`${t(`opportunities:lines.${field}`)} ${index + 1}`}
                  inputMode="decimal"
                  value={text[field]}
                  onChange={(event) => put(text.key, { [field]: event.currentTarget.value })}
                />
              ))}
              <output>{line ? format.money(lineTotal(line), row.currency) : "–"}</output>
              <IconButton
                label={t("opportunities:lines.remove", { n: index + 1 })}
                icon={X}
                onClick={() => setTexts((now) => now.filter((other) => other.key !== text.key))}
              />
            </Fragment>
          );
        })}
      </div>
      <dl className={css.totals}>
        <dt>{t("opportunities:lines.without")}</dt>
        <dd>{format.money(sum.without, row.currency)}</dd>
        {sum.with !== undefined && (
          <>
            <dt>{t("opportunities:lines.with")}</dt>
            <dd>{format.money(sum.with, row.currency)}</dd>
          </>
        )}
      </dl>
      {tried && !complete && (
        <p className={css.bad} role="alert">
          {t("opportunities:lines.bad")}
        </p>
      )}
      <div className={css.sheetActs}>
        <Button
          kind="ghost"
          icon={Plus}
          onClick={() => setTexts((now) => [...now, fresh(Math.max(-1, ...now.map((text) => text.key)) + 1)])}
        >
          {t("opportunities:lines.add")}
        </Button>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button kind="primary" type="submit" busy={busy}>
          {t("opportunities:lines.save")}
        </Button>
      </div>
    </form>
  );
}
