import i18next from "i18next";
import ICU from "i18next-icu";
import { useSyncExternalStore } from "react";
import { catalogues, type Locale, locales, type TextKey } from "./catalogues";

export { type Locale, locales, type TextKey } from "./catalogues";

/** What may stand in a text: numbers are formatted for the language, dates are formatted before (see design/format). */
export type Values = Record<string, string | number>;

/** Gives the text of a key in the current language. */
export type Text = (key: TextKey, values?: Values) => string;

/** Starts the catalogues. Synchronous: the texts are part of the bundle. */
export function startTexts(locale: Locale): void {
  void i18next.use(ICU).init({
    lng: locale,
    fallbackLng: "en",
    resources: catalogues as never,
    ns: Object.keys(catalogues.en),
    defaultNS: "common",
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  markDocument(locale);
}

/** Changes the language of the whole window at once. */
export function speak(locale: Locale): void {
  void i18next.changeLanguage(locale);
  markDocument(locale);
}

function markDocument(locale: Locale): void {
  document.documentElement.lang = locale;
}

const KEY = "rainmaker.locale";

/** The language the window last spoke with an open desk: a locked one cannot be asked. */
export function rememberedLocale(): Locale | undefined {
  return locales.find((locale) => locale === localStorage.getItem(KEY));
}

/** Speaks the language kept in the desk, also at the next start before it is open. */
export function speakAlways(locale: Locale): void {
  localStorage.setItem(KEY, locale);
  if (locale !== currentLocale()) speak(locale);
}

/** The language in use. */
export function currentLocale(): Locale {
  return i18next.language === "fr" ? "fr" : "en";
}

/** The language of a system that prefers `tags` (as `navigator.languages`): French if it comes first, else English. */
export function preferredLocale(tags: readonly string[]): Locale {
  for (const tag of tags) {
    const known = locales.find((locale) => tag.toLowerCase().startsWith(locale));
    if (known) return known;
  }
  return "en";
}

/** The text of a key outside React (toasts of commands). */
export const text: Text = (key, values) => i18next.t(key, values as never) as unknown as string;

/** The text of a key in one given language, for the synonyms of the palette. */
export function textIn(locale: Locale, key: TextKey): string {
  return i18next.getFixedT(locale)(key) as unknown as string;
}

function onLanguage(changed: () => void): () => void {
  i18next.on("languageChanged", changed);
  return () => i18next.off("languageChanged", changed);
}

/** The language in use, for formats; the component is drawn again when it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(onLanguage, currentLocale);
}

/** {@link text}, another function in each language: what is kept of it is renewed with the language. */
const texts: Record<Locale, Text> = {
  fr: (key, values) => text(key, values),
  en: (key, values) => text(key, values),
};

/** The texts for a component; it is drawn again when the language changes. */
export function useText(): Text {
  return texts[useLocale()];
}
