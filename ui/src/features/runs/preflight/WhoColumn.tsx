import { useQuery } from "@tanstack/react-query";
import {
  Ban,
  Building2,
  CircleHelp,
  Copy,
  FlaskConical,
  History,
  Lock,
  type LucideIcon,
  MailX,
  Pencil,
  Trash2,
  UserX,
} from "lucide-react";
import { useState } from "react";
import type { Preflight, PreflightOut } from "@/data/client";
import { sayShort } from "@/data/say";
import { LinkButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { ProgressBar } from "@/design/ProgressBar";
import { stateQuery as duplicatesQuery } from "@/features/duplicates/queries";
import { useText } from "@/i18n";
import css from "./preflight.module.css";

const icons: Record<string, LucideIcon> = {
  "gate.no_address": MailX,
  "gate.bad_address": MailX,
  "gate.bounced": MailX,
  "gate.guessed_address": CircleHelp,
  "gate.private_without_consent": Lock,
  "gate.suppressed": Ban,
  "gate.already_touched": History,
  "gate.duplicate_address": Copy,
  "gate.duplicate_message": Copy,
  "gate.sample": FlaskConical,
  "gate.deleted": Trash2,
  "gate.status_stop": UserX,
  "writing.unfillable": Pencil,
  "writing.value_is_placeholder": Pencil,
  "writing.value_is_link": Pencil,
};

interface WhoProps {
  preflight: Preflight;
  /** Leaves for the duplicates. */
  onDuplicates: () => void;
}

/** Who is written to, and who is not, each for one reason; the counts add up to everybody chosen. */
export function WhoColumn({ preflight, onDuplicates }: WhoProps) {
  const t = useText();
  const format = useFormat();
  const found = useQuery(duplicatesQuery).data;
  const duplicates = found ? found.exactPeople + found.probablePeople : 0;
  const out = preflight.chosen - preflight.writtenTo;
  const never = preflight.out
    .filter((group) => group.reason.code === "gate.suppressed")
    .reduce((sum, group) => sum + group.count, 0);
  return (
    <section className={css.who} aria-label={t("runs:preflight.who")}>
      <p className={css.big}>
        <b>{format.count(preflight.writtenTo)}</b>{" "}
        {t(preflight.sends ? "runs:preflight.writtenTo" : "runs:preflight.drafted", {
          count: preflight.writtenTo,
        })}
      </p>
      <div className={css.share}>
        <ProgressBar
          label={t("runs:preflight.share", { in: preflight.writtenTo, out })}
          total={preflight.chosen}
          shares={[
            { id: "in", value: preflight.writtenTo, tone: "accent", label: t("runs:preflight.in") },
            { id: "out", value: out - never, tone: "quiet", label: t("runs:preflight.out") },
            { id: "never", value: never, tone: "bad", label: t("runs:preflight.never") },
          ]}
        />
      </div>
      {out > 0 && (
        <h3 className={css.section}>
          {t(preflight.messages.length > 0 ? "runs:preflight.noEmailCount" : "runs:preflight.outCount", {
            count: out,
          })}
        </h3>
      )}
      <ul className={css.out}>
        {preflight.out.map((group) => (
          <OutGroup key={JSON.stringify(group.reason)} group={group} />
        ))}
      </ul>
      {out > 0 && preflight.messages.length > 0 && preflight.linkedinNotes > 0 && (
        <p className={css.fine}>{t("runs:preflight.notesApart", { count: preflight.linkedinNotes })}</p>
      )}
      {never > 0 && <p className={css.fine}>{t("runs:preflight.neverHint")}</p>}
      {duplicates > 0 && (
        <p className={css.fine}>
          {t("runs:preflight.duplicates", { count: duplicates })}{" "}
          <LinkButton onClick={onDuplicates}>{t("runs:preflight.seeDuplicates")}</LinkButton>
        </p>
      )}
    </section>
  );
}

function OutGroup({ group }: { group: PreflightOut }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const more = group.count - group.people.length;
  const words = sayShort(group.reason);
  return (
    <li>
      <button type="button" className={css.reason} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of={icons[group.reason.code] ?? Building2} />
        <span>{words}</span>
        {group.reason.code === "gate.suppressed" && (
          <span className={css.fine}>{t("runs:preflight.neverWord")}</span>
        )}
        <span className={css.figure}>{format.count(group.count)}</span>
      </button>
      {open && (
        <ul className={css.names}>
          {group.people.map((person) => (
            <li key={person.id} className={css.cut}>
              {person.name}
            </li>
          ))}
          {more > 0 && <li className={css.fine}>{t("outreach:more", { count: more })}</li>}
        </ul>
      )}
    </li>
  );
}
