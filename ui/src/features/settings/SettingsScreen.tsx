import { Page } from "@/design/Page";
import { useText } from "@/i18n";

/** Settings. */
export function SettingsScreen() {
  const t = useText();
  return <Page title={t("frame:place.settings")}>{null}</Page>;
}
