import enAgenda from "./en/agenda.json";
import enCapture from "./en/capture.json";
import enCommon from "./en/common.json";
import enCompanies from "./en/companies.json";
import enContacts from "./en/contacts.json";
import enCustom from "./en/custom.json";
import enDuplicates from "./en/duplicates.json";
import enErrors from "./en/errors.json";
import enFiles from "./en/files.json";
import enFollowups from "./en/followups.json";
import enFrame from "./en/frame.json";
import enHealth from "./en/health.json";
import enHistory from "./en/history.json";
import enImports from "./en/imports.json";
import enLinkedin from "./en/linkedin.json";
import enList from "./en/list.json";
import enOpportunities from "./en/opportunities.json";
import enOutbox from "./en/outbox.json";
import enOutreach from "./en/outreach.json";
import enPalette from "./en/palette.json";
import enPeople from "./en/people.json";
import enPrivacy from "./en/privacy.json";
import enReasons from "./en/reasons.json";
import enRuns from "./en/runs.json";
import enScores from "./en/scores.json";
import enSettings from "./en/settings.json";
import enTags from "./en/tags.json";
import enToday from "./en/today.json";
import enTrash from "./en/trash.json";
import enViews from "./en/views.json";
import enWorkspace from "./en/workspace.json";
import frAgenda from "./fr/agenda.json";
import frCapture from "./fr/capture.json";
import frCommon from "./fr/common.json";
import frCompanies from "./fr/companies.json";
import frContacts from "./fr/contacts.json";
import frCustom from "./fr/custom.json";
import frDuplicates from "./fr/duplicates.json";
import frErrors from "./fr/errors.json";
import frFiles from "./fr/files.json";
import frFollowups from "./fr/followups.json";
import frFrame from "./fr/frame.json";
import frHealth from "./fr/health.json";
import frHistory from "./fr/history.json";
import frImports from "./fr/imports.json";
import frLinkedin from "./fr/linkedin.json";
import frList from "./fr/list.json";
import frOpportunities from "./fr/opportunities.json";
import frOutbox from "./fr/outbox.json";
import frOutreach from "./fr/outreach.json";
import frPalette from "./fr/palette.json";
import frPeople from "./fr/people.json";
import frPrivacy from "./fr/privacy.json";
import frReasons from "./fr/reasons.json";
import frRuns from "./fr/runs.json";
import frScores from "./fr/scores.json";
import frSettings from "./fr/settings.json";
import frTags from "./fr/tags.json";
import frToday from "./fr/today.json";
import frTrash from "./fr/trash.json";
import frViews from "./fr/views.json";
import frWorkspace from "./fr/workspace.json";

/** English decides which texts exist; a test holds the other catalogues to it. One file an area. */
export const en = {
  agenda: enAgenda,
  capture: enCapture,
  common: enCommon,
  companies: enCompanies,
  contacts: enContacts,
  custom: enCustom,
  duplicates: enDuplicates,
  errors: enErrors,
  files: enFiles,
  followups: enFollowups,
  frame: enFrame,
  health: enHealth,
  history: enHistory,
  imports: enImports,
  linkedin: enLinkedin,
  list: enList,
  opportunities: enOpportunities,
  outbox: enOutbox,
  outreach: enOutreach,
  palette: enPalette,
  people: enPeople,
  privacy: enPrivacy,
  reasons: enReasons,
  runs: enRuns,
  scores: enScores,
  settings: enSettings,
  tags: enTags,
  today: enToday,
  trash: enTrash,
  views: enViews,
  workspace: enWorkspace,
};

export const fr = {
  agenda: frAgenda,
  capture: frCapture,
  common: frCommon,
  companies: frCompanies,
  contacts: frContacts,
  custom: frCustom,
  duplicates: frDuplicates,
  errors: frErrors,
  files: frFiles,
  followups: frFollowups,
  frame: frFrame,
  health: frHealth,
  history: frHistory,
  imports: frImports,
  linkedin: frLinkedin,
  list: frList,
  opportunities: frOpportunities,
  outbox: frOutbox,
  outreach: frOutreach,
  palette: frPalette,
  people: frPeople,
  privacy: frPrivacy,
  reasons: frReasons,
  runs: frRuns,
  scores: frScores,
  settings: frSettings,
  tags: frTags,
  today: frToday,
  trash: frTrash,
  views: frViews,
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
