import { CircleCheck, CircleX, Clock } from "lucide-react";
import type { OpportunityRow } from "@/data/client";
import { sayReason } from "@/data/say";
import { cx } from "@/design/cx";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import css from "@/features/board/board.module.css";
import { useLocale, useText } from "@/i18n";
import { reasonName } from "../words";

/** What a card shows: for whom, how much, what, how long it has been here, what comes next. */
export function CardFace({ row }: { row: OpportunityRow }) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const step = [row.nextStep, row.nextStepOn && format.shortDay(row.nextStepOn)].filter(Boolean).join(" ");
  return (
    <>
      <span className={css.top}>
        <b>{row.company || row.name}</b>
        <span className={css.amount}>
          {row.amount ? format.money(row.amount.minor, row.amount.currency) : ""}
        </span>
      </span>
      <span className={css.what}>{row.company ? row.name : row.person}</span>
      {row.kind === "open" ? (
        <span className={css.foot}>
          <span
            className={cx(css.age, row.attention ? css.rotten : undefined)}
            title={row.attention ? sayReason(row.attention) : undefined}
          >
            <Icon of={Clock} size={12} />
            {t("opportunities:days", { count: row.days })}
          </span>
          <span className={css.step}>{step || t("opportunities:noStep")}</span>
        </span>
      ) : (
        <span className={css.foot}>
          <span className={cx(css.age, row.kind === "won" ? css.won : undefined)}>
            <Icon of={row.kind === "won" ? CircleCheck : CircleX} size={14} />
            {row.closedOn && format.shortDay(row.closedOn)}
          </span>
          <span className={css.step}>{reasonName(row, locale)}</span>
        </span>
      )}
    </>
  );
}

/** A card in one sentence, as it is read aloud. */
export function useCardName(): (row: OpportunityRow) => string {
  const t = useText();
  const format = useFormat();
  return (row) =>
    t("opportunities:board.card", {
      name: row.name,
      company: row.company || t("opportunities:noCompany"),
      amount: row.amount ? format.money(row.amount.minor, row.amount.currency) : t("opportunities:noAmount"),
      days: row.attention ? sayReason(row.attention) : t("opportunities:daysHere", { count: row.days }),
    });
}
