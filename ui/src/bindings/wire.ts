import { invoke } from "@tauri-apps/api/core";

async function call<T>(command: string, request: unknown): Promise<Result<T>> {
  try {
    return { status: "ok", data: await invoke<T>(command, { request }) };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { status: "error", error: error as ApiError };
  }
}

/** Writes a backup; `path` empty = the desk's own folder of backups. */
export type BackupCreate = {
  path: string;
};

/** Opens and reads a backup without changing anything; `secret` = recovery key or passphrase, empty = this machine's keychain. */
export type BackupCheck = {
  path: string;
  secret: string;
};

/** A verified backup. */
export type BackupView = {
  id: string | null;
  path: string;
  at: string;
  kind: string;
  bytes: number;
  people: number | null;
  verified: boolean;
};

/** Writes a file. */
export type ExportRequest = {
  selection: Selection;
  format: ExportFormat;
  layout: ExportLayout;
  path: string;
};

/** What was written. */
export type ExportDone = {
  path: string;
  rows: number;
  bytes: number;
};

export type ExportFormat = "csv" | "xlsx" | "json";

export type ExportLayout = "full" | "sheet";

/** Which follow-ups. */
export type FollowupListRequest = {
  due: boolean;
  offset: number;
  limit: number;
};

/** A follow-up. */
export type FollowupView = {
  id: string;
  person: PersonName;
  company: string;
  n: number;
  of: number;
  dueOn: string;
  state: string;
  reason: string;
  outboxId: string | null;
  subject: string;
  follows: string;
  runNumber: number | null;
};

/** Follow-ups with their counters. */
export type FollowupList = {
  rows: FollowupView[];
  due: number;
  later: number;
};

/** The health page. */
export type HealthView = {
  parts: HealthPart[];
  caps: CapView[];
  lastBackupAt: string | null;
  nextSendAt: string | null;
  queue: number;
  paused: ReasonView | null;
  deskBytes: number;
  people: number;
};

/** A part of the desk or a connection. */
export type HealthPart = {
  name: string;
  state: string;
  what: ReasonView;
};

/** A cap and how much of it is used. */
export type CapView = {
  name: string;
  used: number;
  of: number;
};

/** A page of the journal, newest first. */
export type HistoryRequest = {
  before: number | null;
  limit: number;
};

/** An operation. */
export type OperationView = {
  id: string;
  seq: number;
  at: string;
  actor: string;
  intent: ReasonView;
  rows: number;
  state: string;
  undoable: boolean;
  redoable: boolean;
  undoes: string | null;
};

/** What ⌘Z and ⇧⌘Z would do. */
export type HistoryTop = {
  undo: OperationView | null;
  redo: OperationView | null;
};

/** Undoes one operation, or with `id` absent the last one. */
export type UndoRequest = {
  id: string | null;
};

/** What undo did. */
export type UndoneView = {
  operation: OperationView;
  restored: number;
  kept: KeptEdit[];
};

/** A row edited since: it keeps the later values. */
export type KeptEdit = {
  table: string;
  id: string;
  label: string;
  columns: string[];
};

/** Opens a file: reads and checks all of it into the staging table. */
export type ImportOpen = {
  path: string;
  readAs: ImportAs;
  mode: ImportMode;
};

/** Changes how a checked file is understood; it is checked again. */
export type ImportRemap = {
  id: string;
  columns: (string | null)[];
  mode: ImportMode;
};

/** An import. */
export type ImportView = {
  id: string;
  fileName: string;
  kind: string;
  state: ImportState;
  mode: ImportMode;
  encoding: string;
  delimiter: string;
  columns: ImportColumn[];
  ignoredFiles: string[];
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  rejected: number;
  applied: number;
  suppressed: number;
  failure: ReasonView | null;
  operation: string | null;
  undone: boolean;
  createdAt: string;
  finishedAt: string | null;
};

/** A column of the file. */
export type ImportColumn = {
  header: string;
  field: string | null;
  samples: string[];
};

