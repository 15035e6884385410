import type { CapView } from "@/data/client";
import { Meter } from "@/design/ProgressBar";
import { useText } from "@/i18n";
import css from "./health.module.css";

/** The core says "not limited" with figures no seller reaches. */
const UNLIMITED = 1_000_000;

/** How much of each cap is used, and when room comes back. */
export function Caps({ caps }: { caps: readonly CapView[] }) {
  const t = useText();
  const limited = caps.filter((cap) => cap.of > 0 && cap.of < UNLIMITED);
  if (limited.length === 0) return <p className={css.fine}>{t("health:noCaps")}</p>;
  return (
    <ul className={css.caps}>
      {limited.map((cap) => {
        const [name, resets] = capWords(cap.name, t);
        return (
          <li key={cap.name}>
            <span className={css.name}>{name}</span>
            <Meter used={cap.used} limit={cap.of} label={name} />
            <span className={css.figure}>{t("common:meter", { used: cap.used, limit: cap.of })}</span>
            <span className={css.fine}>{resets}</span>
          </li>
        );
      })}
    </ul>
  );
}

function capWords(name: string, t: ReturnType<typeof useText>): [name: string, resets: string] {
  switch (name) {
    case "mail.day":
      return [t("health:cap.mailDay"), t("health:resets.midnight")];
    case "linkedin.day":
      return [t("health:cap.linkedinDay"), t("health:resets.midnight")];
    case "linkedin.week":
      return [t("health:cap.linkedinWeek"), t("health:resets.rolling")];
    default:
      return [name, ""];
  }
}
