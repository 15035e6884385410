import type { Density } from "@/design/look";
import { chooseDensity, chooseLocale, chooseTheme, type Theme } from "@/features/frame/deskLook";
import { type Locale, useText } from "@/i18n";
import { FlagSettings, WordSetting } from "./controls";
import { FeedGroup } from "./FeedGroup";
import { Group } from "./Group";

/** Language, theme and density: the window follows at once. */
export function LookPage() {
  const t = useText();
  return (
    <>
      <Group title={t("settings:look.title")}>
        <WordSetting
          name="identity.locale"
          label={t("settings:look.language")}
          hint={t("settings:look.languageHint")}
          words={(["fr", "en"] as const).map((value) => ({ value, label: t(`common:locale.${value}`) }))}
          onChosen={(value) => chooseLocale(value as Locale)}
        />
        <WordSetting
          name="window.theme"
          label={t("settings:look.theme")}
          words={(["system", "light", "dark"] as const).map((value) => ({
            value,
            label: t(`settings:look.${value}`),
          }))}
          onChosen={(value) => chooseTheme(value as Theme)}
        />
        <WordSetting
          name="window.density"
          label={t("settings:look.density")}
          words={(["comfortable", "compact"] as const).map((value) => ({
            value,
            label: t(`settings:look.${value}`),
          }))}
          onChosen={(value) => chooseDensity(value as Density)}
        />
      </Group>
      <Group title={t("settings:look.told")}>
        <FlagSettings
          label={t("settings:look.notifications")}
          flags={[
            {
              name: "notifications.desktop",
              label: t("settings:look.desktop"),
              hint: t("settings:look.desktopHint"),
            },
          ]}
        />
      </Group>
      <FeedGroup />
    </>
  );
}
