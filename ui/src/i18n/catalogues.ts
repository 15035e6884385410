import enCommon from "./en/common.json";
import enErrors from "./en/errors.json";
import enFrame from "./en/frame.json";
import enHistory from "./en/history.json";
import enImports from "./en/imports.json";
import enPalette from "./en/palette.json";
import enPeople from "./en/people.json";
import enReasons from "./en/reasons.json";
import enSettings from "./en/settings.json";
import enWorkspace from "./en/workspace.json";
import frCommon from "./fr/common.json";
import frErrors from "./fr/errors.json";
import frFrame from "./fr/frame.json";
import frHistory from "./fr/history.json";
import frImports from "./fr/imports.json";
import frPalette from "./fr/palette.json";
import frPeople from "./fr/people.json";
import frReasons from "./fr/reasons.json";
import frSettings from "./fr/settings.json";
import frWorkspace from "./fr/workspace.json";

/** English decides which texts exist; a test holds the other catalogues to it. One file an area. */
export const en = {
  common: enCommon,
  errors: enErrors,
  frame: enFrame,
  history: enHistory,
  imports: enImports,
  palette: enPalette,
  people: enPeople,
  reasons: enReasons,
  settings: enSettings,
  workspace: enWorkspace,
};

export const fr = {
  common: frCommon,
  errors: frErrors,
  frame: frFrame,
  history: frHistory,
  imports: frImports,
  palette: frPalette,
  people: frPeople,
  reasons: frReasons,
  settings: frSettings,
  workspace: frWorkspace,
};

/** The languages of the window. */
export const locales = ["fr", "en"] as const;
export type Locale = (typeof locales)[number];

export const catalogues: Record<Locale, Record<string, unknown>> = { en, fr };

type Leaves<Node> = Node extends string
  ? ""
  : {
      [Key in keyof Node & string]: Leaves<Node[Key]> extends "" ? Key : `${Key}.${Leaves<Node[Key]>}`;
    }[keyof Node & string];

/** Every text of the product, as `area:group.name`. */
export type TextKey = {
  [Area in keyof typeof en & string]: `${Area}:${Leaves<(typeof en)[Area]>}`;
}[keyof typeof en & string];