/** Rows of the check. */
export type ImportRowsRequest = {
  id: string;
  plan: RowPlan | null;
  offset: number;
  limit: number;
};

/** A row of the check. */
export type ImportRowView = {
  line: number;
  plan: RowPlan;
  name: string;
  title: string;
  company: string;
  email: string;
  reason: ReasonView | null;
  changes: ImportChange[];
  person: PersonRow | null;
  suppressed: boolean;
};

/** A value that changes. */
export type ImportChange = {
  field: string;
  old: string;
  new: string;
  kept: boolean;
};

/** Saves the rejected rows as CSV. */
export type ImportRejects = {
  id: string;
  path: string;
};

export type ImportState = "reading" | "checked" | "applying" | "applied" | "cancelled" | "failed";

export type ImportMode = "create" | "update" | "both";

export type RowPlan = "create" | "update" | "unchanged" | "skip" | "reject";

export type ImportAs = "auto" | "linkedin" | "csv";

/** The queue with its counters. */
export type LinkedinQueue = {
  tasks: LinkedinTask[];
  waiting: number;
  today: number;
  dailyCap: number;
  week: number;
  weeklyCap: number;
  notesMonth: number;
  notesCap: number;
  wait: ReasonView | null;
  done: LinkedinTask[];
};

/** One person of the queue. */
export type LinkedinTask = {
  id: string;
  person: PersonName;
  title: string;
  company: string;
  location: string;
  url: string;
  note: string;
  state: string;
  runId: string | null;
  runNumber: number | null;
  doneAt: string | null;
};

/** Records what the seller did. */
export type LinkedinRecord = {
  id: string;
  outcome: LinkedinOutcome;
};

export type LinkedinOutcome = "sent" | "already_connected" | "skipped";

/** A request or an answer with nothing in it. */
export type Nothing = Record<string, never>;

/** One id. */
export type ById = {
  id: string;
};

/** Several ids. */
export type ByIds = {
  ids: string[];
};

/** How many rows were touched, and the operation that undo takes back (none when nothing changed). */
export type Changed = {
  count: number;
  operation: string | null;
};

/** A place on this machine. */
export type FilePath = {
  path: string;
};

/** A count. */
export type Count = {
  count: number;
};

/** Messages of a list. */
export type OutboxListRequest = {
  states: OutboxState[];
  runId: string | null;
  followups: boolean;
  offset: number;
  limit: number;
};

/** A message in a list. */
export type OutboxRow = {
  id: string;
  state: OutboxState;
  step: string;
  person: PersonName | null;
  to: string;
  subject: string;
  sendAfter: string | null;
  finishedAt: string | null;
  createdAt: string;
  reason: ReasonView | null;
  runId: string | null;
  runNumber: number | null;
  recallUntil: string | null;
  messageId: string;
  attempts: number;
};

/** A message, whole. */
export type OutboxDetail = {
  row: OutboxRow;
  from: string;
  to: string;
  text: string;
  writtenBy: string;
  language: string;
  warnings: ReasonView[];
  verdict: VerdictView | null;
  approvedAt: string | null;
  startedAt: string | null;
  account: string;
};

/** How many there are in each state. */
export type OutboxCounts = {
  draft: number;
  held: number;
  scheduled: number;
  sending: number;
  sent: number;
  unknown: number;
  failed: number;
  nextAt: string | null;
};

/** Changes a message that has not left; it is checked again. */
export type OutboxEdit = {
  id: string;
  subject: string;
  text: string;
};

/** Approves, holds, releases, calls back or gives up messages. */
export type OutboxAct = {
  ids: string[];
};

/** Says what happened to a message whose outcome is unknown. */
export type OutboxResolve = {
  id: string;
  wasSent: boolean;
};

/** What an act did: some messages may no longer be changed. */
export type OutboxActed = {
  changed: number;
  refused: OutboxRefusal[];
  recallUntil: string | null;
};

