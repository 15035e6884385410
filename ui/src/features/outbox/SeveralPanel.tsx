import { Check, Pause, Trash2, X } from "lucide-react";
import type { OutboxRow } from "@/data/client";
import { Button, IconButton } from "@/design/Button";
import { SidePanel } from "@/design/SidePanel";
import { useText } from "@/i18n";
import { approve, hold } from "./acts";
import { canApprove, canDiscard, canHold } from "./groups";
import css from "./outbox.module.css";

/** Several messages at once: how many of them each act would touch. */
export function SeveralPanel({
  rows,
  onClear,
  onGiveUp,
}: {
  rows: readonly OutboxRow[];
  onClear: () => void;
  onGiveUp: () => void;
}) {
  const t = useText();
  const approvable = rows.filter(canApprove).length;
  const holdable = rows.filter(canHold).length;
  const discardable = rows.filter(canDiscard).length;
  return (
    <SidePanel
      label={t("outbox:several.title", { count: rows.length })}
      head={
        <div className={css.line}>
          <h2 className={css.subject}>{t("outbox:several.title", { count: rows.length })}</h2>
          <span className={css.tools}>
            <IconButton label={t("outbox:several.clear")} keys="escape" icon={X} onClick={onClear} />
          </span>
        </div>
      }
      foot={
        <div className={css.acts}>
          {approvable > 0 && (
            <Button
              kind="primary"
              icon={Check}
              keys="a"
              onClick={() => void approve(rows).then((done) => done && onClear())}
            >
              {t("outbox:several.approve", { count: approvable })}
            </Button>
          )}
          {holdable > 0 && (
            <Button icon={Pause} keys="h" onClick={() => void hold(rows).then((done) => done && onClear())}>
              {t("outbox:several.hold", { count: holdable })}
            </Button>
          )}
          {discardable > 0 && (
            <span className={css.end}>
              <Button kind="ghost" icon={Trash2} onClick={onGiveUp}>
                {t("outbox:several.giveUp", { count: discardable })}
              </Button>
            </span>
          )}
        </div>
      }
    >
      <ul className={css.names}>
        {rows.slice(0, 100).map((row) => (
          <li key={row.id}>
            <b>{row.person?.name ?? row.to}</b> <span>{row.subject}</span>
          </li>
        ))}
        {rows.length > 100 && <li>{t("outreach:more", { count: rows.length - 100 })}</li>}
      </ul>
    </SidePanel>
  );
}
