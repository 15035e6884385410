import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { workspaceQuery } from "@/data/desk";
import { MessageGlyph } from "@/design/Glyph";
import { useText } from "@/i18n";
import { Backups } from "./Backups";
import { TextSetting, WordSetting } from "./controls";
import { Group } from "./Group";
import { Passphrase } from "./Passphrase";
import { RecoveryKey } from "./RecoveryKey";
import css from "./settings.module.css";

const minutes = ["5", "10", "15", "30", "0"] as const;

/** What opens the desk, when it closes by itself, and its copies. */
export function SecurityPage() {
  const t = useText();
  const status = useQuery(workspaceQuery).data;
  if (!status) return null;
  return (
    <>
      <Group title={t("settings:security.opening")}>
        <RecoveryKey status={status} />
        <Passphrase present={status.passphrase} keychain={status.keychain} />
        <div className={css.stateLine}>
          <b>{t("settings:security.keychain")}</b>
          <MessageGlyph progress={status.keychain ? "sent" : "draft"} />
          <span>
            {t(status.keychain ? "settings:security.keychainHolds" : "settings:security.noKeychain")}
          </span>
        </div>
      </Group>
      <Group title={t("settings:security.locking")}>
        <WordSetting
          name="security.lock_minutes"
          label={t("settings:security.after")}
          hint={t("settings:security.afterHint")}
          words={minutes.map((value) => ({
            value,
            label:
              value === "0"
                ? t("settings:security.never")
                : t("settings:security.minutes", { minutes: Number(value) }),
          }))}
        />
      </Group>
      <Group title={t("privacy:box.title")}>
        <TextSetting
          name="privacy.retention_years"
          label={t("privacy:expired.setting")}
          hint={
            <>
              {t("privacy:expired.settingHint")} <Link to="/expired">{t("privacy:expired.open")}</Link>
            </>
          }
          unit={t("privacy:expired.years")}
          narrow
        />
      </Group>
      <Backups />
    </>
  );
}