/** A message that could not be changed. */
export type OutboxRefusal = {
  id: string;
  reason: ReasonView;
};

export type OutboxState = "draft" | "held" | "scheduled" | "sending" | "sent" | "unknown" | "failed" | "cancelled";

/** A code with the values its sentence names (`reasons.<code>` in the catalogue). */
export type ReasonView = {
  code: string;
  params: { [key in string]: string };
};

/** What the gate answers for one person now. */
export type VerdictView = {
  answer: Answer;
  until: string | null;
  rule: ReasonView;
  rules: RuleLine[];
};

/** One rule of the gate. */
export type RuleLine = {
  ok: boolean;
  rule: ReasonView;
};

/** Puts people on the do-not-contact list. */
export type Suppress = {
  ids: string[];
  note: string;
};

/** Records (or with `note` empty withdraws) consent to write to a private address. */
export type RecordConsent = {
  id: string;
  note: string;
};

export type Answer = "go" | "wait" | "never";

/** One part of a filter; parts are joined by "and". */
export type FilterClause = {
  field: FilterField;
  op: FilterOp;
  value: string;
};

/** Which people, in which order. */
export type PeopleQuery = {
  text: string;
  filters: FilterClause[];
  sort: PersonSort;
  descending: boolean;
};

/** Some rows of a list. */
export type PeoplePage = {
  query: PeopleQuery;
  offset: number;
  limit: number;
};

/** Rows, without a total (see `people_count`). */
export type PeopleRows = {
  rows: PersonRow[];
  last: boolean;
};

/** How many there are. */
export type PeopleCount = {
  matching: number;
  total: number;
};

/** A row of the people list. */
export type PersonRow = {
  id: string;
  firstName: string;
  lastName: string;
  title: string;
  company: string;
  email: string;
  emailStatus: EmailStatus;
  suppressed: boolean;
  phone: string;
  linkedinUrl: string;
  location: string;
  status: StatusWord;
  lastContactAt: string | null;
  next: NextStep | null;
  addedOn: string;
  sample: boolean;
};

/** What comes next for a person. */
export type NextStep = {
  kind: string;
  at: string | null;
  n: number | null;
};

/** Everything about one person. */
export type PersonDetail = {
  row: PersonRow;
  language: string;
  timeZone: string;
  notes: string;
  messageSent: string;
  followupCount: number;
  connectedOn: string | null;
  source: string;
  sourceDetail: string;
  consent: Consent | null;
  fields: FieldSource[];
  suppression: SuppressionView | null;
  verdict: VerdictView;
};

/** Recorded consent. */
export type Consent = {
  at: string;
  note: string;
};

/** Where one value came from. */
export type FieldSource = {
  field: string;
  source: string;
  at: string;
};

/** An entry of the do-not-contact list. */
export type SuppressionView = {
  at: string;
  scope: string;
  reason: string;
  note: string;
};

/** One value typed by the seller. Fields: first_name, last_name, title, company, email, phone, linkedin_url, location, language, time_zone, status, notes. */
export type PersonUpdate = {
  id: string;
  values: FieldValue[];
};

/** A field and its value as text. */
export type FieldValue = {
  field: string;
  value: string;
};

/** A new person; at least a name, an address or a profile. */
export type PersonNew = {
  values: FieldValue[];
};

/** Several people at once. */
export type PeopleBulk = {
  selection: Selection;
  values: FieldValue[];
};

/** A person's timeline, newest first. */
export type TimelinePage = {
  id: string;
  before: string | null;
  limit: number;
};

/** Something that happened. */
export type TimelineItem = {
  id: string;
  at: string;
  kind: string;
  n: number | null;
  title: string;
  body: string;
  reason: ReasonView | null;
  runId: string | null;
  outboxId: string | null;
};

/** A note on a person. */
export type NoteNew = {
  id: string;
  text: string;
};

/** People and commands that answer to some words. */
export type SearchRequest = {
  text: string;
  limit: number;
};

