import { useState } from "react";
import type { RecordRef } from "@/data/client";
import { LinkButton } from "@/design/Button";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import { ChangeLines } from "./ChangeLines";
import { everything } from "./changes";

/** What changed on one record, field by field, below its details; asked for when it is opened. */
export function RecordHistory(of: RecordRef) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <div className={record.section}>
        <h3>{t("history:screen.ofRecord")}</h3>
        <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "history:screen.hideHistory" : "history:screen.showHistory")}
        </LinkButton>
      </div>
      {open && <ChangeLines ask={{ ...everything, record: of }} head="act" />}
    </section>
  );
}
