import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { commands, type GoalProgress } from "@/data/client";
import { read } from "@/data/queries";
import { IconButton } from "@/design/Button";
import { decimals, useFormat } from "@/design/format";
import { said } from "@/features/list/edits";
import { InlineText } from "@/features/list/InlineText";
import { useLocale, useText } from "@/i18n";
import { opportunityTags } from "../queries";
import { monthName } from "../words";
import css from "./forecast.module.css";

/** A month some months on. */
export function monthOn(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const at = new Date(Date.UTC(year, number - 1 + by, 1));
  return at.toISOString().slice(0, 7);
}

/** What the seller wants to reach in a month, and how far they are. */
export function Goals() {
  const t = useText();
  const locale = useLocale();
  const [asked, setAsked] = useState<string | null>(null);
  const goals = useQuery({
    ...read(["goals_get", asked], [...opportunityTags, "settings"], () =>
      commands.goalsGet({ from: asked, months: 1 }),
    ),
    placeholderData: keepPreviousData,
  }).data;
  const shown = goals?.months[0];
  if (!goals || !shown) return null;
  return (
    <section className={css.goals} aria-labelledby="goals-title">
      <header className={css.head}>
        <h2 id="goals-title">{t("opportunities:goals.month", { month: monthName(shown.month, locale) })}</h2>
        <span>
          <IconButton
            label={t("opportunities:goals.before")}
            icon={ChevronLeft}
            onClick={() => setAsked(monthOn(shown.month, -1))}
          />
          <IconButton
            label={t("opportunities:goals.after")}
            icon={ChevronRight}
            onClick={() => setAsked(monthOn(shown.month, 1))}
          />
        </span>
      </header>
      {shown.goals.map((goal) => (
        <Goal key={`${shown.month} ${goal.goal}`} goal={goal} month={shown.month} currency={goals.currency} />
      ))}
    </section>
  );
}

function Goal({ goal, month, currency }: { goal: GoalProgress; month: string; currency: string }) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const figure = (value: number) =>
    goal.goal === "revenue" ? format.money(value, currency) : format.count(value);
  const typed = () => {
    if (goal.target === null) return "";
    const value = goal.goal === "revenue" ? goal.target / 10 ** decimals(currency) : goal.target;
    return locale === "fr" ? String(value).replace(".", ",") : String(value);
  };
  const save = async (target: string) => {
    const done = await act(commands.goalsSet({ month, goal: goal.goal, target }));
    if (done) void said(t("opportunities:goals.saved"));
    return done !== undefined;
  };
  const name = t(`opportunities:goals.${goal.goal}`);
  const ratio = goal.target ? Math.min(1, goal.reached / goal.target) : 0;
  return (
    <div className={css.goal}>
      <h3>{name}</h3>
      <p className={css.reached}>
        <b>{figure(goal.reached)}</b>
        {goal.target ? <span className={css.quiet}>{format.percent(goal.reached / goal.target)}</span> : null}
      </p>
      <div
        className={css.track}
        role="progressbar"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(ratio * 100)}
      >
        <i style={{ width: `${ratio * 100}%` }} />
      </div>
      <div className={css.target}>
        <span>{t("opportunities:goals.set")}</span>
        <InlineText
          label={`${t("opportunities:goals.set")}, ${name}`}
          value={typed()}
          shown={goal.target === null ? undefined : figure(goal.target)}
          placeholder={t("opportunities:goals.none")}
          onSave={save}
        />
      </div>
    </div>
  );
}