export type StatusWord = "new" | "contacted" | "interested" | "qualified" | "converted" | "lost" | "do_not_contact";

export type EmailStatus = "none" | "valid" | "guessed" | "bounced";

export type PersonSort = "name" | "company" | "status" | "last_contact" | "added";

export type FilterField = "status" | "company" | "title" | "location" | "email" | "last_contact" | "added" | "language" | "source" | "linkedin";

export type FilterOp = "is" | "is_not" | "contains" | "empty" | "not_empty" | "before" | "before_or_never" | "after";

/** What a run would do, before anything is done. */
export type PreflightRequest = {
  selection: Selection;
  config: string;
};

/** The pre-flight sheet. */
export type Preflight = {
  chosen: number;
  writtenTo: number;
  out: PreflightOut[];
  sends: boolean;
  transport: string;
  from: string;
  window: string;
  dailyCap: number;
  usedToday: number;
  gapSeconds: number;
  linkedinNotes: number;
  followupDays: number;
  maxFollowups: number;
  days: PreflightDay[];
  finishesAt: string | null;
  writer: string;
  model: string | null;
  messages: PreflightMessage[];
  warnings: ReasonView[];
  blockers: ReasonView[];
};

/** People out of the run for one reason. */
export type PreflightOut = {
  reason: ReasonView;
  count: number;
  people: PersonName[];
};

/** A person, named. */
export type PersonName = {
  id: string;
  name: string;
};

/** One day of sending. */
export type PreflightDay = {
  date: string;
  count: number;
};

/** A message exactly as it will leave. */
export type PreflightMessage = {
  person: PersonName;
  from: string;
  to: string;
  subject: string;
  text: string;
  merged: string[];
  language: string;
  writtenBy: string;
  warnings: ReasonView[];
  linkedinNote: string | null;
};

/** Starts a run: the one confirmation. */
export type RunStart = {
  selection: Selection;
  config: string;
  title: string;
  sendWithoutApproval: boolean;
};

/** A run. */
export type RunView = {
  id: string;
  number: number;
  title: string;
  state: RunState;
  config: string;
  sends: boolean;
  people: number;
  waiting: number;
  working: number;
  done: number;
  needsYou: number;
  out: number;
  steps: StepProgress[];
  perMinute: number | null;
  secondsLeft: number | null;
  scheduled: number;
  reason: ReasonView | null;
  createdAt: string;
  finishedAt: string | null;
};

/** How far one step is. */
export type StepProgress = {
  step: string;
  done: number;
  of: number;
};

/** People of a run. */
export type RunPeopleRequest = {
  id: string;
  state: RunPersonState | null;
  offset: number;
  limit: number;
};

/** One person of a run. */
export type RunPersonView = {
  person: PersonName;
  company: string;
  state: RunPersonState;
  steps: { [key in string]: StepState };
  reason: ReasonView | null;
  outboxId: string | null;
  outboxState: string | null;
  followupOn: string | null;
  at: string | null;
};

/** Lines of a run's log, newest first. */
export type RunLogRequest = {
  id: string;
  problems: boolean;
  before: number | null;
  limit: number;
};

/** A line of the log. */
export type RunLogLine = {
  seq: number;
  at: string;
  level: string;
  what: ReasonView;
  person: PersonName | null;
};

/** The immutable receipt. The wire names are those of the earlier system. */
export type Receipt = {
  workflowId: string;
  number: number;
  title: string;
  state: RunState;
  prospectsProcessed: number;
  emailsGenerated: number;
  emailsSent: number;
  emailsDrafted: number;
  emailsUnknown: number;
  emailsFailed: number;
  emailsCancelled: number;
  linkedinConnections: number;
  followupsScheduled: number;
  notContacted: number;
  errors: ReceiptLine[];
  warnings: ReceiptLine[];
  duration: number;
  startedAt: string;
  finishedAt: string;
  logs: ReceiptLine[];
};

