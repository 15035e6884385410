import { Ban, Check, Clock, ShieldCheck, X } from "lucide-react";
import { useState } from "react";
import type { RuleLine, VerdictView } from "@/data/client";
import { sayReason, sayRule } from "@/data/say";
import { LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Icon, type LucideIcon } from "@/design/Icon";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import css from "./VerdictBox.module.css";

const icons: Record<VerdictView["answer"], LucideIcon> = { go: ShieldCheck, wait: Clock, never: Ban };

/** How many satisfied rules are shown before "see all". */
const SHOWN = 2;

/**
 * Why, why not, when: the gate's answer, the limiting rule with its figures, then what is satisfied. `refusal` says what will not leave where
 * "it" would be taken for something else.
 */
export function VerdictBox({ verdict, refusal }: { verdict: VerdictView; refusal?: string | undefined }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const answer = useAnswer(verdict);
  const title = verdict.answer === "never" && refusal ? refusal : answer;
  const limits = verdict.rules.filter((line) => !line.ok);
  const satisfied = verdict.rules.filter((line) => line.ok);
  const shown = all ? satisfied : satisfied.slice(-SHOWN);
  const hidden = satisfied.length - shown.length;
  return (
    <Notice tone="accent" icon={icons[verdict.answer]} title={title}>
      <ul className={css.rules}>
        {limits.length === 0 && verdict.answer !== "go" && (
          <li className={css.limit}>{sayReason(verdict.rule)}</li>
        )}
        {limits.map((line) => (
          <Rule key={line.rule.code} line={line} wait={verdict.answer === "wait"} />
        ))}
        {shown.map((line) => (
          <Rule key={line.rule.code} line={line} />
        ))}
      </ul>
      {hidden > 0 && (
        <p className={css.more}>
          {t("outreach:why.others", { count: hidden })}{" "}
          <LinkButton onClick={() => setAll(true)}>{t("outreach:why.see")}</LinkButton>
        </p>
      )}
    </Notice>
  );
}

function Rule({ line, wait = false }: { line: RuleLine; wait?: boolean }) {
  return (
    <li className={line.ok ? undefined : css.limit}>
      <Icon of={line.ok ? Check : wait ? Clock : X} size={14} />
      <span>{sayRule(line)}</span>
    </li>
  );
}

function useAnswer(verdict: VerdictView): string {
  const t = useText();
  const format = useFormat();
  if (verdict.answer === "go") return t("outreach:why.go");
  if (verdict.answer === "never") return t("outreach:why.never");
  return verdict.until
    ? t("outreach:why.wait", { when: format.weekdayTime(verdict.until) })
    : t("outreach:why.waitForYou");
}
