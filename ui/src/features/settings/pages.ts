/** Pages of the settings, in order. */
export const settingsPages = [
  "identity",
  "look",
  "keys",
  "mail",
  "limits",
  "statuses",
  "pipelines",
  "fields",
  "ai",
  "sheets",
  "security",
] as const;
export type SettingsPage = (typeof settingsPages)[number];

/** Whether a value from the address names a page. */
export function isSettingsPage(value: unknown): value is SettingsPage {
  return settingsPages.includes(value as SettingsPage);
}
