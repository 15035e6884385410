import { Page } from "@/design/Page";
import { useText } from "@/i18n";

/** Import. */
export function ImportScreen() {
  const t = useText();
  return <Page title={t("frame:place.import")}>{null}</Page>;
}
