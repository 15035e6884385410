import { useText } from "@/i18n";
import css from "./DiffCell.module.css";

/** A value that would change: the old one struck through above the new one. Two equal values are simply shown. */
export function DiffCell({ before, after }: { before: string; after: string }) {
  const t = useText();
  if (before === after) return <span className={css.same}>{after}</span>;
  return (
    <span className={css.diff}>
      {before ? (
        <s className={css.before}>{before}</s>
      ) : (
        <span className={css.before}>{t("common:empty")}</span>
      )}
      <span className={css.after}>{after || t("common:empty")}</span>
    </span>
  );
}
