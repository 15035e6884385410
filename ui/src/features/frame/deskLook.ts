import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { useEffect } from "react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { useSetting } from "@/data/desk";
import { readKeymap, setKeymap } from "@/design/keymap";
import { type Density, setDensity } from "@/design/look";
import { type Locale, speakAlways } from "@/i18n";

/** How light the window is: the system's choice or the seller's. */
export type Theme = "system" | "light" | "dark";

/** Applies the look kept in the desk once it is open; until then the window shows the one it had last. */
export function useDeskLook(): void {
  const { setColorScheme } = useMantineColorScheme();
  const theme = useSetting("window.theme");
  const density = useSetting("window.density");
  const locale = useSetting("identity.locale");
  const keys = useSetting("window.keys");
  useEffect(() => setKeymap(readKeymap(keys ?? "")), [keys]);
  useEffect(() => {
    if (locale === "fr" || locale === "en") speakAlways(locale);
  }, [locale]);
  useEffect(() => {
    if (theme) setColorScheme(theme === "system" ? "auto" : (theme as MantineColorScheme));
  }, [theme, setColorScheme]);
  useEffect(() => {
    if (density === "comfortable" || density === "compact") setDensity(density);
  }, [density]);
}

/** Keeps the theme in the desk; the window follows. */
export function chooseTheme(theme: Theme): void {
  void act(commands.settingSet({ key: "window.theme", value: theme }));
}

/** Changes the density at once and keeps it in the desk. */
export function chooseDensity(density: Density): void {
  setDensity(density);
  void act(commands.settingSet({ key: "window.density", value: density }));
}

/** Changes the language of the window at once and keeps it in the desk, for messages and notifications. */
export function chooseLocale(locale: Locale): void {
  speakAlways(locale);
  void act(commands.settingSet({ key: "identity.locale", value: locale }));
}
