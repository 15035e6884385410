import {
  Bot,
  CircleDashed,
  Globe,
  Keyboard,
  Lock,
  type LucideIcon,
  Mail,
  Sheet,
  SlidersHorizontal,
  SquareKanban,
  TextCursorInput,
  User,
} from "lucide-react";

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

/** The same in groups, as the settings and the palette list them. */
export const settingsSections: ReadonlyArray<{
  title: "you" | "sending" | "selling" | "outside" | "desk";
  pages: ReadonlyArray<{ page: SettingsPage; icon: LucideIcon }>;
}> = [
  {
    title: "you",
    pages: [
      { page: "identity", icon: User },
      { page: "look", icon: Globe },
      { page: "keys", icon: Keyboard },
    ],
  },
  {
    title: "sending",
    pages: [
      { page: "mail", icon: Mail },
      { page: "limits", icon: SlidersHorizontal },
    ],
  },
  {
    title: "selling",
    pages: [
      { page: "statuses", icon: CircleDashed },
      { page: "pipelines", icon: SquareKanban },
      { page: "fields", icon: TextCursorInput },
    ],
  },
  {
    title: "outside",
    pages: [
      { page: "ai", icon: Bot },
      { page: "sheets", icon: Sheet },
    ],
  },
  { title: "desk", pages: [{ page: "security", icon: Lock }] },
];