/** A line of a receipt. */
export type ReceiptLine = {
  at: string;
  what: ReasonView;
  person: PersonName | null;
};

/** A page of runs, newest first. */
export type RunListRequest = {
  offset: number;
  limit: number;
};

export type RunState = "running" | "paused" | "cancelling" | "finished" | "cancelled" | "failed";

export type RunPersonState = "waiting" | "working" | "done" | "needs_you" | "out";

export type StepState = "waiting" | "working" | "done" | "skipped" | "draft" | "scheduled" | "unknown" | "failed";

/** All settings with their values. */
export type SettingsView = {
  values: SettingValue[];
  secrets: SecretState[];
};

/** A setting. */
export type SettingValue = {
  key: string;
  value: string;
  default: boolean;
};

/** Whether a secret is set; it is never shown. */
export type SecretState = {
  name: string;
  set: boolean;
};

/** Changes one setting. */
export type SettingSet = {
  key: string;
  value: string;
};

/** Reads one setting. */
export type SettingGet = {
  key: string;
};

/** Sets a secret. */
export type SecretSet = {
  name: string;
  value: string;
};

/** Names a secret. */
export type SecretName = {
  name: string;
};

/** A test, part by part. */
export type TestReport = {
  ok: boolean;
  parts: TestPart[];
};

/** One part of a test. */
export type TestPart = {
  step: string;
  ok: boolean;
  failure: ReasonView | null;
  millis: number;
};

/** Models an endpoint offers. */
export type ModelList = {
  models: string[];
};

/** Exactly what would be sent to the model for one person. */
export type ModelPreview = {
  url: string;
  body: string;
};

/** Where the connection stands. */
export type SheetsStatus = {
  state: string;
  spreadsheetId: string | null;
  title: string | null;
  url: string | null;
  pushedAt: string | null;
  push: SheetsProgress | null;
  trouble: ReasonView | null;
};

/** How far a push is. */
export type SheetsProgress = {
  done: number;
  of: number;
  calls: number;
};

/** Creates a spreadsheet. */
export type SheetsCreate = {
  title: string;
};

/** Uses an existing spreadsheet: with an address or id the picker opens there. */
export type SheetsAttach = {
  url: string;
};

/** Writes people to the sheet. */
export type SheetsPush = {
  selection: Selection;
};

/** What a push did. */
export type SheetsPushed = {
  added: number;
  changed: number;
  unchanged: number;
  calls: number;
};

/** The address to open, when the browser could not be opened. */
export type SheetsConnecting = {
  url: string;
};

/** The list. */
export type TodayView = {
  rows: TodayRow[];
  count: number;
};

/** One row: a batch is one row. */
export type TodayRow = {
  group: TodayGroup;
  kind: string;
  what: ReasonView;
  names: string[];
  count: number;
  at: string | null;
  id: string | null;
};

export type TodayGroup = "approve" | "by_hand" | "look_at" | "set_up" | "later";

/** Where the desk stands, for the first screen, the lock screen and the banners. */
export type WorkspaceStatus = {
  state: DeskState;
  locale: string | null;
  keychain: boolean;
  passphrase: boolean;
  recoveryConfirmed: boolean;
  sample: boolean;
  heldAfterRestore: boolean;
  sendingPaused: string | null;
  folder: string;
  version: string;
};

/** Creates the desk. */
export type CreateWorkspace = {
  locale: string;
  passphrase: string | null;
  sample: boolean;
};

/** Shown once. */
export type CreatedWorkspace = {
  recoveryKey: string[];
};

/** Proves that the recovery key was written down. */
export type ConfirmRecovery = {
  groups: RecoveryGroup[];
};

/** One group of the recovery key. */
export type RecoveryGroup = {
  number: number;
  value: string;
};

/** Opens a locked desk; with neither, the keychain is asked. */
export type UnlockWorkspace = {
  passphrase: string | null;
  recoveryKey: string | null;
};

/** Sets, changes or (with `new` absent) removes the passphrase. */
export type SetPassphrase = {
  current: string | null;
  new: string | null;
};

