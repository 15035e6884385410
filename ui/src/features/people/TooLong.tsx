import { Clock } from "lucide-react";
import type { PersonRow, StatusView } from "@/data/client";
import { cx } from "@/design/cx";
import { Icon } from "@/design/Icon";
import css from "@/features/board/board.module.css";
import { useText } from "@/i18n";
import { tooLong } from "./statuses";

/** That somebody has been in their status for longer than it allows; nothing otherwise. */
export function TooLong({ row, status }: { row: Pick<PersonRow, "statusSince">; status: StatusView }) {
  const t = useText();
  const days = tooLong(status, row);
  if (days === undefined) return null;
  const words = t("people:tooLong", { days, limit: status.rottenDays ?? 0 });
  return (
    <span className={cx(css.age, css.rotten)} role="img" aria-label={words} title={words}>
      <Icon of={Clock} size={12} />
      {t("people:tooLongShort", { days })}
    </span>
  );
}
