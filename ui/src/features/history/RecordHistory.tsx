import type { RecordRef } from "@/data/client";
import { Fold } from "@/features/list/Fold";
import { useText } from "@/i18n";
import { ChangeLines } from "./ChangeLines";
import { everything } from "./changes";

/** What changed on one record, field by field, below its details; asked for when it is opened. */
export function RecordHistory(of: RecordRef) {
  const t = useText();
  return (
    <Fold title={t("history:screen.ofRecord")}>
      <ChangeLines ask={{ ...everything, record: of }} head="act" />
    </Fold>
  );
}
