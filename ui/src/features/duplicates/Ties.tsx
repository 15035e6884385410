import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Copy } from "lucide-react";
import type { DuplicateKind } from "@/data/client";
import { LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import { split } from "./acts";
import css from "./duplicates.module.css";
import { tiesQuery } from "./queries";

/** In the panel of a person or a company: what they may be the same as, and what they were made of. Nothing for nearly everybody. */
export function Ties({ kind, id }: { kind: DuplicateKind; id: string }) {
  const t = useText();
  const format = useFormat();
  const ties = useQuery(tiesQuery(kind, id)).data;
  if (!ties) return null;
  const twin = ties.sameAs[0];
  return (
    <>
      {twin && (
        <div className={css.twin}>
          <Notice
            tone="quiet"
            icon={Copy}
            title={t("duplicates:panel.sameAs", { name: twin.record.name })}
            actions={
              <Link to="/duplicates" search={{ group: twin.group }} className={css.compareLink}>
                {t("duplicates:panel.compare")}
              </Link>
            }
          >
            {twin.record.detail}
          </Notice>
        </div>
      )}
      {ties.merged.length > 0 && (
        <section className={css.ties}>
          <h3>{t("duplicates:panel.mergedFrom")}</h3>
          <ul>
            {ties.merged.map(({ record, at }) => (
              <li key={record.id}>
                <span title={record.detail}>{record.name}</span>
                <span>{t("duplicates:panel.mergedOn", { day: format.shortDay(at) })}</span>
                <LinkButton onClick={() => void split(kind, record.id)}>
                  {t("duplicates:panel.splitOff")}
                </LinkButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
