import type { PersonRow, StatusView } from "@/data/client";
import { cx } from "@/design/cx";
import { LateGlyph } from "@/design/Glyph";
import css from "@/features/board/board.module.css";
import type { Text } from "@/i18n";
import { tooLong } from "./statuses";

/** That somebody has been in their status for longer than it allows; nothing otherwise. */
export function TooLong({
  row,
  status,
  t,
}: {
  row: Pick<PersonRow, "statusSince">;
  status: StatusView;
  t: Text;
}) {
  const days = tooLong(status, row);
  if (days === undefined) return null;
  const words = t("people:tooLong", { days, limit: status.rottenDays ?? 0 });
  return (
    <span className={cx(css.age, css.rotten)} role="img" aria-label={words} title={words}>
      <LateGlyph />
      {t("people:tooLongShort", { days })}
    </span>
  );
}
