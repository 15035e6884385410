import { type ReactNode, useId } from "react";
import { Radio } from "./Radio";
import css from "./RadioCards.module.css";

interface Card<Value extends string> {
  value: Value;
  label: ReactNode;
  /** What choosing it would give, at the right: counts, an example. */
  detail?: ReactNode;
}

/** Rivals of a detected setting, each with what it would become. */
export function RadioCards<Value extends string>({
  label,
  note,
  cards,
  value,
  onChange,
}: {
  label: string;
  note?: ReactNode;
  cards: readonly Card<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>
        <span>{label}</span>
        {note && <span className={css.note}>{note}</span>}
      </legend>
      <div className={css.cards}>
        {cards.map((card) => (
          <label key={card.value} className={css.card} data-on={card.value === value || undefined}>
            <Radio name={name} checked={card.value === value} onChange={() => onChange(card.value)} />
            <span className={css.words}>{card.label}</span>
            {card.detail && <span className={css.detail}>{card.detail}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