export type DeskState = "none" | "locked" | "open";

/** Who. */
export type Selection = { kind: "ids"; ids: string[] } | { kind: "query"; query: PeopleQuery } | { kind: "all" };

/** What a command answers when it cannot do its work. */
export type ApiError = { code: string; params: { [key in string]: string }; retryable: boolean; ref: string };

type Result<T> = { status: "ok"; data: T } | { status: "error"; error: ApiError };

export const commands = {
  /** sentence. */
  name: (request: Request) => call<Answer>("name", request),
  /** Where the desk stands. */
  workspaceStatus: (request: Nothing) => call<WorkspaceStatus>("workspace_status", request),
  /** Creates the desk and shows the recovery key once. */
  workspaceCreate: (request: CreateWorkspace) => call<CreatedWorkspace>("workspace_create", request),
  /** Proves that the recovery key was written down. */
  workspaceConfirmRecovery: (request: ConfirmRecovery) => call<Nothing>("workspace_confirm_recovery", request),
  /** Opens the desk. */
  workspaceUnlock: (request: UnlockWorkspace) => call<WorkspaceStatus>("workspace_unlock", request),
  /** Closes the desk. */
  workspaceLock: (request: Nothing) => call<Nothing>("workspace_lock", request),
  /** Sets, changes or removes the passphrase. */
  workspaceSetPassphrase: (request: SetPassphrase) => call<Nothing>("workspace_set_passphrase", request),
  /** After a restore, lets messages leave again. */
  workspaceReleaseHold: (request: Nothing) => call<Nothing>("workspace_release_hold", request),
  /** Fills the desk with invented people. */
  sampleAdd: (request: Nothing) => call<Changed>("sample_add", request),
  /** Removes the invented people. */
  sampleRemove: (request: Nothing) => call<Changed>("sample_remove", request),
  /** Some rows of the people list. */
  peopleList: (request: PeoplePage) => call<PeopleRows>("people_list", request),
  /** How many people match. */
  peopleCount: (request: PeopleQuery) => call<PeopleCount>("people_count", request),
  /** Ids of all people that match. */
  peopleIds: (request: PeopleQuery) => call<ByIds>("people_ids", request),
  /** Everything about one person. */
  peopleGet: (request: ById) => call<PersonDetail>("people_get", request),
  /** What happened with a person. */
  peopleTimeline: (request: TimelinePage) => call<TimelineItem[]>("people_timeline", request),
  /** Adds a person. */
  peopleCreate: (request: PersonNew) => call<PersonDetail>("people_create", request),
  /** Changes values of a person. */
  peopleUpdate: (request: PersonUpdate) => call<PersonDetail>("people_update", request),
  /** Changes values of several people. */
  peopleBulkUpdate: (request: PeopleBulk) => call<Changed>("people_bulk_update", request),
  /** Removes people from the desk (can be undone). */
  peopleDelete: (request: Selection) => call<Changed>("people_delete", request),
  /** Adds a note. */
  peopleNote: (request: NoteNew) => call<TimelineItem>("people_note", request),
  /** People that answer to some words. */
  peopleSearch: (request: SearchRequest) => call<PersonRow[]>("people_search", request),
  /** Puts people on the do-not-contact list. */
  peopleSuppress: (request: Suppress) => call<Changed>("people_suppress", request),
  /** Takes people off the do-not-contact list. */
  peopleAllow: (request: Suppress) => call<Changed>("people_allow", request),
  /** Records consent to write to a private address. */
  peopleConsent: (request: RecordConsent) => call<PersonDetail>("people_consent", request),
  /** Why, why not, when: e-mail to one person. */
  peopleWhy: (request: ById) => call<VerdictView>("people_why", request),
  /** Reads and checks a file without writing anything. */
  importOpen: (request: ImportOpen) => call<ImportView>("import_open", request),
  /** Checks the file again with other columns or another mode. */
  importRemap: (request: ImportRemap) => call<ImportView>("import_remap", request),
  /** An import. */
  importGet: (request: ById) => call<ImportView>("import_get", request),
  /** Imports, newest first. */
  importList: (request: Nothing) => call<ImportView[]>("import_list", request),
  /** Rows of the check. */
  importRows: (request: ImportRowsRequest) => call<ImportRowView[]>("import_rows", request),
  /** Writes a checked import (in the background). */
  importApply: (request: ById) => call<ImportView>("import_apply", request),
  /** Stops an import. */
  importCancel: (request: ById) => call<ImportView>("import_cancel", request),
  /** Saves the rejected rows as CSV. */
  importRejects: (request: ImportRejects) => call<ExportDone>("import_rejects", request),
  /** The configuration a new run starts from. */
  runDefaultConfig: (request: Nothing) => call<string>("run_default_config", request),
  /** What a run would do. */
  runPreflight: (request: PreflightRequest) => call<Preflight>("run_preflight", request),
  /** Exactly what would be sent to the model for the first person. */
  runModelPreview: (request: PreflightRequest) => call<ModelPreview>("run_model_preview", request),
  /** Starts a run. */
  runStart: (request: RunStart) => call<RunView>("run_start", request),
  /** Runs, newest first. */
  runList: (request: RunListRequest) => call<RunView[]>("run_list", request),
  /** A run. */
  runGet: (request: ById) => call<RunView>("run_get", request),
  /** People of a run. */
  runPeople: (request: RunPeopleRequest) => call<RunPersonView[]>("run_people", request),
  /** Log of a run. */
  runLog: (request: RunLogRequest) => call<RunLogLine[]>("run_log", request),
  /** Pauses a run. */
  runPause: (request: ById) => call<RunView>("run_pause", request),
  /** Goes on with a run. */
  runResume: (request: ById) => call<RunView>("run_resume", request),
  /** Cancels the rest of a run. */
  runCancel: (request: ById) => call<RunView>("run_cancel", request),
  /** The receipt of a run. */
  runReceipt: (request: ById) => call<Receipt>("run_receipt", request),
  /** Messages. */
  outboxList: (request: OutboxListRequest) => call<OutboxRow[]>("outbox_list", request),
  /** How many messages in each state. */
  outboxCounts: (request: Nothing) => call<OutboxCounts>("outbox_counts", request),
  /** A message. */
  outboxGet: (request: ById) => call<OutboxDetail>("outbox_get", request),
  /** Changes a message that has not left. */
  outboxEdit: (request: OutboxEdit) => call<OutboxDetail>("outbox_edit", request),
  /** Approves messages. */
  outboxApprove: (request: OutboxAct) => call<OutboxActed>("outbox_approve", request),
  /** Holds messages back. */
  outboxHold: (request: OutboxAct) => call<OutboxActed>("outbox_hold", request),
  /** Undo send: back to drafts while they have not left. */
  outboxRecall: (request: OutboxAct) => call<OutboxActed>("outbox_recall", request),
  /** Gives messages up. */
  outboxDiscard: (request: OutboxAct) => call<OutboxActed>("outbox_discard", request),
  /** Schedules failed messages again. */
  outboxRetry: (request: OutboxAct) => call<OutboxActed>("outbox_retry", request),
  /** Says whether an unknown message left. */
  outboxResolve: (request: OutboxResolve) => call<OutboxDetail>("outbox_resolve", request),
  /** Pauses all sending. */
  outboxPause: (request: Nothing) => call<Nothing>("outbox_pause", request),
  /** Resumes all sending. */
  outboxResume: (request: Nothing) => call<Nothing>("outbox_resume", request),
  /** The hand-off queue. */
  linkedinQueue: (request: Nothing) => call<LinkedinQueue>("linkedin_queue", request),
  /** Copies the note and opens the profile in the browser. */
  linkedinOpen: (request: ById) => call<LinkedinTask>("linkedin_open", request),
  /** Copies the note. */
  linkedinCopy: (request: ById) => call<LinkedinTask>("linkedin_copy", request),
  /** Records what was done. */
  linkedinRecord: (request: LinkedinRecord) => call<LinkedinQueue>("linkedin_record", request),
  /** Follow-ups. */
  followupList: (request: FollowupListRequest) => call<FollowupList>("followup_list", request),
  /** Stops follow-ups. */
  followupStop: (request: ByIds) => call<Changed>("followup_stop", request),
  /** What needs the seller. */
  todayGet: (request: Nothing) => call<TodayView>("today_get", request),
  /** Health of the desk and its connections. */
  healthGet: (request: Nothing) => call<HealthView>("health_get", request),
  /** All settings. */
  settingsGet: (request: Nothing) => call<SettingsView>("settings_get", request),
  /** One setting. */
  settingGet: (request: SettingGet) => call<SettingValue>("setting_get", request),
  /** Changes one setting. */
  settingSet: (request: SettingSet) => call<SettingValue>("setting_set", request),
  /** Sets a secret. */
  secretSet: (request: SecretSet) => call<SecretState>("secret_set", request),
  /** Removes a secret. */
  secretDelete: (request: SecretName) => call<SecretState>("secret_delete", request),
  /** Tests what a secret is for. */
  secretTest: (request: SecretName) => call<TestReport>("secret_test", request),
  /** Tests the mail account, sends nothing. */
  mailTest: (request: Nothing) => call<TestReport>("mail_test", request),
  /** Sends the seller a test message. */
  mailSendTest: (request: Nothing) => call<OutboxRow>("mail_send_test", request),
  /** Tests the model endpoint. */
  aiTest: (request: Nothing) => call<TestReport>("ai_test", request),
  /** Models the endpoint offers. */
  aiModels: (request: Nothing) => call<ModelList>("ai_models", request),
  /** Writes people to a file. */
  exportPeople: (request: ExportRequest) => call<ExportDone>("export_people", request),
  /** Google Sheets: where it stands. */
  sheetsStatus: (request: Nothing) => call<SheetsStatus>("sheets_status", request),
  /** Opens Google's consent page. */
  sheetsConnect: (request: Nothing) => call<SheetsConnecting>("sheets_connect", request),
  /** Creates a spreadsheet. */
  sheetsCreate: (request: SheetsCreate) => call<SheetsStatus>("sheets_create", request),
  /** Uses an existing spreadsheet. */
  sheetsAttach: (request: SheetsAttach) => call<SheetsStatus>("sheets_attach", request),
  /** Writes people to the spreadsheet. */
  sheetsPush: (request: SheetsPush) => call<SheetsPushed>("sheets_push", request),
  /** Stops a push or a connection attempt. */
  sheetsCancel: (request: Nothing) => call<Nothing>("sheets_cancel", request),
  /** Withdraws access. */
  sheetsDisconnect: (request: Nothing) => call<SheetsStatus>("sheets_disconnect", request),
  /** Backups the desk knows. */
  backupList: (request: Nothing) => call<BackupView[]>("backup_list", request),
  /** Writes a verified backup. */
  backupCreate: (request: BackupCreate) => call<BackupView>("backup_create", request),
  /** Reads a backup back. */
  backupVerify: (request: BackupCheck) => call<BackupView>("backup_verify", request),
  /** Replaces the desk by a backup. */
  backupRestore: (request: BackupCheck) => call<WorkspaceStatus>("backup_restore", request),
  /** What was done. */
  historyList: (request: HistoryRequest) => call<OperationView[]>("history_list", request),
  /** What undo and redo would do. */
  historyTop: (request: Nothing) => call<HistoryTop>("history_top", request),
  /** Takes an operation back. */
  historyUndo: (request: UndoRequest) => call<UndoneView>("history_undo", request),
  /** Does it again. */
  historyRedo: (request: Nothing) => call<UndoneView>("history_redo", request),
};
