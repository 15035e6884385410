import type { OutboxRow } from "@/data/client";
import { sayReason, sayShort } from "@/data/say";
import { useFormat } from "@/design/format";
import { MessageGlyph } from "@/design/Glyph";
import { Cell } from "@/design/rows/RowList";
import { Tick } from "@/design/rows/Tick";
import { progressOf, stepWords } from "@/features/outreach/words";
import { useText } from "@/i18n";
import css from "./outbox.module.css";

/** One message on one line: state, person, subject, when or why not. */
export function MessageRow({
  row,
  selected,
  onToggle,
}: {
  row: OutboxRow;
  selected: boolean;
  onToggle: () => void;
}) {
  const t = useText();
  const name = row.person?.name ?? row.to;
  const glyph = <MessageGlyph progress={progressOf(row.state)} label={t(`outreach:state.${row.state}`)} />;
  return (
    <>
      <Cell className={css.state}>
        {row.state === "cancelled" ? (
          // Nothing can be done with what is over.
          glyph
        ) : (
          <Tick checked={selected} label={t("outreach:list.selectRow", { name })} onToggle={onToggle}>
            {glyph}
          </Tick>
        )}
      </Cell>
      <Cell look="name" title={name}>
        {name}
      </Cell>
      <Cell look="second" wide title={row.subject}>
        {row.subject}
      </Cell>
      <When row={row} />
    </>
  );
}

function When({ row }: { row: OutboxRow }) {
  const t = useText();
  const format = useFormat();
  switch (row.state) {
    case "unknown":
      return (
        <Cell align="end" className={css.doubt}>
          {t("outbox:when.cut", { when: format.dayTime(row.finishedAt ?? row.createdAt) })}
        </Cell>
      );
    case "failed": {
      const why = row.reason ? sayReason(row.reason) : t("outreach:state.failed");
      return (
        <Cell align="end" className={css.bad} title={why}>
          {why}
        </Cell>
      );
    }
    case "draft":
      return (
        <Cell align="end" look="third">
          {row.runNumber ? t("outbox:when.run", { number: row.runNumber }) : stepWords(row.step, t)}
        </Cell>
      );
    case "held":
      return (
        <Cell align="end" className={css.warn}>
          {t("outreach:state.held")}
        </Cell>
      );
    case "sending":
      return (
        <Cell align="end" look="third">
          {t("outreach:state.sending")}
        </Cell>
      );
    case "scheduled":
      return (
        <Cell align="end" look="second" title={row.reason ? sayReason(row.reason) : undefined}>
          {row.sendAfter
            ? t("outbox:when.notBefore", { when: format.dayTime(row.sendAfter) })
            : t("outreach:state.scheduled")}
        </Cell>
      );
    case "cancelled": {
      const why = row.reason ? sayReason(row.reason) : t("outreach:state.cancelled");
      return (
        <Cell align="end" look="third" title={why}>
          {row.reason ? sayShort(row.reason) : why}
        </Cell>
      );
    }
    case "sent":
      return (
        <Cell align="end" look="third">
          {row.finishedAt && format.dayTime(row.finishedAt)}
        </Cell>
      );
  }
}
