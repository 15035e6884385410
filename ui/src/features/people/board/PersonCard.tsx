import { Clock } from "lucide-react";
import type { PersonRow } from "@/data/client";
import { useFormat } from "@/design/format";
import { ChannelGlyph } from "@/design/Glyph";
import { Icon } from "@/design/Icon";
import css from "@/features/board/board.module.css";
import { useText } from "@/i18n";
import { useNextWords } from "../cells";
import { useStatuses } from "../statuses";
import { TooLong } from "../TooLong";
import { emailChannel } from "../words";

/** A person as a card: their name is its name, their status its lane. */
export interface PersonCard extends PersonRow {
  name: string;
  stage: string;
}

/** What a card shows: who, what they do and where, the last contact, what comes next. */
export function PersonFace({ row }: { row: PersonCard }) {
  const t = useText();
  const format = useFormat();
  const nextWords = useNextWords();
  const statuses = useStatuses();
  const channel = emailChannel(row);
  return (
    <>
      <span className={css.top}>
        <b>{row.name}</b>
        <span className={css.amount}>
          <ChannelGlyph state={channel} label={t(`people:channel.${channel}`)} />
        </span>
      </span>
      <span className={css.what}>{[row.title, row.company].filter(Boolean).join(", ")}</span>
      <span className={css.foot}>
        {row.lastContactAt && (
          <span className={css.age}>
            <Icon of={Clock} size={12} />
            {format.shortDay(row.lastContactAt)}
          </span>
        )}
        <TooLong row={row} status={statuses.of(row.status)} t={t} />
        <span className={css.step}>{row.next ? nextWords(row.next) : t("people:board.noStep")}</span>
      </span>
    </>
  );
}
