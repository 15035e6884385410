import type { StageVisit } from "@/data/client";
import { useFormat } from "@/design/format";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";
import css from "./opportunities.module.css";
import { named } from "./words";

/** The stages an opportunity has been at, the last one first, and for how long. */
export function StageHistory({ visits }: { visits: readonly StageVisit[] }) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  if (visits.length < 2) return null;
  return (
    <section>
      <div className={record.section}>
        <h3>{t("opportunities:history.title")}</h3>
      </div>
      <ol className={css.visits}>
        {[...visits].reverse().map((visit) => (
          <li key={visit.enteredAt}>
            {named(visit, locale)}
            <time dateTime={visit.enteredAt}>{format.shortDay(visit.enteredAt)}</time>
            <em>
              {visit.kind === "open" || visit.leftAt
                ? t("opportunities:history.days", { count: visit.days })
                : ""}
            </em>
          </li>
        ))}
      </ol>
    </section>
  );
}
