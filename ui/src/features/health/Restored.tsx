import { sayReason } from "@/data/say";
import { Dialog } from "@/design/Dialog";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import css from "./health.module.css";
import { tellRestored, useRestored } from "./lastRestore";

/** What a restore came to: where the replaced desk lies, what came with the restored one, what could not be carried over. */
export function Restored() {
  const t = useText();
  const desk = useRestored();
  const close = () => tellRestored(undefined);
  return (
    <Dialog
      open={desk !== undefined}
      title={t("workspace:restore.restored")}
      keep={t("common:understood")}
      onKeep={close}
    >
      {desk && (
        <div className={css.dialog}>
          <p>{t("workspace:restore.cameWith")}</p>
          <p>
            {desk.replaced
              ? t("workspace:restore.aside", { folder: desk.replaced })
              : t("workspace:restore.held")}
          </p>
          {desk.notice && (
            <Notice tone="warn" title={t("workspace:restore.notice")}>
              {sayReason(desk.notice)}
            </Notice>
          )}
        </div>
      )}
    </Dialog>
  );
}
