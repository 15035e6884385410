import { Check, X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton, LinkButton } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { useText } from "@/i18n";
import { type ChosenRows, useChosen } from "./chosen";
import css from "./list.module.css";

interface SelectionBarProps<Query> {
  chosen: ChosenRows<Query>;
  query: Query;
  matching: number | undefined;
  /** What can be done with them. */
  children: ReactNode;
}

/** What is ticked and what can be done with it; all that match are one click away. */
export function SelectionBar<Query>({ chosen, query, matching, children }: SelectionBarProps<Query>) {
  const t = useText();
  const ticked = useChosen(chosen);
  const count = chosen.count();
  return (
    <section className={css.selection} aria-label={t("list:selectedRegion")}>
      <Icon of={Check} size={14} />
      <span role="status">{t("list:selected", { count })}</span>
      {ticked.kind === "some" && matching !== undefined && matching > count && (
        <LinkButton onClick={() => chosen.all(query, matching)}>
          {t("list:selectAll", { count: matching })}
        </LinkButton>
      )}
      <span className={css.selectionActs}>
        {children}
        <IconButton label={t("list:untickAll")} icon={X} onClick={() => chosen.clear()} />
      </span>
    </section>
  );
}
