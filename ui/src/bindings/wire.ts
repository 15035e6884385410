// Written by `cargo xtask bindings` from the list of commands. Do not edit.
import { invoke } from "@tauri-apps/api/core";

export type Result<T> = { status: "ok"; data: T } | { status: "error"; error: ApiError };

async function call<T>(command: string, request: unknown): Promise<Result<T>> {
  try {
    return { status: "ok", data: await invoke<T>(command, { request }) };
  } catch (error) {
    if (error instanceof Error) throw error;
    return { status: "error", error: error as ApiError };
  }
}

/** Writes everything held about one person. */
export type AccessRequest = {
	/** Whose. */
	id: string,
	/** The zip file to write. */
	path: string,
};

/** What lies between two days, both included, in the desk's zone. */
export type AgendaRange = {
	/** First day. */
	from: string,
	/** Last day; at most 400 days later. */
	to: string,
};

/** The calendar of some days. */
export type AgendaView = {
	/** Appointments that touch them, by their beginning. */
	appointments: AppointmentView[],
	/** Tasks due on them, also those done. */
	tasks: TaskView[],
	/** Follow-ups due on them, counted by day. */
	followups: DayCount[],
	/** The desk's zone. */
	timeZone: string,
};

/** The gate's answer in one word. */
export type Answer = 
/** It may go now. */
"go" | 
/** It may go later. */
"wait" | 
/** It may not go. */
"never";

/**
 * What a command answers when it cannot do its work. The sentence is in the catalogue under `errors.<code>`, in both languages: what
 * happened, what was not done, the next step.
 */
export type ApiError = {
	/** Stable code, `area.what`. */
	code: string,
	/** Values the sentence names. */
	params: { [key in string]: string },
	/** Whether the same call may succeed later. */
	retryable: boolean,
	/** Short reference that also stands in the log. */
	ref: string,
};

/** How an appointment went, and what comes next, in one step. */
export type AppointmentClose = {
	/** Which. */
	id: string,
	/** How it went; `planned` takes that back. */
	state: AppointmentState,
	/** What came of it; may be empty. */
	outcome: string,
	/** The next step, a task with its people and company; fields as in [`TaskNew`]. */
	next: TaskNew | null,
};

/** An appointment and what it falls together with. */
export type AppointmentDetail = {
	/** The appointment. */
	row: AppointmentView,
	/** Others that are planned at the same time. */
	conflicts: AppointmentView[],
};

/** How people meet. */
export type AppointmentKind = 
/** In one place. */
"meeting" | 
/** On a screen. */
"video" | 
/** On the phone. */
"call" | 
/** The seller goes there. */
"visit" | 
/** Anything else. */
"other";

/**
 * A new appointment. Fields: title, kind, starts, ends (RFC 3339, or local `YYYY-MM-DDTHH:MM` in `time_zone`; for whole days dates, the
 * last included), time_zone, place, video_link, notes, outcome, people (ids, separated by commas), company_id, opportunity_id,
 * remind_minutes.
 */
export type AppointmentNew = {
	/** Values; a title and a beginning are enough (then it takes an hour). */
	values: FieldValue[],
};

/** Where an appointment stands. */
export type AppointmentState = 
/** To come, or nobody has said how it went. */
"planned" | 
/** It took place. */
"done" | 
/** It was called off. */
"cancelled" | 
/** Nobody came. */
"no_show";

/** Values typed on an appointment. A new beginning without a new end moves it. */
export type AppointmentUpdate = {
	/** Which. */
	id: string,
	/** Fields as in [`AppointmentNew`]; all or none are written. */
	values: FieldValue[],
};

/** An appointment. */
export type AppointmentView = {
	/** Id. */
	id: string,
	/** What it is about. */
	title: string,
	/** How people meet. */
	kind: AppointmentKind,
	/** Where it stands. */
	state: AppointmentState,
	/** First moment; of whole days the midnight before, in the desk's zone. */
	startsAt: string,
	/** First moment after it. */
	endsAt: string,
	/** IANA zone in which it was made. */
	timeZone: string,
	/** It takes whole days. */
	allDay: boolean,
	/** First day, where it takes whole days. */
	startsOn: string | null,
	/** Last day, included. */
	endsOn: string | null,
	/** Where. */
	place: string,
	/** Link of the video meeting. */
	videoLink: string,
	/** Notes to prepare it. */
	notes: string,
	/** What came of it. */
	outcome: string,
	/** With whom. */
	people: PersonName[],
	/** With which company: its own, else that of the first person. */
	company: CompanyName | null,
	/** About which opportunity. */
	opportunityId: string | null,
	/** Minutes before it at which the seller is reminded. */
	remindMinutes: number | null,
	/** It came with a calendar file. */
	imported: boolean,
};

/** Takes a pipeline or a reason out of use, or brings it back. */
export type ArchiveRequest = {
	/** Which. */
	id: string,
	/** Out of use. */
	archived: boolean,
};

/** An earlier message to the same person whose end is still open. */
export type Awaited = {
	/** Which. */
	id: string,
	/** Where it stands. */
	state: OutboxState,
};

/** Opens and reads a backup without changing anything; `secret` = recovery key or passphrase, empty = this machine's keychain. */
export type BackupCheck = {
	/** File. */
	path: string,
	/** Recovery key or passphrase. */
	secret: string,
};

/** Writes a backup; `path` empty = the desk's own folder of backups. */
export type BackupCreate = {
	/** File to write. */
	path: string,
};

/** A backup. */
export type BackupView = {
	/** Id, for those the desk knows; none for a file that lies in its folder of backups and is in no record of this desk. */
	id: string | null,
	/** File. */
	path: string,
	/** When it was made. */
	at: string,
	/** `manual`, `automatic`, `before_migration`. */
	kind: string,
	/** Bytes. */
	bytes: number | null,
	/** People in it, once verified. */
	people: number | null,
	/** It was read back whole. */
	verified: boolean,
};

/** On what ground somebody's data are held. */
export type BasisWord = 
/** A seller's interest in talking to people about their trade. */
"legitimate_interest" | 
/** They agreed. */
"consent" | 
/** A contract with them. */
"contract";

/** A block of cells: each row has its own values. */
export type BlockPaste = {
	/** What the list is of. */
	of: CustomOf,
	/** Its rows, from the top. */
	rows: BlockRow[],
};

/** A row of a block. */
export type BlockRow = {
	/** The record it lands on. */
	id: string,
	/** New values by field, or by `custom:` and the id of a field the seller added; empty clears. */
	values: FieldValue[],
};

/** A column. */
export type BoardColumn = {
	/** Its stage, with how many opportunities it has in all. */
	stage: StageView,
	/** How many match. */
	count: number,
	/** Their worth, by currency. */
	sums: MoneyView[],
};

/** Which board. */
export type BoardRequest = {
	/** Which pipeline. */
	pipeline: string,
	/** Words typed in the search box. */
	text: string,
	/** Filter parts, joined by "and" unless `any` says otherwise. */
	filters: OpportunityFilter[],
	/** One of the parts and groups is enough; otherwise all must hold. */
	any?: boolean,
	/** Groups of parts. */
	groups?: FilterGroup<OpportunityFilter>[],
};

/** The columns of a board, summed over all their cards. */
export type BoardView = {
	/** Stages in their order; one out of use only while it has cards. */
	columns: BoardColumn[],
	/** Worth of the open ones, by currency. */
	open: MoneyView[],
	/** The same, each weighted by its probability. */
	weighted: MoneyView[],
};

/** What stands at a time. */
export type BusyAnswer = {
	/** Planned then. */
	conflicts: AppointmentView[],
	/** The next times of that length with nothing planned, within the seller's working hours; at most three. */
	free: TimeSpan[],
};

/** A time somebody thinks of: what is planned then, and where there is room. */
export type BusyAsk = {
	/** From. */
	startsAt: string,
	/** To. */
	endsAt: string,
	/** An appointment that may stand there. */
	except: string | null,
};

/** One id. */
export type ById = {
	/** The id. */
	id: string,
};

/** Several ids. */
export type ByIds = {
	/** The ids. */
	ids: string[],
};

/** What a calendar file would do. */
export type CalendarCheck = {
	/** Name of the file. */
	name: string,
	/** SHA-256 of its bytes. */
	hash: string,
	/** Its events, at most 1,000 of them. */
	rows: CalendarRow[],
	/** Of each plan how many, in the order new, changed, unchanged, cancelled, refused. */
	counts: PlanCount[],
	/** Occurrences of recurring events that lie too far away. */
	beyond: number,
};

/** Appointments written to a calendar file. */
export type CalendarExport = {
	/** These; without any, those between the days. */
	ids: string[],
	/** First day. */
	from: string | null,
	/** Last day, included. */
	to: string | null,
	/** Only titles and times: no places, links or notes. */
	titlesOnly: boolean,
	/** Where to. */
	path: string,
};

/** A calendar file to look into, or to take. */
export type CalendarFile = {
	/** Where. */
	path: string,
	/** SHA-256 of what was looked into, from [`CalendarCheck`]: only that is taken. Empty: whatever is there. */
	hash: string,
};

/** What an event of a calendar file would do. */
export type CalendarPlan = 
/** Not here yet. */
"new" | 
/** Here, and otherwise in the file. */
"changed" | 
/** As it is here. */
"unchanged" | 
/** Called off in the file. */
"cancelled" | 
/** Cannot be taken. */
"refused";

/** One event of a calendar file. */
export type CalendarRow = {
	/** What it is about. */
	title: string,
	/** First moment. */
	startsAt: string | null,
	/** It takes whole days. */
	allDay: boolean,
	/** What it would do. */
	plan: CalendarPlan,
	/** What is otherwise: title, time, place, video_link, notes; why it is refused (code). */
	why: string[],
	/** People of the desk it names. */
	people: PersonName[],
};

/** A call that was made, and what comes next. */
export type CallLog = {
	/** With whom. */
	personId: string | null,
	/** With which company. */
	companyId: string | null,
	/** About which opportunity. */
	opportunityId: string | null,
	/** How it went. */
	outcome: CallOutcome,
	/** How many minutes. */
	minutes: number,
	/** What was said; may be empty. */
	text: string,
	/** The next step; fields as in [`TaskNew`]. */
	next: TaskNew | null,
};

/** How a call went. */
export type CallOutcome = 
/** They spoke. */
"reached" | 
/** Nobody answered. */
"no_answer" | 
/** A message was left. */
"left_message" | 
/** The line was engaged. */
"busy" | 
/** It is somebody else's number. */
"wrong_number";

/** A cap and how much of it is used. */
export type CapView = {
	/** `mail.day`, `linkedin.day`, `linkedin.week`. */
	name: string,
	/** Used. */
	used: number,
	/** At most. */
	of: number,
};

/** Says that some are qualified. */
export type CaptureDone = {
	/** Who; people and companies together. */
	ids: string[],
	/** Back on the list instead. */
	back: boolean,
};

/** Who can be noted. */
export type CaptureKind = 
/** A person. */
"person" | 
/** A company. */
"company";

/** Somebody noted in two seconds: a name, and a postcode. */
export type CaptureNew = {
	/** A person or a company. */
	kind: CaptureKind,
	/** Name; of a person first and last name in one text. */
	name: string,
	/** Postcode; may be empty. */
	postcode: string,
	/** Phone; may be empty. */
	phone: string,
	/** A note; may be empty. */
	note: string,
};

/** Who was noted. */
export type Captured = {
	/** Id. */
	id: string,
	/** A person or a company. */
	kind: CaptureKind,
	/** Name. */
	name: string,
	/** The undoable operation. */
	operation: string | null,
};

/** Some cards of a column. */
export type CardsPage = {
	/** Which board. */
	board: BoardRequest,
	/** Which stage. */
	stage: string,
	/** First card. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
};

/** What happened to a row. */
export type ChangeKind = 
/** It was made. */
"added" | 
/** Values of it changed. */
"changed" | 
/** It was removed. */
"removed" | 
/** It came back from the trash. */
"restored";

/** What one operation did to one row. */
export type ChangeView = {
	/** Its place, unique. */
	place: string,
	/** The operation. */
	operation: string,
	/** When. */
	at: string,
	/** `seller`, `run`, `import`, `desk`. */
	actor: string,
	/** What was done (`history.<code>` in the catalogue). */
	intent: ReasonView,
	/** What the row is, or belongs to. */
	kind: ChangedKind,
	/** Its table (`history:row.<table>` in the catalogue). */
	row: string,
	/** Name of the record, as it is now or as it last was. */
	label: string,
	/** What happened to it. */
	change: ChangeKind,
	/** Field by field. */
	fields: ChangedField[],
};

/** How many rows were touched, and the operation that undo takes back (none when nothing changed). */
export type Changed = {
	/** Rows changed. */
	count: number,
	/** The undoable operation. */
	operation: string | null,
};

/** A value, before and after. */
export type ChangedField = {
	/** Column (`history:field.<column>` in the catalogue). */
	field: string,
	/** How both read. */
	form: ValueForm,
	/** Before; empty for nothing. */
	old: string,
	/** After; empty for nothing. */
	new: string,
};

/** What a changed row is, or belongs to. */
export type ChangedKind = 
/** A person, their addresses, tags and notes. */
"person" | 
/** A company. */
"company" | 
/** An opportunity. */
"opportunity" | 
/** A task. */
"task" | 
/** An appointment. */
"appointment" | 
/** A tag or a list. */
"tag" | 
/** Pipelines, stages, reasons, goals. */
"pipeline" | 
/** A setting. */
"setting" | 
/** Anything else. */
"other";

/** Which changes, newest first. What is empty narrows nothing. */
export type ChangesAsk = {
	/** Of one operation. */
	operation: string | null,
	/** Of one record, whoever was made one with it, and what is theirs. */
	record: RecordRef | null,
	/** Of records of these kinds. */
	kinds: ChangedKind[],
	/** By `seller`, `run`, `import` or `desk`. */
	actor: string | null,
	/** Of this field (a column, as `ChangedField::field` names it). */
	field: string | null,
	/** From this day on, in the desk's zone. */
	from: string | null,
	/** Until this day, included. */
	to: string | null,
};

/** Writes changes to a file, one line each field. */
export type ChangesExport = {
	/** Which. */
	ask: ChangesAsk,
	/** CSV or JSON lines. */
	format: ExportFormat,
	/** Where to. */
	path: string,
};

/** A page of changes. */
export type ChangesPage = {
	/** Which. */
	ask: ChangesAsk,
	/** Behind this place: `ChangesRows::next` of the page before. */
	after: string | null,
	/** How many, at most 200. */
	limit: number,
};

/** Changes, newest first. */
export type ChangesRows = {
	/** Rows. */
	rows: ChangeView[],
	/** Where the next page begins; nothing at the end. */
	next: string | null,
};

/** A way to reach somebody. */
export type ChannelWord = 
/** E-mail. */
"email" | 
/** Phone calls. */
"phone" | 
/** Text messages. */
"sms" | 
/** LinkedIn. */
"linkedin" | 
/** Letters. */
"post";

/** A new reason, at the end of its list. */
export type CloseReasonNew = {
	/** Won or lost. */
	kind: StageKindWord,
	/** French name. */
	nameFr: string,
	/** English name. */
	nameEn: string,
};

/** Other names for a reason. */
export type CloseReasonUpdate = {
	/** Which. */
	id: string,
	/** French name. */
	nameFr: string,
	/** English name. */
	nameEn: string,
};

/** Why an opportunity ends. */
export type CloseReasonView = {
	/** Id. */
	id: string,
	/** Won or lost. */
	kind: StageKindWord,
	/** French name. */
	nameFr: string,
	/** English name. */
	nameEn: string,
	/** Out of use. */
	archived: boolean,
};

/** How an opportunity ended. */
export type ClosingRequest = {
	/** When; today where it is not said. */
	on: string | null,
	/** Why, of the list. */
	reason: string | null,
	/** Why, in words. */
	note: string,
	/** What a won one came to, as it is typed; as it was where it is not said. */
	amount: string | null,
};

/** Several companies at once. */
export type CompaniesBulk = {
	/** Which. */
	selection: CompanySelection,
	/** Which fields, with their new values. */
	values: FieldValue[],
};

/** How many there are. */
export type CompaniesCount = {
	/** Matching the query. */
	matching: number,
	/** In all. */
	total: number,
	/** Nothing answers to the words as they were typed: these answer to words that are nearly those. */
	near: boolean,
};

/** Writes companies to a file. */
export type CompaniesExport = {
	/** Which. */
	selection: CompanySelection,
	/** Format. */
	format: TableFormat,
	/** Where to. */
	path: string,
};

/** The groups of companies that match. */
export type CompaniesGroups = {
	/** Which companies. */
	query: CompaniesQuery,
	/** What they are grouped by. */
	by: CompanyGroup,
	/** Which field of the seller's. */
	custom?: string | null,
};

/** Some rows of a list. */
export type CompaniesPage = {
	/** Which companies. */
	query: CompaniesQuery,
	/** First row. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
	/** Group by group, in the order of the groups; whoever is in several stands in each. */
	grouped?: GroupBy<CompanyGroup> | null,
};

/** Which companies, in which order. */
export type CompaniesQuery = {
	/** Words typed in the search box; all must match. */
	text: string,
	/** Filter parts, joined by "and" unless `any` says otherwise. */
	filters: CompanyFilter[],
	/** One of the parts and groups is enough; otherwise all must hold. */
	any?: boolean,
	/** Groups of parts. */
	groups?: FilterGroup<CompanyFilter>[],
	/** Order. */
	sort: CompanySort,
	/** Downwards. */
	descending: boolean,
	/** Which field of the seller's it is ordered by. */
	by?: string | null,
	/** Only the rows of one group. */
	within?: Within<CompanyGroup> | null,
};

/** Rows, without a total (see `companies_count`). */
export type CompaniesRows = {
	/** The rows. */
	rows: CompanyRow[],
	/** Whether these are the last ones. */
	last: boolean,
};

/** Everything about one company. */
export type CompanyDetail = {
	/** The list's row. */
	row: CompanyRow,
	/** Free notes. */
	notes: string,
	/** `linkedin`, `csv`, `sheet`, `manual`, `sample`, or empty. */
	source: string,
	/** SIREN, SIRET, VAT number and NAF code, with what is wrong. */
	identifiers: IdentifierView[],
	/** Every address, number, link and postal address, the first of each kind first. */
	contacts: ContactPointView[],
	/** What comes next for any of its people. */
	next: CompanyNext | null,
	/** Its first people by name, at most 50. */
	people: PersonRow[],
};

/** Something that happened with a company or one of its people. */
export type CompanyEvent = {
	/** With whom; nobody where it stands on the company itself. */
	person: string | null,
	/** Their name, or empty. */
	name: string,
	/** What. */
	item: TimelineItem,
};

/** One part of a filter; parts stand alone or in groups. Of a number, `before` is less than and `after` at least. */
export type CompanyFilter = {
	/** Which field. */
	field: CompanyFilterField,
	/** What is asked. */
	op: FilterOp,
	/** With what; ignored by `empty` and `not_empty`. */
	value: string,
	/** Which field of the seller's. */
	custom?: string | null,
};

/** Fields a filter of companies can ask. */
export type CompanyFilterField = 
/** Name. */
"name" | 
/** Town. */
"city" | 
/** Postcode. */
"postcode" | 
/** Country, two letters. */
"country" | 
/** What it does. */
"activity" | 
/** NAF code. */
"naf" | 
/** How many work there, a number. */
"headcount" | 
/** How many of its people are on the desk, a number. */
"people" | 
/** Site. */
"website" | 
/** SIREN. */
"siren" | 
/** Last contact with any of its people, a date. */
"last_contact" | 
/** When it came in, a date. */
"added" | 
/** Where it came from. */
"source" | 
/** Tag, by name or id. */
"tag" | 
/** List, by name or id. */
"list" | 
/** Noted in two seconds and not completed yet: since when, a date. */
"to_qualify" | 
/** A field of the seller's, named by `custom`. */
"custom";

/** What companies are grouped by. */
export type CompanyGroup = 
/** Town, whatever its case and accents. */
"city" | 
/** What they do, whatever its case and accents. */
"activity" | 
/** Country. */
"country" | 
/** Tag: one with several stands in each of them. */
"tag" | 
/** Where they came from. */
"source" | 
/** A field of the seller's, named by `custom`. */
"custom";

/** A company with what it is called. */
export type CompanyName = {
	/** Which. */
	id: string,
	/** Its name. */
	name: string,
};

/** A new company; at least a name. */
export type CompanyNew = {
	/** Values as in [`CompanyUpdate`]. */
	values: FieldValue[],
};

/** What comes next for one of a company's people. */
export type CompanyNext = {
	/** Who. */
	person: string,
	/** Their name. */
	name: string,
	/** What. */
	step: NextStep,
};

/** A row of the list of companies. */
export type CompanyRow = {
	/** Id. */
	id: string,
	/** Name. */
	name: string,
	/** Site, or the domain where only that is known. */
	website: string,
	/** Phone as written. */
	phone: string,
	/** Number and street. */
	street: string,
	/** Postcode. */
	postcode: string,
	/** Town. */
	city: string,
	/** Country, two letters of ISO 3166-1. */
	country: string,
	/** SIREN as kept. */
	siren: string,
	/** SIRET as kept. */
	siret: string,
	/** VAT number as kept. */
	vat: string,
	/** NAF code. */
	naf: string,
	/** What it does. */
	activity: string,
	/** How many work there. */
	headcount: number | null,
	/** How many of its people are on the desk. */
	people: number,
	/** Last touch of any of them. */
	lastContactAt: string | null,
	/** When it came in. */
	addedAt: string,
	/** Invented. */
	sample: boolean,
	/** Tags by name. */
	tags: TagView[],
	/** Values of the seller's own fields, in their order. */
	custom?: CustomValueView[],
};

/** Which companies. */
export type CompanySelection = 
/** Named one by one. */
{ kind: "ids"; 
/** Their ids. */
ids: string[] } | 
/** All that match. */
{ kind: "query"; 
/** The query. */
query: CompaniesQuery } | 
/** All of them. */
{ kind: "all" };

/** Columns the list of companies can be ordered by. */
export type CompanySort = 
/** Name, without its legal form. */
"name" | 
/** Town. */
"city" | 
/** How many work there. */
"headcount" | 
/** How many of its people are on the desk. */
"people" | 
/** Last contact with any of its people. */
"last_contact" | 
/** When it came in. */
"added" | 
/** A field of the seller's, named by `by`. */
"custom";

/**
 * Values typed on a company. Fields: name, website, phone, street, postcode, city, country, siren, siret, vat, naf, activity, headcount,
 * notes.
 */
export type CompanyUpdate = {
	/** Which. */
	id: string,
	/** Which fields, with their new values; all or none are written. */
	values: FieldValue[],
};

/** One part of the score. */
export type CompletenessPart = {
	/** Field. */
	field: string,
	/** What it counts. */
	points: number,
	/** Whether it is known. */
	known: boolean,
};

/** Proves that the recovery key was written down. */
export type ConfirmRecovery = {
	/** The groups asked for. */
	groups: RecoveryGroup[],
};

/** Recorded consent. */
export type Consent = {
	/** When it was recorded. */
	at: string,
	/** How they agreed. */
	note: string,
};

/** What somebody said of a channel. */
export type ConsentSet = {
	/** Which. */
	channel: ChannelWord,
	/** They agreed, they refused; absent forgets what was noted. */
	given: boolean | null,
	/** How. */
	note: string,
};

/** Agreement or refusal for one channel. */
export type ConsentView = {
	/** Which. */
	channel: ChannelWord,
	/** They agreed; otherwise they refused. */
	given: boolean,
	/** When. */
	on: string,
	/** How. */
	note: string,
};

/** One way to reach a person or a company. */
export type ContactPointView = {
	/** Its id; of the first address and number, which stand on the person or company itself, the id of that one. */
	id: string,
	/** What it is. */
	kind: PointKind,
	/** `work`, `home`, `mobile`, `other`, the seller's own word, or empty. */
	label: string,
	/** As given. */
	value: string,
	/** As people read it: a number in the form of its country, a postal address on one line. */
	shown: string,
	/** A number that can be called from anywhere (E.164), a link that can be opened; empty where the value could not be read. */
	target: string,
	/** The parts of a postal address. */
	postal: Postal | null,
	/** What is known of it. */
	status: PointStatus,
	/** Used for messages and calls; the others of its kind stand behind it. */
	first: boolean,
	/** `typed`, `import:<id>`, or how the person came in. */
	source: string,
	/** Name of the file, where it came from one. */
	sourceName: string,
	/** Since when it is known. */
	sourceAt: string,
	/** Who brought it: `seller`, `import:<id>`, `desk`. */
	by: string,
};

/** Somebody with a role. */
export type ContactRole = {
	/** Who. */
	person: string,
	/** As what. */
	role: RoleWord,
};

/** Somebody in an opportunity. */
export type ContactView = {
	/** Who. */
	person: string,
	/** Their name. */
	name: string,
	/** What they do. */
	title: string,
	/** What they are in it. */
	role: RoleWord | null,
	/** Whether they are the main person. */
	main: boolean,
};

/** What is there of one person or company, first ones first. */
export type ContactsOf = {
	/** Whose. */
	owner: Owner,
};

/** Who has which role. */
export type ContactsSet = {
	/** In which opportunity. */
	id: string,
	/** Everybody with a role. */
	contacts: ContactRole[],
};

/** Creates the desk. */
export type CreateWorkspace = {
	/** `fr` or `en`. */
	locale: string,
	/** Optional passphrase; required where there is no keychain. */
	passphrase: string | null,
	/** Fill it with invented people. */
	sample: boolean,
};

/** Shown once. */
export type CreatedWorkspace = {
	/** Eight groups of four. */
	recoveryKey: string[],
};

/** A field the seller added. */
export type CustomField = {
	/** Id. */
	id: string,
	/** What it is of. */
	of: CustomOf,
	/** Its name. */
	name: string,
	/** What it holds. */
	kind: CustomKind,
	/** What can be chosen, in order. */
	choices: string[],
	/** Of amounts: their currency. */
	currency: string,
	/** How many records have a value. */
	used: number,
};

/** What a field holds. */
export type CustomKind = 
/** Text. */
"text" | 
/** A number with up to six decimals. */
"number" | 
/** A day. */
"date" | 
/** One of some choices. */
"choice" | 
/** Several of some choices. */
"choices" | 
/** An amount in the field's currency. */
"money" | 
/** Yes or no. */
"flag" | 
/** An address of the web. */
"link";

/** A new field. */
export type CustomNew = {
	/** What it is of. */
	of: CustomOf,
	/** Its name. */
	name: string,
	/** What it holds. */
	kind: CustomKind,
	/** What can be chosen, in order. */
	choices?: string[],
	/** Of amounts: their currency; empty for the desk's. */
	currency?: string,
};

/** What a field is of. */
export type CustomOf = 
/** People. */
"people" | 
/** Companies. */
"companies" | 
/** Opportunities. */
"opportunities";

/** Types values of fields on records. */
export type CustomPut = {
	/** Which records. */
	on: CustomSelection,
	/** Which fields, by id or name, with their new values; empty clears. */
	values: FieldValue[],
};

/** Another name for a choice. */
export type CustomRename = {
	/** As it was. */
	from: string,
	/** As it is to be. */
	to: string,
};

/** Which records. */
export type CustomSelection = 
/** People. */
{ of: "people"; 
/** Which. */
selection: Selection } | 
/** Companies. */
{ of: "companies"; 
/** Which. */
selection: CompanySelection } | 
/** Opportunities. */
{ of: "opportunities"; 
/** Which. */
selection: OpportunitySelection };

/** A change; what is absent stays. */
export type CustomSet = {
	/** Which. */
	id: string,
	/** Its name. */
	name: string | null,
	/** What can be chosen, in order. A choice that goes is taken off whoever had it. */
	choices: string[] | null,
	/** A choice that gets another name, wherever it was chosen: from, to. */
	rename: CustomRename | null,
};

/** A value on a record. */
export type CustomValueView = {
	/** Which field. */
	field: string,
	/** The value: choices one a line, numbers and amounts in plain digits, days as ISO, `yes`. */
	value: string,
};

/** How many on a day. */
export type DayCount = {
	/** The day. */
	on: string,
	/** How many. */
	count: number,
};

/** Where the desk stands. */
export type DeskState = 
/** There is no desk in this folder yet. */
"none" | 
/** There is one; it is locked. */
"locked" | 
/** It is open. */
"open";

/** Whose value of a field is kept. */
export type DuplicateChoice = {
	/** Field. */
	field: string,
	/** The record's id. */
	from: string,
};

/** Records that are probably one. */
export type DuplicateGroup = {
	/** Its number, until the next search. */
	id: number,
	/** What they are. */
	kind: DuplicateKind,
	/** How sure. */
	verdict: DuplicateVerdict,
	/** 0 to 100; 100 is beyond doubt. */
	score: number,
	/** What told, the weightiest first. */
	reasons: DuplicateReason[],
	/** The records, the oldest first. */
	members: DuplicateMember[],
};

/** What is held twice. */
export type DuplicateKind = 
/** People. */
"person" | 
/** Companies. */
"company";

/** A record of a group. */
export type DuplicateMember = {
	/** Id. */
	id: string,
	/** What it is called. */
	name: string,
	/** Company and work of a person, town of a company. */
	detail: string,
};

/** A record that became one with another. */
export type DuplicateMergedFrom = {
	/** The record. */
	record: DuplicateMember,
	/** When. */
	at: string,
};

/** A record. */
export type DuplicateOf = {
	/** What it is. */
	kind: DuplicateKind,
	/** Id. */
	id: string,
};

/** How far a long piece of work is. */
export type DuplicateProgress = {
	/** Where it stands. */
	state: DuplicateWork,
	/** Done so far. */
	done: number,
	/** In all; 0 while that is not known. */
	of: number,
};

/** What told about a pair. */
export type DuplicateReason = {
	/** What was compared: `email`, `last_name`, `company`, … */
	part: string,
	/** How alike: `same`, `nickname`, `typo`, `swapped`, `unlike`, … */
	likeness: string,
	/** Whether it speaks for one and the same. */
	speaks: boolean,
};

/** One record of a review. */
export type DuplicateRecord = {
	/** Id. */
	id: string,
	/** What it is called. */
	name: string,
	/** When it was made. */
	createdAt: string,
	/** `linkedin`, `csv`, `sheet`, `manual`, `sample`. */
	source: string,
	/** File, or the seller's words. */
	sourceDetail: string,
	/** Lines of its timeline (of a person), or its people (of a company). */
	history: number,
	/** Its values. */
	values: DuplicateValue[],
};

/** What a record may be the same as, and what it was made of. */
export type DuplicateTies = {
	/** It may be the same as these. */
	sameAs: DuplicateTwin[],
	/** What became one with it, newest first. */
	merged: DuplicateMergedFrom[],
	/** It became one with this record. */
	mergedInto: DuplicateMember | null,
};

/** A record that may be the same. */
export type DuplicateTwin = {
	/** The group. */
	group: number,
	/** The other record. */
	record: DuplicateMember,
	/** How sure. */
	verdict: DuplicateVerdict,
	/** 0 to 100. */
	score: number,
};

/** A value of a record. */
export type DuplicateValue = {
	/** Field. */
	field: string,
	/** As it stands; empty where it is unknown. */
	value: string,
	/** Where it came from, when that is not the record's own source. */
	source: string,
	/** Since when. */
	at: string,
};

/** How sure the desk is. */
export type DuplicateVerdict = 
/** Beyond doubt, by keys that name one only: may be made one without looking. */
"exact" | 
/** To be looked at. */
"probable";

/** Where a long piece of work stands. */
export type DuplicateWork = 
/** At work. */
"running" | 
/** Waits until an import or a run has written. */
"waiting" | 
/** Done. */
"done" | 
/** Stopped by the seller. */
"stopped";

/** Says that records are not one and the same. */
export type DuplicatesIgnore = {
	/** What they are. */
	kind: DuplicateKind,
	/** Which. */
	ids: string[],
	/** Only this one is told apart from the others; without it, all from each other. */
	only: string | null,
};

/** Makes one of several. */
export type DuplicatesMerge = {
	/** What they are. */
	kind: DuplicateKind,
	/** Who stays. */
	survivor: string,
	/** Who become one with them. */
	others: string[],
	/** Whose values are kept; the desk's own choice for fields that are not named. */
	choices: DuplicateChoice[],
};

/** Makes one of every group beyond doubt. */
export type DuplicatesMergeExact = {
	/** People or companies; both without it. */
	kind: DuplicateKind | null,
};

/** What was made one. */
export type DuplicatesMerged = {
	/** Who stayed. */
	survivor: string,
	/** What they are called now. */
	name: string,
	/** How many became one with them. */
	count: number,
	/** The operation that undo takes back. */
	operation: string | null,
};

/** Groups, the surest first. */
export type DuplicatesPage = {
	/** The groups. */
	groups: DuplicateGroup[],
	/** Whether these are the last ones. */
	last: boolean,
};

/** Which groups. */
export type DuplicatesQuery = {
	/** People or companies; both without it. */
	kind: DuplicateKind | null,
	/** How sure; all without it. */
	verdict: DuplicateVerdict | null,
	/** First group. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
};

/** Records side by side, with what the desk would make of them. */
export type DuplicatesReview = {
	/** What they are. */
	kind: DuplicateKind,
	/** The records; the proposed survivor first. */
	records: DuplicateRecord[],
	/** Whose value the desk would keep. */
	choices: DuplicateChoice[],
	/** What the merge changes beside the values. */
	changes: ReasonView[],
	/** The group they were found in. */
	group: DuplicateGroup | null,
};

/** Records to be looked at side by side. */
export type DuplicatesReviewRequest = {
	/** What they are. */
	kind: DuplicateKind,
	/** Which, two at least. */
	ids: string[],
};

/** What taking a merge apart did. */
export type DuplicatesSplit = {
	/** Who stayed when they were made one. */
	survivor: DuplicateMember,
	/** Who are there again. */
	back: DuplicateMember[],
	/** The operation; undo makes them one again. */
	operation: string | null,
	/** Edits made since, which stay where they are. */
	kept: KeptEdit[],
};

/** Where the search for duplicates stands, and what there is. */
export type DuplicatesState = {
	/** A search at work. */
	search: DuplicateProgress | null,
	/** A merging of all exact groups at work. */
	merging: DuplicateProgress | null,
	/** When the last search ended. */
	searchedAt: string | null,
	/** Whether something came since that no search has seen. */
	stale: boolean,
	/** Groups of people beyond doubt. */
	exactPeople: number,
	/** Groups of people to be looked at. */
	probablePeople: number,
	/** Groups of companies beyond doubt. */
	exactCompanies: number,
	/** Groups of companies to be looked at. */
	probableCompanies: number,
};

/** What is known of an address. */
export type EmailStatus = 
/** No address. */
"none" | 
/** Given or seen working. */
"valid" | 
/** Deduced from a pattern. */
"guessed" | 
/** Refused by its server. */
"bounced";

/** Erases people for good. */
export type Erase = {
	/** Who. */
	ids: string[],
	/** That it is meant: nothing brings them back. */
	forGood: boolean,
};

/** A page of those whose time ran out. */
export type ExpiredAsk = {
	/** How many, at most 1,000. */
	limit: number,
};

/** Those whose time ran out, the longest gone first. */
export type ExpiredPeople = {
	/** They. */
	rows: ExpiredPerson[],
	/** How many in all. */
	total: number,
	/** Years of the clock. */
	years: number,
};

/** Somebody who should not be kept any longer. */
export type ExpiredPerson = {
	/** Who. */
	id: string,
	/** Their name. */
	name: string,
	/** Their company. */
	company: string,
	/** Since when they are on the desk. */
	collected: string,
	/** The last contact from them. */
	heardOn: string | null,
	/** Until when they could be kept. */
	until: string,
};

/** What was written. */
export type ExportDone = {
	/** Where. */
	path: string,
	/** Rows. */
	rows: number,
	/** Bytes. */
	bytes: number | null,
};

/** File format. */
export type ExportFormat = 
/** Comma-separated. */
"csv" | 
/** Excel. */
"xlsx" | 
/** JSON lines of everything. */
"json" | 
/** Cards for telephones and mail programs, vCard 3.0. */
"vcard" | 
/** The same for old telephones, vCard 2.1. */
"vcard21" | 
/** The same in the newest form, vCard 4.0. */
"vcard40";

/** Columns. */
export type ExportLayout = 
/** All fields. */
"full" | 
/** The eleven columns of the sheet. */
"sheet";

/** Writes a file. */
export type ExportRequest = {
	/** Who. */
	selection: Selection,
	/** Format. */
	format: ExportFormat,
	/** Columns. */
	layout: ExportLayout,
	/** Where to. */
	path: string,
};

/** Where one value came from. */
export type FieldSource = {
	/** Field name as in `people_update`. */
	field: string,
	/** `typed` or `import:<id>`. */
	source: string,
	/** When. */
	at: string,
};

/** A field and its value as text. */
export type FieldValue = {
	/** Field name. */
	field: string,
	/** New value; empty clears. */
	value: string,
};

/** One that was not taken in. */
export type FileRefused = {
	/** Its name. */
	name: string,
	/** Why; words of the errors. */
	reason: ReasonView,
};

/** Another name. */
export type FileRename = {
	/** Which. */
	id: string,
	/** Its name from now on. */
	name: string,
};

/** Writes a file outside the desk, in the clear. */
export type FileSave = {
	/** Which. */
	id: string,
	/** Where to: a file that is replaced, or a folder, where it gets its own name and replaces nothing. */
	path: string,
};

/** A file in the desk. */
export type FileView = {
	/** Id. */
	id: string,
	/** Its name. */
	name: string,
	/** The name to save it under. */
	saveAs: string,
	/** Bytes. */
	size: number,
	/** When it was added. */
	addedAt: string,
	/** By whom: `seller`. */
	by: string,
	/** Whether its contents are there: what an old undo brings back may have lost them. */
	there: boolean,
};

/** Takes files into the desk. */
export type FilesAdd = {
	/** On what. */
	of: RecordRef,
	/** Where they are on this machine; they stay there. */
	paths: string[],
};

/** What was taken in. */
export type FilesAdded = {
	/** Files of the record, newest first. */
	files: FileView[],
	/** How many were added; one the record has already, under the same name, is not added again. */
	added: number,
	/** Those that were not, and why. */
	refused: FileRefused[],
	/** The undoable operation. */
	operation: string | null,
};

/** Of what. */
export type FilesOf = {
	/** The record. */
	of: RecordRef,
};

/** One part of a filter; parts stand alone or in groups. */
export type FilterClause = {
	/** Which field. */
	field: FilterField,
	/** What is asked. */
	op: FilterOp,
	/** With what; ignored by `empty` and `not_empty`. */
	value: string,
	/** Which field of the seller's. */
	custom?: string | null,
};

/** Fields a filter can ask. */
export type FilterField = 
/** Status, by key or name. */
"status" | 
/** What the status counts as. */
"counts_as" | 
/** Whether they have been in their status for longer than it allows: `yes` or `no`. */
"too_long" | 
/** Company name. */
"company" | 
/** Title. */
"title" | 
/** Location. */
"location" | 
/** E-mail address. */
"email" | 
/** Last contact, a date. */
"last_contact" | 
/** Date added. */
"added" | 
/** Language. */
"language" | 
/** Where they came from. */
"source" | 
/** LinkedIn profile. */
"linkedin" | 
/** Tag, by name or id. */
"tag" | 
/** List, by name or id. */
"list" | 
/** Noted in two seconds and not completed yet: since when, a date. */
"to_qualify" | 
/** What comes next and when, a date: what waits for the seller is due at any day, a task without one is never due. */
"next_step" | 
/** Phone. */
"phone" | 
/** Whether they are probably held twice: `yes` or `no`. */
"duplicate" | 
/** A field of the seller's, named by `custom`. */
"custom";

/** Conditions that belong together, one level deep; a group without any says nothing. */
export type FilterGroup<C> = {
	/** One of them is enough; otherwise all must hold. */
	any?: boolean,
	/** It counts where it does not hold. */
	not?: boolean,
	/** The conditions. */
	filters: C[],
};

/** What a filter asks of its field. */
export type FilterOp = 
/** Equal (folded). */
"is" | 
/** Not equal. */
"is_not" | 
/** Contains (folded). */
"contains" | 
/** Empty. */
"empty" | 
/** Not empty. */
"not_empty" | 
/** Date before. */
"before" | 
/** Date before, or never. */
"before_or_never" | 
/** Date on or after. */
"after";

/** Follow-ups with their counters. */
export type FollowupList = {
	/** The rows. */
	rows: FollowupView[],
	/** Due up to today. */
	due: number,
	/** Later. */
	later: number,
};

/** Which follow-ups. */
export type FollowupListRequest = {
	/** Only those due up to today. */
	due: boolean,
	/** First row. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
};

/** A follow-up. */
export type FollowupView = {
	/** Id. */
	id: string,
	/** Who. */
	person: PersonName,
	/** Company. */
	company: string,
	/** 1 = first. */
	n: number,
	/** At most. */
	of: number,
	/** Its day. */
	dueOn: string,
	/** `scheduled`, `drafted`, `done`, `stopped`. */
	state: string,
	/** Why it stopped (code). */
	reason: string,
	/** Its draft. */
	outboxId: string | null,
	/** Subject of its draft. */
	subject: string,
	/** Subject of the message it follows. */
	follows: string,
	/** The message on which it waits: nothing is drafted before that one surely left or never will. */
	awaits: Awaited | null,
	/** Run it came from. */
	runNumber: number | null,
};

/** A month of the forecast. */
export type ForecastMonthView = {
	/** `YYYY-MM`; empty for those without a day. */
	month: string,
	/** Open opportunities that should be signed in it. */
	openCount: number,
	/** Their worth. */
	open: MoneyView[],
	/** Their worth, each weighted by its probability. */
	weighted: MoneyView[],
	/** Opportunities won in it. */
	wonCount: number,
	/** Their worth. */
	won: MoneyView[],
};

/** Which months to look at. */
export type ForecastRequest = {
	/** Of which pipeline; all of them where it is not said. */
	pipeline: string | null,
	/** The first month, `YYYY-MM`; this one where it is not said. */
	from: string | null,
	/** How many, 1 to 24. */
	months: number,
};

/** What is expected, month by month. */
export type ForecastView = {
	/** The months asked for, in order. */
	months: ForecastMonthView[],
	/** Open ones without a day, or whose day has passed. */
	undated: ForecastMonthView,
	/** The current month, `YYYY-MM`. */
	this: string,
};

/** The goals of a month. */
export type GoalMonth = {
	/** `YYYY-MM`. */
	month: string,
	/** Revenue, appointments, signatures. */
	goals: GoalProgress[],
};

/** How far a goal is reached. */
export type GoalProgress = {
	/** Of what. */
	goal: GoalWord,
	/** What is wanted: minor units, or a count; none where no goal is set. */
	target: number | null,
	/** What there is. */
	reached: number,
};

/** A goal; no target takes it away. */
export type GoalSet = {
	/** `YYYY-MM`. */
	month: string,
	/** Of what. */
	goal: GoalWord,
	/** How much as it is typed: an amount of the desk's currency, or a number. */
	target: string,
};

/** What a month is measured by. */
export type GoalWord = 
/** What was won. */
"revenue" | 
/** Appointments that took place. */
"appointments" | 
/** Opportunities won. */
"signatures";

/** Which months. */
export type GoalsRequest = {
	/** The first one, `YYYY-MM`; this one where it is not said. */
	from: string | null,
	/** How many, 1 to 24. */
	months: number,
};

/** The goals of some months. */
export type GoalsView = {
	/** The desk's currency: that of revenues. */
	currency: string,
	/** The current month, `YYYY-MM`. */
	this: string,
	/** Each month with its goals. */
	months: GoalMonth[],
};

/** What a list is grouped by. */
export type GroupBy<B> = {
	/** Which of the usual. */
	by: B,
	/** Which field of the seller's. */
	custom?: string | null,
};

/** A group. */
export type GroupView = {
	/** Its key: an id, a word of the desk, a month `YYYY-MM`, or the value itself; empty for the rows without one. */
	key: string,
	/** What it is called; empty where the key is a word of the desk's, or there is none. Of a stage the French name. */
	name: string,
	/** Of a stage the English name. */
	nameEn: string,
	/** Of a stage or a tag its colour. */
	colour: string,
	/** How many rows it has. */
	count: number,
	/** Of opportunities what they are worth, by currency. */
	sums: MoneyView[],
};

/** Groups in their order, the rows without a value last. */
export type GroupsView = {
	/** The groups, at most 2,000. */
	groups: GroupView[],
	/** How many groups there are beyond them. */
	left: number,
	/** How many rows those have. */
	leftRows: number,
};

/** A part of the desk or a connection. */
export type HealthPart = {
	/** `desk`, `keychain`, `mail`, `ai`, `sheets`, `backup`, `jobs`; `restore` while everything is held after one. */
	name: string,
	/** `ok`, `off` (not set up), `warn`, `bad`. */
	state: string,
	/** What it says. */
	what: ReasonView,
};

/** The health page. */
export type HealthView = {
	/** Each part, the troubled first. */
	parts: HealthPart[],
	/** Caps used. */
	caps: CapView[],
	/** Last verified backup. */
	lastBackupAt: string | null,
	/** Next message to leave. */
	nextSendAt: string | null,
	/** Messages waiting to leave. */
	queue: number,
	/** Why sending is paused. */
	paused: ReasonView | null,
	/** Size of the desk in bytes. */
	deskBytes: number | null,
	/** People in the desk. */
	people: number,
};

/** A page of the journal, newest first. */
export type HistoryRequest = {
	/** Older than this sequence number. */
	before: number | null,
	/** How many, at most 200. */
	limit: number,
};

/** What ⌘Z and ⇧⌘Z would do. */
export type HistoryTop = {
	/** Would be undone. */
	undo: OperationView | null,
	/** Would be done again. */
	redo: OperationView | null,
};

/** One of a company's numbers. */
export type IdentifierView = {
	/** `siren`, `siret`, `vat`, `naf`. */
	field: string,
	/** As people read it, in groups; empty where it is not known. */
	shown: string,
	/** What is wrong with it. */
	flaw: ReasonView | null,
	/** The number the company's other ones give, where it is another one; empty otherwise. */
	offer: string,
};

/** Writes a checked import. */
export type ImportApply = {
	/** Which. */
	id: string,
	/** Also puts the messages and invitations of LinkedIn's archive onto timelines, when the people are written. */
	correspondence: boolean | null,
};

/** How to read the file. */
export type ImportAs = 
/** Look and decide. */
"auto" | 
/** LinkedIn's Connections.csv or archive. */
"linkedin" | 
/** Any table of people. */
"csv";

/** A value that changes. */
export type ImportChange = {
	/** Field. */
	field: string,
	/** Before. */
	old: string,
	/** After. */
	new: string,
	/** The desk's value stays. */
	kept: boolean,
	/** The seller typed the desk's value: they choose. */
	typed: boolean,
};

/** A column of the file. */
export type ImportColumn = {
	/** Its header. */
	header: string,
	/** Field it is taken for. */
	field: string | null,
	/** First three values. */
	samples: string[],
	/** The column, from 0, whose values it tells more of: what they are for, or whether they are good. It has no field of its own then. */
	tellsOf: number | null,
};

/** What became of the messages and invitations of an archive. */
export type ImportCorrespondence = {
	/** Those that are new on timelines. */
	entered: number,
	/** With how many people of the desk. */
	people: number,
	/** Messages and invitations with people who are not on the desk. */
	strangers: number,
	/** Why none could be read; the people are written all the same. */
	failure: ReasonView | null,
};

/** What stands first in a date. */
export type ImportDates = 
/** `31/12/2024`. */
"day_first" | 
/** `12/31/2024`. */
"month_first";

/** What the deletion of an import took back. */
export type ImportDeleted = {
	/** Rows of people, companies and the rest that were taken back. */
	restored: number,
	/** What stays because it was changed since. */
	kept: KeptEdit[],
};

/** What an import may do to one field. */
export type ImportFieldPolicy = {
	/** Which field, by the name it has in commands. */
	field: string,
	/** What it may do. */
	policy: ImportPolicy,
};

/** By what a row and a person are known to be the same, beside the desk's own id. */
export type ImportKey = 
/** The LinkedIn profile. */
"profile" | 
/** An address. */
"email" | 
/** The phone number. */
"phone" | 
/** Name and company. */
"name";

/** What the import may do. */
export type ImportMode = 
/** Only new people. */
"create" | 
/** Only people already here. */
"update" | 
/** Both. */
"both";

/** What stands before the decimals of a number. */
export type ImportNumbers = 
/** `1 234,5`. */
"comma" | 
/** `1,234.5`. */
"point";

/** Rows of the check that are shown across plans. */
export type ImportOnly = 
/** The file says otherwise than what the seller typed. */
"conflicts" | 
/** The person is on the do-not-contact list. */
"do_not_contact" | 
/** The row is taken, a value of it is not. */
"not_taken";

/** Opens a file: reads and checks all of it into the staging table. */
export type ImportOpen = {
	/** Absolute path of a .csv, .tsv, .txt, .xlsx, .json, .vcf or .zip; of pasted text the name it is shown under. */
	path: string,
	/** How to read it. */
	readAs: ImportAs,
	/** What it may do. */
	mode: ImportMode,
	/** Rows pasted from the clipboard, instead of a file. */
	text: string | null,
	/** Reads, maps and matches as this earlier import did. */
	like: string | null,
	/** What is told about the file; everything else is detected. */
	reading: ImportReading | null,
};

/** What an import may do to a value of somebody who is here already. */
export type ImportPolicy = 
/** Only fill it where nothing stands. */
"fill" | 
/** Also take the file's for what came from a file or a service; what the seller typed stays. */
"overwrite" | 
/** Take the file's even for what the seller typed. */
"overwrite_typed" | 
/** Leave it alone. */
"never";

/** Whose table a file is: how its columns are understood. */
export type ImportPreset = 
/** Apollo.io. */
"apollo" | 
/** Google Contacts, before and since 2024. */
"google_contacts" | 
/** HubSpot. */
"hubspot" | 
/** lemlist. */
"lemlist" | 
/** LinkedIn's connections. */
"linkedin" | 
/** Outlook, English and French. */
"outlook" | 
/** Pipedrive. */
"pipedrive" | 
/** Salesforce. */
"salesforce" | 
/** The desk's own sheet of eleven columns. */
"sheet" | 
/** Cards. */
"vcard" | 
/** Nobody's: each column by its name alone, or by what stands in it where it has none. */
"other";

/** The beginning of a file. */
export type ImportPreview = {
	/** Encoding it was read in. */
	encoding: string,
	/** Separator; empty for a workbook. */
	delimiter: string,
	/** Line of the column names; 0 = there is none, the columns are called by letters and taken for what stands in them. */
	headerLine: number,
	/** Sheet of a workbook that is read; empty for other files. */
	sheet: string,
	/** All sheets of the workbook. */
	sheets: string[],
	/** Whose table it is read as. */
	preset: ImportPreset,
	/** Whose table its columns say it is. */
	recognised: ImportPreset,
	/** Columns, with the field each would be taken for. */
	columns: ImportColumn[],
	/** The first rows. */
	rows: ImportPreviewRow[],
	/** Encodings the file may have, and what each makes of it; empty for a workbook. */
	encodings: ImportRival[],
	/** Separators the file may have; empty for a workbook. */
	delimiters: ImportRival[],
	/** The decimal mark numbers are read with. */
	numbers: ImportNumbers,
	/** The country numbers without a prefix are of. */
	country: string,
};

/** Shows the beginning of the file as it would be read; nothing is kept. */
export type ImportPreviewRequest = {
	/** Which import. */
	id: string,
	/** How to read it. */
	reading: ImportReading,
};

/** A row of the beginning of a file. */
export type ImportPreviewRow = {
	/** Line in the file. */
	line: number,
	/** Its cells, the beginning of long ones. */
	cells: string[],
	/** Cells that are understood otherwise than they are written (a date, a number), by column. */
	understood: ImportUnderstood[],
};

/** How a file is read, where the seller tells it; absent = as detected. */
export type ImportReading = {
	/** Label of the encoding, as in the WHATWG Encoding Standard (`windows-1252`). */
	encoding: string | null,
	/** Separator of a text file. */
	delimiter: ImportSeparator | null,
	/** Physical line (from 1) of the column names; 0 = no line names them. */
	headerLine: number | null,
	/** Sheet of a workbook, by name. */
	sheet: string | null,
	/** Whose table it is. */
	preset: ImportPreset | null,
	/** Order of dates of which nothing in their column tells it. */
	dates: ImportDates | null,
	/** Decimal mark. */
	numbers: ImportNumbers | null,
	/** Country of numbers without an international prefix (two letters of ISO 3166-1); absent = the desk's. */
	country: string | null,
};

/** Saves the rejected rows as CSV. */
export type ImportRejects = {
	/** Which import. */
	id: string,
	/** Where to. */
	path: string,
};

/** Changes how a checked file is understood; it is checked again. */
export type ImportRemap = {
	/** Which import. */
	id: string,
	/** A field name (or null = ignore) for each column. */
	columns: (string | null)[],
	/** What it may do. */
	mode: ImportMode,
	/** How dates are read of which nothing in their column tells the order; absent = as the rest of the file, or day first. */
	dates: ImportDates | null,
	/** Who is the same, and what happens to values; absent = as it is. */
	rules: ImportRules | null,
};

/** An earlier import. */
export type ImportRemembered = {
	/** Which. */
	id: string,
	/** Name of its file. */
	fileName: string,
	/** When it was opened. */
	at: string,
};

/** Reads the file again as told; it is checked again. */
export type ImportReread = {
	/** Which import. */
	id: string,
	/** How to read it. */
	reading: ImportReading,
	/** Forgets what an earlier import of the same columns left: mapping and rules begin anew. */
	fresh: boolean,
};

/** One way to read a file, among others. */
export type ImportRival = {
	/** What to tell to have it. */
	value: string,
	/** Whether it is the one detected. */
	detected: boolean,
	/** What a cell that tells the difference becomes. */
	sample: string,
	/** Of the first rows, how many break: letters are lost, or another number of cells than columns. */
	broken: number,
	/** Columns it gives. */
	columns: number,
};

/** What a change of a row gave. */
export type ImportRowChanged = {
	/** The import, with its counts. */
	import: ImportView,
	/** The row. */
	row: ImportRowView,
};

/** Decides a conflict between what the seller typed and the file. */
export type ImportRowChoose = {
	/** Which import. */
	id: string,
	/** Number of the row; absent = every row with a conflict. */
	n: number | null,
	/** Which field; absent = every one. */
	field: string | null,
	/** The file's value is taken. */
	file: boolean,
};

/** Corrects a cell of a checked row; the row is planned again at once. */
export type ImportRowEdit = {
	/** Which import. */
	id: string,
	/** Number of the row. */
	n: number,
	/** Which column, from 0. */
	column: number,
	/** What shall stand there. */
	value: string,
};

/** Takes a row out of an import, or back in. */
export type ImportRowLeave = {
	/** Which import. */
	id: string,
	/** Number of the row. */
	n: number,
	/** Whether it stays out. */
	out: boolean,
};

/** A row of the check. */
export type ImportRowView = {
	/** Its number among the rows, from 1. */
	n: number,
	/** Line in the file. */
	line: number,
	/** Its cells as they were read, the beginning of long ones. */
	cells: string[],
	/** What is planned. */
	plan: RowPlan,
	/** Names and values as they will stand. */
	name: string,
	/** Title. */
	title: string,
	/** Company. */
	company: string,
	/** Address. */
	email: string,
	/** Why: the match, the reason of a rejection, warnings. */
	reason: ReasonView | null,
	/** Old and new values. */
	changes: ImportChange[],
	/** The person met. */
	person: PersonRow | null,
	/** On the do-not-contact list. */
	suppressed: boolean,
	/** It is refused, or taken without a value that its reason names: correcting its cells helps. */
	correctable: boolean,
};

/** Rows of the check. */
export type ImportRowsRequest = {
	/** Which import. */
	id: string,
	/** Only these. */
	plan: RowPlan | null,
	/** Only these, whatever their plan. */
	only: ImportOnly | null,
	/** Only rows after this number: how one goes on from page to page, however many rows there are. */
	after: number | null,
	/** Rows to leave out first; slow far down. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
};

/** Who is the same person, and what happens to their values. */
export type ImportRules = {
	/** By what a row and a person are the same; the order is always that of [`ImportKey`]. */
	keys: ImportKey[],
	/** What happens to values of people who are here. */
	usual: ImportPolicy,
	/** Fields for which something else holds. */
	policies: ImportFieldPolicy[],
	/** Tags that everybody of the file gets, by name; made where they do not exist. */
	tags: string[],
	/** List that everybody of the file is put on, by name; empty = none. */
	list: string,
	/** Where the data comes from, for new people; empty = as the file says, or its name. */
	source: string,
};

/** What separates the columns of a text file. */
export type ImportSeparator = 
/** `,` */
"comma" | 
/** `;` */
"semicolon" | 
/** Tab. */
"tab" | 
/** `|` */
"pipe";

/** Where an import stands. */
export type ImportState = 
/** The file is being read and checked into the staging table. */
"reading" | 
/** Checked: nothing is written yet. */
"checked" | 
/** Being written. */
"applying" | 
/** Done. */
"applied" | 
/** Stopped by the seller; what was written stays and can be undone. */
"cancelled" | 
/** The file turned out bad; nothing was changed. */
"failed";

/** What a cell is understood as. */
export type ImportUnderstood = {
	/** Which column, from 0. */
	column: number,
	/** What it says; empty = it cannot be read. */
	value: string,
};

/** An import. */
export type ImportView = {
	/** Id. */
	id: string,
	/** Name of the file, without its folder. */
	fileName: string,
	/** `linkedin`, `sheet`, `csv`. */
	kind: string,
	/** Where it stands. */
	state: ImportState,
	/** What it may do. */
	mode: ImportMode,
	/** Encoding as detected, such as `UTF-8`. */
	encoding: string,
	/** Separator as detected. */
	delimiter: string,
	/** Line of the column names; 0 = there is none. */
	headerLine: number,
	/** Sheet of a workbook that was read; empty for other files. */
	sheet: string,
	/** All sheets of the workbook. */
	sheets: string[],
	/** Whose table it was read as. */
	preset: ImportPreset,
	/** The columns with what they are taken for. */
	columns: ImportColumn[],
	/** Files of an archive that are not read. */
	ignoredFiles: string[],
	/** Files of an archive that can go onto timelines when the people are written: messages, invitations. */
	correspondenceFiles: string[],
	/** What became of them, where the seller wanted it. */
	correspondence: ImportCorrespondence | null,
	/** Rows in the file. */
	rows: number,
	/** New people (planned, or done once applied). */
	created: number,
	/** People changed. */
	updated: number,
	/** People as they were. */
	unchanged: number,
	/** Rows left out on purpose. */
	skipped: number,
	/** Rows that cannot be used. */
	rejected: number,
	/** Rows written so far. */
	applied: number,
	/** Of the people in the file, how many are on the do-not-contact list. */
	suppressed: number,
	/** Values that were not taken as they stand, in rows that are taken all the same. */
	warnings: ImportWarning[],
	/** How many such rows there are. */
	notTaken: number,
	/** How the seller told to read it. */
	reading: ImportReading,
	/** Who is the same person, and what happens to values. */
	rules: ImportRules,
	/** The earlier import whose mapping and rules were taken over. */
	remembered: ImportRemembered | null,
	/** Rows in which the file says otherwise than what the seller typed. */
	conflicts: number,
	/** Whether its file can be read again with other settings. */
	readable: boolean,
	/** Something worth saying about the whole file: it was imported before. */
	notice: ReasonView | null,
	/** Why it failed. */
	failure: ReasonView | null,
	/** The operation that undo takes back. */
	operation: string | null,
	/** Whether the whole import was undone. */
	undone: boolean,
	/** When it was opened. */
	createdAt: string,
	/** When it ended. */
	finishedAt: string | null,
};

/** One kind of value that was left out, cleaned or taken otherwise. */
export type ImportWarning = {
	/** Why, as a code of the catalogue whose sentence names the field. */
	code: string,
	/** Which field. */
	field: string,
	/** In how many rows. */
	rows: number,
	/** Further values the sentence names. */
	params: { [key in string]: string },
};

/** A row edited since: it keeps the later values. */
export type KeptEdit = {
	/** Table. */
	table: string,
	/** Key. */
	id: string,
	/** What it is, for a person: the name. */
	label: string,
	/** Columns kept. */
	columns: string[],
};

/** What told the language a person is written to in; the first that tells. */
export type LanguageFrom = 
/** The seller recorded it. */
"record" | 
/** Where the person is. */
"place" | 
/** The ending of the e-mail address. */
"address" | 
/** The legal form of the company. */
"company" | 
/** The seller's own texts of the run. */
"texts" | 
/** Nothing: it is the desk's. */
"desk";

/** Something sold. */
export type LineView = {
	/** What. */
	name: string,
	/** How many, in thousandths. */
	quantity: number,
	/** Price of one in minor units, without VAT. */
	unitPrice: number,
	/** VAT in hundredths of a percent; none = not said. */
	vatRate: number | null,
};

/** What is sold, line by line; the amount follows. */
export type LinesSet = {
	/** Of which opportunity. */
	id: string,
	/** All its lines; none leaves the amount as it is. */
	lines: LineView[],
};

/** LinkedIn's archive, whose messages and invitations are to stand on timelines. */
export type LinkedinArchive = {
	/** Absolute path of the zip. */
	path: string,
};

/** What the seller did. */
export type LinkedinOutcome = 
/** Invitation or message sent. */
"sent" | 
/** Already connected. */
"already_connected" | 
/** Left out. */
"skipped";

/** The queue with its counters. */
export type LinkedinQueue = {
	/** People waiting, first first. */
	tasks: LinkedinTask[],
	/** How many wait in all. */
	waiting: number,
	/** Sent today. */
	today: number,
	/** Cap a day. */
	dailyCap: number,
	/** Sent in the last seven days. */
	week: number,
	/** Cap a week. */
	weeklyCap: number,
	/** Personalised notes this month. */
	notesMonth: number,
	/** Cap of personalised notes a month (0 = not limited). */
	notesCap: number,
	/** Why the next one should wait, when a cap is reached. */
	wait: ReasonView | null,
	/** Done today, newest first. */
	done: LinkedinTask[],
};

/** Records what the seller did. */
export type LinkedinRecord = {
	/** Which task. */
	id: string,
	/** What. */
	outcome: LinkedinOutcome,
};

/** One person of the queue. */
export type LinkedinTask = {
	/** Id of the task. */
	id: string,
	/** Who. */
	person: PersonName,
	/** Title and company. */
	title: string,
	/** Company. */
	company: string,
	/** Location. */
	location: string,
	/** Profile address. */
	url: string,
	/** The note, rendered. */
	note: string,
	/** Since when they are connected: the note goes as a message, as no invitation is left to send. */
	connectedOn: string | null,
	/** `waiting`, `sent`, `already_connected`, `skipped`, `cancelled`. */
	state: string,
	/** The run it came from. */
	runId: string | null,
	/** Number of that run. */
	runNumber: number | null,
	/** When it was done. */
	doneAt: string | null,
};

/** What was put on timelines. */
export type LinkedinTold = {
	/** Messages and invitations that are new there. */
	entered: number,
	/** Those that stood there already. */
	known: number,
	/** With how many people of the desk. */
	people: number,
	/** Messages and invitations with people who are not on the desk. */
	strangers: number,
	/** Of which nothing tells with whom they were. */
	unknown: number,
	/** Drafts, spam, advertisements, and what cannot be read. */
	leftOut: number,
	/** The undoable operation. */
	operation: string | null,
};

/** The same for companies. */
export type ListCompanies = {
	/** Which list. */
	id: string,
	/** Which. */
	selection: CompanySelection,
	/** Off the list; otherwise on it. */
	remove: boolean,
};

/** A new list. */
export type ListNew = {
	/** Name. */
	name: string,
	/** What it holds. */
	of: ListOf,
};

/** What a list holds. */
export type ListOf = 
/** People. */
"people" | 
/** Companies. */
"companies";

/** Puts people on a list, at its end, or takes them off. */
export type ListPeople = {
	/** Which list. */
	id: string,
	/** Who. */
	selection: Selection,
	/** Off the list; otherwise on it. */
	remove: boolean,
};

/** Another name for a list. */
export type ListRename = {
	/** Which. */
	id: string,
	/** Name. */
	name: string,
};

/** A list with how many are on it. */
export type ListRow = {
	/** Id. */
	id: string,
	/** Name. */
	name: string,
	/** What it holds. */
	of: ListOf,
	/** How many. */
	count: number,
};

/** Models an endpoint offers. */
export type ModelList = {
	/** Their ids. */
	models: string[],
};

/** Exactly what would be sent to the model for one person. */
export type ModelPreview = {
	/** Where to. */
	url: string,
	/** The request body, indented JSON. */
	body: string,
};

/** An amount of money. */
export type MoneyView = {
	/** Whole minor units (cents); exact up to 2^53, never a fraction: the client is told so by the type of a whole number. */
	minor: number,
	/** Three letters of ISO 4217. */
	currency: string,
};

/** What comes next for a person. */
export type NextStep = {
	/** `draft`, `scheduled`, `followup`, `linkedin`, `task`, `appointment`. */
	kind: string,
	/** Its day or moment, when known. */
	at: string | null,
	/** Number of the follow-up. */
	n: number | null,
	/** What the task or appointment is about; empty otherwise. */
	title: string,
	/** Whether a LinkedIn note waits in the queue, be it what comes next or not. */
	linkedin: boolean,
};

/** A note in other words. */
export type NoteEdit = {
	/** Which. */
	id: string,
	/** Its text. */
	text: string,
};

/** A note on a person. */
export type NoteNew = {
	/** Who. */
	id: string,
	/** Its text. */
	text: string,
};

/** A note on one thing. */
export type NoteOn = {
	/** On a person. */
	personId: string | null,
	/** On a company. */
	companyId: string | null,
	/** On an opportunity. */
	opportunityId: string | null,
	/** Its text. */
	text: string,
};

/** The same note on several. */
export type NoteSeveral = {
	/** On which. */
	on: CustomSelection,
	/** Its text. */
	text: string,
};

/** What was noted. */
export type Noted = {
	/** As it stands on the timeline. */
	item: TimelineItem,
	/** The undoable operation. */
	operation: string | null,
};

/** A request or an answer with nothing in it. */
export type Nothing = Record<string, never>;

/** An operation. */
export type OperationView = {
	/** Id. */
	id: string,
	/** Sequence number. */
	seq: number,
	/** When. */
	at: string,
	/** `seller`, `run`, `import`, `desk`. */
	actor: string,
	/** What was done (`history.<code>` in the catalogue). */
	intent: ReasonView,
	/** Rows it changed. */
	rows: number,
	/** `done`, `undone`, `undoing`. */
	state: string,
	/** Whether it can be undone now. */
	undoable: boolean,
	/** Whether it can be done again. */
	redoable: boolean,
	/** The operation it undid or redid. */
	undoes: string | null,
};

/** Several opportunities at once. */
export type OpportunitiesBulk = {
	/** Which. */
	selection: OpportunitySelection,
	/** Which fields, with their new values. */
	values: FieldValue[],
	/** The stage they go to. */
	stage: string | null,
	/** How they ended, where that stage is an end. */
	closing: ClosingRequest | null,
};

/** How many there are, and what the open ones among those that match are worth. */
export type OpportunitiesCount = {
	/** Matching the query. */
	matching: number,
	/** In all. */
	total: number,
	/** Nothing answers to the words as they were typed: these answer to words that are nearly those. */
	near: boolean,
	/** Worth of the open ones that match, by currency. */
	open: MoneyView[],
	/** The same, each weighted by its probability. */
	weighted: MoneyView[],
};

/** Writes opportunities to a file. */
export type OpportunitiesExport = {
	/** Which. */
	selection: OpportunitySelection,
	/** Format. */
	format: TableFormat,
	/** Where to. */
	path: string,
};

/** The groups of opportunities that match. */
export type OpportunitiesGroups = {
	/** Which opportunities. */
	query: OpportunitiesQuery,
	/** What they are grouped by. */
	by: OpportunityGroup,
	/** Which field of the seller's. */
	custom?: string | null,
};

/** Some rows of a list. */
export type OpportunitiesPage = {
	/** Which opportunities. */
	query: OpportunitiesQuery,
	/** First row. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
	/** Group by group, in the order of the groups; whoever is in several stands in each. */
	grouped?: GroupBy<OpportunityGroup> | null,
};

/** Which opportunities, in which order. */
export type OpportunitiesQuery = {
	/** Words typed in the search box; all must match. */
	text: string,
	/** Filter parts, joined by "and" unless `any` says otherwise. */
	filters: OpportunityFilter[],
	/** One of the parts and groups is enough; otherwise all must hold. */
	any?: boolean,
	/** Groups of parts. */
	groups?: FilterGroup<OpportunityFilter>[],
	/** Order. */
	sort: OpportunitySort,
	/** Downwards. */
	descending: boolean,
	/** Which field of the seller's it is ordered by. */
	by?: string | null,
	/** Only the rows of one group. */
	within?: Within<OpportunityGroup> | null,
};

/** Rows, without a total (see `opportunities_count`). */
export type OpportunitiesRows = {
	/** The rows. */
	rows: OpportunityRow[],
	/** Whether these are the last ones. */
	last: boolean,
};

/** Ends an opportunity in its own pipeline. */
export type OpportunityClose = {
	/** Which. */
	id: string,
	/** Won, or lost. */
	won: boolean,
	/** How. */
	closing: ClosingRequest,
};

/** Everything about one opportunity. */
export type OpportunityDetail = {
	/** The list's row. */
	row: OpportunityRow,
	/** Why it ended: id of the reason. */
	reason: string | null,
	/** Why it ended, in words. */
	closeNote: string,
	/** Notes. */
	notes: string,
	/** What is sold. */
	lines: LineView[],
	/** Who is in it: the main person first. */
	contacts: ContactView[],
	/** The stages it has been at, the first one first. */
	history: StageVisit[],
};

/** Something that happened with an opportunity, or with one of its people. */
export type OpportunityEvent = {
	/** With whom; nobody where it is the opportunity itself. */
	person: string | null,
	/** Their name. */
	name: string,
	/** What. */
	item: TimelineItem,
};

/** One part of a filter; parts stand alone or in groups. Of a number, `before` is less than and `after` at least. */
export type OpportunityFilter = {
	/** Which field. */
	field: OpportunityFilterField,
	/** What is asked. */
	op: FilterOp,
	/** With what; ignored by `empty` and `not_empty`. */
	value: string,
	/** Which field of the seller's. */
	custom?: string | null,
};

/** Fields a filter of opportunities can ask. */
export type OpportunityFilterField = 
/** Name. */
"name" | 
/** Company: its id, or its name. */
"company" | 
/** Person: the id of the main one, or of anybody with a role. */
"person" | 
/** Pipeline, by id. */
"pipeline" | 
/** Stage: ids, separated by commas. */
"stage" | 
/** `open`, `won`, `lost`, separated by commas. */
"state" | 
/** Amount, in whole units of its currency. */
"amount" | 
/** Currency. */
"currency" | 
/** Probability, a number. */
"probability" | 
/** When it should be signed, a date. */
"close_on" | 
/** What to do next. */
"next_step" | 
/** And when, a date. */
"next_step_on" | 
/** Where it came from. */
"source" | 
/** Who else is in the race. */
"competitor" | 
/** Why it ended: id of a reason. */
"reason" | 
/** When it was won or lost, a date. */
"closed_on" | 
/** Since when it is at its stage, a date. */
"stage_since" | 
/** When it came in, a date. */
"added" | 
/** Whether it stagnates: `yes` or `no`. */
"stagnating" | 
/** A field of the seller's, named by `custom`. */
"custom";

/** What opportunities are grouped by. */
export type OpportunityGroup = 
/** Stage, in the order of the pipelines. */
"stage" | 
/** Company. */
"company" | 
/** The month they should be signed in. */
"month" | 
/** Where they came from. */
"source" | 
/** A field of the seller's, named by `custom`. */
"custom";

/** Puts an opportunity at a stage, or elsewhere in it. */
export type OpportunityMove = {
	/** Which. */
	id: string,
	/** To which stage. */
	stage: string,
	/** Behind which card; none = at the top. */
	after: string | null,
	/** How it ended, where that stage is an end. */
	closing: ClosingRequest | null,
};

/** A new opportunity; at least a name. */
export type OpportunityNew = {
	/** Values as in [`OpportunityUpdate`]. */
	values: FieldValue[],
	/** Its stage; without it the first one of the first pipeline. */
	stage: string | null,
};

/** A row of the list, a card of the board. */
export type OpportunityRow = {
	/** Id. */
	id: string,
	/** What it is. */
	name: string,
	/** The company, where it is on the desk. */
	companyId: string | null,
	/** Its name. */
	company: string,
	/** The main person, where they are on the desk. */
	personId: string | null,
	/** Their name. */
	person: string,
	/** Its pipeline. */
	pipeline: string,
	/** Its stage. */
	stage: string,
	/** French name of the stage. */
	stageFr: string,
	/** English name of the stage. */
	stageEn: string,
	/** Colour of the stage. */
	stageColour: string,
	/** Whether the stage is an end. */
	kind: StageKindWord,
	/** What it is worth, where that is known. */
	amount: MoneyView | null,
	/** The currency of its amount and lines. */
	currency: string,
	/** In percent: its own, or the stage's. */
	probability: number,
	/** Whether that is its own. */
	ownProbability: boolean,
	/** When it should be signed. */
	closeOn: string | null,
	/** What to do next. */
	nextStep: string,
	/** And when. */
	nextStepOn: string | null,
	/** Where it came from. */
	source: string,
	/** Who else is in the race. */
	competitor: string,
	/** Since when it is at its stage. */
	stageSince: string,
	/** Whole days at its stage. */
	days: number,
	/** Why it stagnates, with the limit it passed and since when. */
	attention: ReasonView | null,
	/** When it was won or lost. */
	closedOn: string | null,
	/** Why, of the seller's list, in French. */
	reasonFr: string,
	/** And in English. */
	reasonEn: string,
	/** When it came in. */
	addedAt: string,
	/** Invented. */
	sample: boolean,
	/** Values of the seller's own fields, in their order. */
	custom?: CustomValueView[],
};

/** Which opportunities. */
export type OpportunitySelection = 
/** Named one by one. */
{ kind: "ids"; 
/** Their ids. */
ids: string[] } | 
/** All that match. */
{ kind: "query"; 
/** The query. */
query: OpportunitiesQuery } | 
/** All of them. */
{ kind: "all" };

/** Columns the list of opportunities can be ordered by. */
export type OpportunitySort = 
/** Name. */
"name" | 
/** Company, without its legal form. */
"company" | 
/** Stage, in the order of the pipelines. */
"stage" | 
/** Amount, by currency. */
"amount" | 
/** Probability. */
"probability" | 
/** When it should be signed. */
"close_on" | 
/** When the next step is due. */
"next_step" | 
/** How long it has been at its stage. */
"age" | 
/** When it was won or lost. */
"closed_on" | 
/** When it came in. */
"added" | 
/** A field of the seller's, named by `by`. */
"custom";

/**
 * Values typed on an opportunity. Fields: name, company (a name, or an id), person (an id), currency, amount, probability, close_on,
 * next_step, next_step_on, source, competitor, notes.
 */
export type OpportunityUpdate = {
	/** Which. */
	id: string,
	/** Which fields, with their new values; all or none are written. */
	values: FieldValue[],
};

/** Approves, holds, releases, calls back or gives up messages. */
export type OutboxAct = {
	/** Which. */
	ids: string[],
};

/** What an act did: some messages may no longer be changed. */
export type OutboxActed = {
	/** Messages changed. */
	changed: number,
	/** Messages that could not be, and why. */
	refused: OutboxRefusal[],
	/** They can be called back until then. */
	recallUntil: string | null,
};

/** How many there are in each state. */
export type OutboxCounts = {
	/** Drafts to approve, those of follow-ups among them. */
	draft: number,
	/** Held. */
	held: number,
	/** Scheduled. */
	scheduled: number,
	/** Being sent. */
	sending: number,
	/** Sent. */
	sent: number,
	/** Unknown. */
	unknown: number,
	/** Failed. */
	failed: number,
	/** Given up: by the seller, with their run, or as nothing can come of them any more. */
	cancelled: number,
	/** Next to leave. */
	nextAt: string | null,
};

/** A message, whole. */
export type OutboxDetail = {
	/** The list's row. */
	row: OutboxRow,
	/** `Name <address>`. */
	from: string,
	/** `Name <address>`. */
	to: string,
	/** Body as plain text. */
	text: string,
	/** `template`, `model`, `seller`. */
	writtenBy: string,
	/** `fr` or `en`. */
	language: string,
	/** Warnings of the check. */
	warnings: ReasonView[],
	/** Why, why not, when. */
	verdict: VerdictView | null,
	/** When it was approved. */
	approvedAt: string | null,
	/** When the attempt began. */
	startedAt: string | null,
	/** `practice` or `smtp:<address>`, once an attempt began. */
	account: string,
};

/** Changes a message that has not left; it is checked again. */
export type OutboxEdit = {
	/** Which. */
	id: string,
	/** New subject. */
	subject: string,
	/** New body as plain text. */
	text: string,
};

/** Messages of a list. */
export type OutboxListRequest = {
	/** Only these states; empty = all. */
	states: OutboxState[],
	/** Only this run. */
	runId: string | null,
	/** Only follow-ups. */
	followups: boolean,
	/** First row. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
};

/** A message that could not be changed. */
export type OutboxRefusal = {
	/** Which. */
	id: string,
	/** Why. */
	reason: ReasonView,
};

/** Says what happened to a message whose outcome is unknown. */
export type OutboxResolve = {
	/** Which. */
	id: string,
	/** It left. */
	wasSent: boolean,
};

/** A message in a list. */
export type OutboxRow = {
	/** Id. */
	id: string,
	/** State. */
	state: OutboxState,
	/** `first`, `followup-1`, …, `notification`, `test`. */
	step: string,
	/** To whom; absent for notifications and tests. */
	person: PersonName | null,
	/** Address. */
	to: string,
	/** Subject. */
	subject: string,
	/** Not before then it leaves: its time, the gate's, or the one its place in the row gives it. */
	sendAfter: string | null,
	/** When it left, failed, or was cut. */
	finishedAt: string | null,
	/** When it was written. */
	createdAt: string,
	/** Why it waits, failed or is unknown. */
	reason: ReasonView | null,
	/** Run it belongs to. */
	runId: string | null,
	/** Title or number of that run. */
	runNumber: number | null,
	/** Call it back until then (undo send). */
	recallUntil: string | null,
	/** Message-ID without angle brackets. */
	messageId: string,
	/** Attempts so far. */
	attempts: number,
};

/** Where a message stands. */
export type OutboxState = 
/** Waits for approval. */
"draft" | 
/** Held back by the seller. */
"held" | 
/** Leaves at its time. */
"scheduled" | 
/** An attempt has begun. */
"sending" | 
/** The server took it. */
"sent" | 
/** It may have left; never repeated by itself. */
"unknown" | 
/** It surely did not leave. */
"failed" | 
/** Given up. */
"cancelled";

/** Whose it is. */
export type Owner = 
/** A person's. */
{ kind: "person"; id: string } | 
/** A company's. */
{ kind: "company"; id: string };

/** Several people at once. */
export type PeopleBulk = {
	/** Who. */
	selection: Selection,
	/** Which fields, with their new values. */
	values: FieldValue[],
};

/** How many there are. */
export type PeopleCount = {
	/** Matching the query. */
	matching: number,
	/** In all. */
	total: number,
	/** Nothing answers to the words as they were typed: these answer to words that are nearly those. */
	near: boolean,
};

/** What people are grouped by. */
export type PeopleGroup = 
/** Status, in its own order. */
"status" | 
/** Company. */
"company" | 
/** Place, whatever its case and accents. */
"location" | 
/** Tag: whoever has several stands in each of them. */
"tag" | 
/** Where they came from. */
"source" | 
/** A field of the seller's, named by `custom`. */
"custom";

/** The groups of people who match. */
export type PeopleGroups = {
	/** Which people. */
	query: PeopleQuery,
	/** What they are grouped by. */
	by: PeopleGroup,
	/** Which field of the seller's. */
	custom?: string | null,
};

/** Some rows of a list. */
export type PeoplePage = {
	/** Which people. */
	query: PeopleQuery,
	/** First row. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
	/** Group by group, in the order of the groups; whoever is in several stands in each. */
	grouped?: GroupBy<PeopleGroup> | null,
};

/** Which people, in which order. */
export type PeopleQuery = {
	/** Words typed in the search box; all must match. */
	text: string,
	/** Filter parts, joined by "and" unless `any` says otherwise. */
	filters: FilterClause[],
	/** One of the parts and groups is enough; otherwise all must hold. */
	any?: boolean,
	/** Groups of parts. */
	groups?: FilterGroup<FilterClause>[],
	/** Order. */
	sort: PersonSort,
	/** Downwards. */
	descending: boolean,
	/** Which field of the seller's it is ordered by. */
	by?: string | null,
	/** Only the rows of one group. */
	within?: Within<PeopleGroup> | null,
};

/** Rows, without a total (see `people_count`). */
export type PeopleRows = {
	/** The rows. */
	rows: PersonRow[],
	/** Whether these are the last ones. */
	last: boolean,
};

/** Everything about one person. */
export type PersonDetail = {
	/** The list's row. */
	row: PersonRow,
	/** Language of messages: `fr`, `en` or empty for the desk's. */
	language: string,
	/** IANA zone or empty. */
	timeZone: string,
	/** Free notes (the sheet's column). */
	notes: string,
	/** The last message sent (the sheet's column). */
	messageSent: string,
	/** Follow-ups done. */
	followupCount: number,
	/** Connected on LinkedIn since. */
	connectedOn: string | null,
	/** `linkedin`, `csv`, `sheet`, `manual`, `sample`. */
	source: string,
	/** File or other detail. */
	sourceDetail: string,
	/** Consent to write to a private address. */
	consent: Consent | null,
	/** Values that did not come from the person's own source. */
	fields: FieldSource[],
	/** Every address, number, link and postal address, the first of each kind first. */
	contacts: ContactPointView[],
	/** The newest do-not-contact entry that holds. */
	suppression: SuppressionView | null,
	/** Why, why not, when: e-mail. */
	verdict: VerdictView,
};

/** A person, named. */
export type PersonName = {
	/** Id. */
	id: string,
	/** First and last name, or address. */
	name: string,
};

/** A new person; at least a name, an address or a profile. */
export type PersonNew = {
	/** Values as in [`PersonUpdate`]. */
	values: FieldValue[],
};

/** A row of the people list. */
export type PersonRow = {
	/** Id. */
	id: string,
	/** First name. */
	firstName: string,
	/** Last name. */
	lastName: string,
	/** What they do. */
	title: string,
	/** Where. */
	company: string,
	/** The company's id. */
	companyId: string | null,
	/** Address. */
	email: string,
	/** What is known of the address; `opted_out` is told by `suppressed`. */
	emailStatus: EmailStatus,
	/** On the do-not-contact list. */
	suppressed: boolean,
	/** Phone as written. */
	phone: string,
	/** Profile address. */
	linkedinUrl: string,
	/** Town, region or country as written. */
	location: string,
	/** Key of the status. */
	status: string,
	/** When they came into it. */
	statusSince: string,
	/** Last touch. */
	lastContactAt: string | null,
	/** What comes next, if anything. */
	next: NextStep | null,
	/** Day added. */
	addedOn: string,
	/** Invented. */
	sample: boolean,
	/** Tags by name. */
	tags: TagView[],
	/** Values of the seller's own fields, in their order. */
	custom?: CustomValueView[],
};

/** Columns a list can be ordered by. */
export type PersonSort = 
/** Last name, first name. */
"name" | 
/** Company. */
"company" | 
/** Status, in the seller's order. */
"status" | 
/** Last contact. */
"last_contact" | 
/** Date added. */
"added" | 
/** A field of the seller's, named by `by`. */
"custom";

/**
 * One value typed by the seller. Fields: first_name, last_name, title, company, email, phone, linkedin_url, location, language,
 * time_zone, status, notes.
 */
export type PersonUpdate = {
	/** Who. */
	id: string,
	/** Which fields, with their new values; all or none are written. */
	values: FieldValue[],
};

/** A new pipeline; one name is enough. It starts with the stages of another one, or with one open stage and both ends. */
export type PipelineNew = {
	/** French name. */
	nameFr: string,
	/** English name. */
	nameEn: string,
	/** The pipeline whose stages it takes over. */
	like: string | null,
};

/** Other names for a pipeline. */
export type PipelineUpdate = {
	/** Which. */
	id: string,
	/** French name. */
	nameFr: string,
	/** English name. */
	nameEn: string,
};

/** A pipeline. */
export type PipelineView = {
	/** Id. */
	id: string,
	/** French name. */
	nameFr: string,
	/** English name. */
	nameEn: string,
	/** Out of use. */
	archived: boolean,
	/** Its stages in their order, those out of use last. */
	stages: StageView[],
};

/** Every pipeline and every reason. */
export type PipelinesView = {
	/** Pipelines in their order, those out of use last. */
	pipelines: PipelineView[],
	/** Reasons in their order, those out of use last. */
	reasons: CloseReasonView[],
};

/** How many of a plan. */
export type PlanCount = {
	/** Which. */
	plan: CalendarPlan,
	/** How many. */
	count: number,
};

/** Another way to reach a person or a company. */
export type PointAdd = {
	/** Whose. */
	owner: Owner,
	/** What it is. */
	kind: PointKind,
	/** What it is for. */
	label: string,
	/** The value; ignored for a postal address. */
	value: string,
	/** The parts of a postal address. */
	postal: Postal | null,
	/** Use it for messages and calls from now on. */
	first: boolean,
};

/** What a way to reach somebody is. */
export type PointKind = 
/** An e-mail address. */
"email" | 
/** A phone number. */
"phone" | 
/** A link. */
"url" | 
/** A postal address. */
"address";

/** One of them. */
export type PointRef = {
	/** Whose. */
	owner: Owner,
	/** What it is. */
	kind: PointKind,
	/** Which. */
	id: string,
};

/** A change; what is absent stays. */
export type PointSet = {
	/** Whose. */
	owner: Owner,
	/** What it is. */
	kind: PointKind,
	/** Which. */
	id: string,
	/** What it is for. */
	label: string | null,
	/** The value. */
	value: string | null,
	/** The parts of a postal address. */
	postal: Postal | null,
	/** What is known of it. `opted_out` enters an address or a number on the do-not-contact list, which undo does not touch. */
	status: PointStatus | null,
};

/** What is known of it. What the do-not-contact list says counts more than what was noted. */
export type PointStatus = 
/** Nothing. */
"unknown" | 
/** Given or seen working. */
"valid" | 
/** Deduced from a pattern. */
"guessed" | 
/** Refused by its server. */
"bounced" | 
/** On the do-not-contact list. */
"opted_out";

/** A postal address in its parts; empty where unknown. */
export type Postal = {
	/** Number and street. */
	street: string,
	/** Postcode. */
	postcode: string,
	/** Town. */
	city: string,
	/** Region, state or canton. */
	region: string,
	/** Country, two letters of ISO 3166-1. */
	country: string,
};

/** The pre-flight sheet. */
export type Preflight = {
	/** People chosen. */
	chosen: number,
	/** People who will be written to. */
	writtenTo: number,
	/** Why the others are out, most first; the counts add up to `chosen - written_to`. */
	out: PreflightOut[],
	/** Whether messages leave, or stay as drafts. */
	sends: boolean,
	/** `practice` or `smtp`. */
	transport: string,
	/** Address they leave from. */
	from: string,
	/** Sending window, as set. */
	window: string,
	/** Messages a day, today's figure with the ramp. */
	dailyCap: number,
	/** Already taken today. */
	usedToday: number,
	/** Minimum gap, in seconds. */
	gapSeconds: number,
	/** LinkedIn notes and messages to hand over. */
	linkedinNotes: number,
	/** Of these, messages to connections: no limit of invitations counts them. */
	linkedinMessages: number,
	/** Follow-ups: days until the first, 0 = none. */
	followupDays: number,
	/** Follow-ups at most. */
	maxFollowups: number,
	/** Messages on each coming day. */
	days: PreflightDay[],
	/** When the last one leaves. */
	finishesAt: string | null,
	/** Who writes: `template` or `model`. */
	writer: string,
	/** Model id and host, when a model writes. */
	model: string | null,
	/** The first five real messages. */
	messages: PreflightMessage[],
	/** What to know before starting. */
	warnings: ReasonView[],
	/** What keeps the run from starting. */
	blockers: ReasonView[],
};

/** One day of sending. */
export type PreflightDay = {
	/** The day, in the desk's zone. */
	date: string,
	/** Messages. */
	count: number,
};

/** A message exactly as it will leave. */
export type PreflightMessage = {
	/** To whom. */
	person: PersonName,
	/** `Name <address>`. */
	from: string,
	/** `Name <address>`. */
	to: string,
	/** Subject. */
	subject: string,
	/** Body as plain text. */
	text: string,
	/** Values that came from the seller's records, as they stand in the text. */
	merged: string[],
	/** `fr` or `en`. */
	language: string,
	/** What told the language. */
	languageFrom: LanguageFrom,
	/** `template` or `model`. */
	writtenBy: string,
	/** Warnings of the check. */
	warnings: ReasonView[],
	/** LinkedIn note, when there is one. */
	linkedinNote: string | null,
	/** The person is connected with the seller: the note is a message, which no limit of characters cuts. */
	connected: boolean,
};

/** People out of the run for one reason. */
export type PreflightOut = {
	/** Why. */
	reason: ReasonView,
	/** How many. */
	count: number,
	/** The first three of them. */
	people: PersonName[],
};

/** What a run would do, before anything is done. */
export type PreflightRequest = {
	/** Who. */
	selection: Selection,
	/** The configuration document, as text. */
	config: string,
};

/** How much a task matters. */
export type Priority = 
/** Can wait. */
"low" | 
/** As usual. */
"normal" | 
/** First. */
"high";

/** Notes how it stands; what is absent stays. */
export type PrivacySet = {
	/** Whose. */
	id: string,
	/** The ground. */
	basis: BasisWord | null,
	/** Day they were informed otherwise than by a message of the desk; empty forgets it. */
	informedOn: string | null,
	/** Day of their last contact; empty forgets it. */
	heardOn: string | null,
	/** What that contact was. */
	heardHow: string | null,
	/** What they said of a channel. */
	consent: ConsentSet | null,
};

/** How it stands with one person's privacy. */
export type PrivacyView = {
	/** Where their data came from. */
	source: string,
	/** File, or the seller's words. */
	sourceDetail: string,
	/** Since when they are on the desk. */
	collected: string,
	/** On what ground. */
	basis: BasisWord,
	/** When a message of the desk first told them (GDPR article 14). */
	informedAt: string | null,
	/** When they were told otherwise. */
	informedOn: string | null,
	/** The last contact from them. */
	heardOn: string | null,
	/** What it was: `noted`, `call`, `appointment`, `connected`, or nothing. */
	heardBy: string,
	/** What the seller noted of it. */
	heardHow: string,
	/** Until when they may be kept; nothing for as long as there is a contract. */
	until: string | null,
	/** Whether that day is over. */
	expired: boolean,
	/** Years of the clock. */
	years: number,
	/** What they agreed to and refused. */
	consents: ConsentView[],
};

/** Something sold before, to be sold again. */
export type ProductView = {
	/** What. */
	name: string,
	/** Its last price in minor units. */
	unitPrice: number,
	/** In which currency. */
	currency: string,
	/** Its last VAT. */
	vatRate: number | null,
};

/** A line as the seller typed it: "call Marie tomorrow 2pm". */
export type QuickLine = {
	/** The words. */
	text: string,
};

/** What was understood of a line, in the seller's zone. */
export type QuickRead = {
	/** What is left of the words. */
	title: string,
	/** What it asks for. */
	kind: TaskKind,
	/** The day named. */
	dueOn: string | null,
	/** The time named, `HH:MM`, or empty. */
	dueTime: string,
	/** How much it matters. */
	priority: Priority,
};

/** A code with the values its sentence names (`reasons.<code>` in the catalogue). */
export type ReasonView = {
	/** Stable code, `area.what`. */
	code: string,
	/** Values the sentence names. */
	params: { [key in string]: string },
};

/** The immutable receipt. The wire names are those of the earlier system. */
export type Receipt = {
	/** The run's id. */
	workflowId: string,
	/** Number of the run. */
	number: number,
	/** Title. */
	title: string,
	/** `finished` or `cancelled`. */
	state: RunState,
	/** People accounted for. */
	prospectsProcessed: number,
	/** Messages written. */
	emailsGenerated: number,
	/** Messages the server took, or the practice outbox. */
	emailsSent: number,
	/** Those of them that are in the practice outbox: they left for nobody. */
	emailsPractised: number,
	/** Kept as drafts. */
	emailsDrafted: number,
	/** Outcome unknown. */
	emailsUnknown: number,
	/** Failed. */
	emailsFailed: number,
	/** Not sent any more (called back, cancelled). */
	emailsCancelled: number,
	/** LinkedIn notes handed to the seller. */
	linkedinConnections: number,
	/** Follow-ups scheduled. */
	followupsScheduled: number,
	/** People not written to. */
	notContacted: number,
	/** What failed. */
	errors: ReceiptLine[],
	/** What to know. */
	warnings: ReceiptLine[],
	/** Time worked, in milliseconds. */
	duration: number,
	/** When it began. */
	startedAt: string,
	/** When it ended. */
	finishedAt: string,
	/** The log, oldest first. */
	logs: ReceiptLine[],
};

/** Saves a receipt as JSON. */
export type ReceiptExport = {
	/** Which run. */
	id: string,
	/** Where to. */
	path: string,
};

/** A line of a receipt. */
export type ReceiptLine = {
	/** When. */
	at: string,
	/** What. */
	what: ReasonView,
	/** About whom. */
	person: PersonName | null,
};

/** Records (or with `note` empty withdraws) consent to write to a private address. */
export type RecordConsent = {
	/** Who. */
	id: string,
	/** How and when they agreed. */
	note: string,
};

/** A record with a history of its own. */
export type RecordKind = 
/** A person. */
"person" | 
/** A company. */
"company" | 
/** An opportunity. */
"opportunity";

/** A record. */
export type RecordRef = {
	/** What it is. */
	kind: RecordKind,
	/** Which. */
	id: string,
};

/** One group of the recovery key. */
export type RecoveryGroup = {
	/** 1 to 8. */
	number: number,
	/** Four characters as typed. */
	value: string,
};

/** Makes a new recovery key. */
export type RenewRecoveryKey = {
	/** Where there is one. */
	passphrase: string | null,
};

/** How it went. Where `taken` is not empty and was asked about, nothing came back. */
export type Restored = {
	/** How many came back. */
	count: number,
	/** The undoable operation. */
	operation: string | null,
	/** People whose address is somebody else's by now. */
	taken: Taken[],
};

/** The desk after a restore. */
export type RestoredDesk = {
	/** Folder the replaced desk was put aside in, encrypted as it was, until the next restore; none where there was no desk. */
	replaced: string | null,
	/** Rows of the replaced desk's ledger and do-not-contact list that the restored one did not have and has now. */
	carried: number,
	/** What the seller must know: the replaced desk was damaged, so that some of those rows could not be read. */
	notice: ReasonView | null,
} & WorkspaceStatus;

/** What somebody is in an opportunity. */
export type RoleWord = 
/** Signs. */
"decision_maker" | 
/** Is listened to. */
"influencer" | 
/** Will use it. */
"user" | 
/** Negotiates the price. */
"buyer" | 
/** Is against it. */
"blocker" | 
/** Anything else. */
"other";

/** What is planned for a row. */
export type RowPlan = 
/** A new person. */
"create" | 
/** Values change on a person already here. */
"update" | 
/** The person is here, nothing changes. */
"unchanged" | 
/** Left out on purpose (a later row of the same person, or the mode). */
"skip" | 
/** Cannot be used. */
"reject";

/** One rule of the gate. */
export type RuleLine = {
	/** Whether it is satisfied. */
	ok: boolean,
	/** Code and figures. */
	rule: ReasonView,
};

/** The configuration a new run starts from. */
export type RunConfigText = {
	/** The configuration document, as text. */
	config: string,
};

/** A page of runs, newest first. */
export type RunListRequest = {
	/** First row. */
	offset: number,
	/** How many, at most 200. */
	limit: number,
};

/** A line of the log. */
export type RunLogLine = {
	/** Number, from 1. */
	seq: number,
	/** When. */
	at: string,
	/** `info`, `warning`, `error`. */
	level: string,
	/** What. */
	what: ReasonView,
	/** About whom. */
	person: PersonName | null,
};

/** Lines of a run's log, newest first. */
export type RunLogRequest = {
	/** Which run. */
	id: string,
	/** Only warnings and errors. */
	problems: boolean,
	/** Older than this line. */
	before: number | null,
	/** How many, at most 500. */
	limit: number,
};

/** People of a run. */
export type RunPeopleRequest = {
	/** Which run. */
	id: string,
	/** Only these. */
	state: RunPersonState | null,
	/** First row. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
};

/** Where a person stands in a run. */
export type RunPersonState = 
/** Not begun. */
"waiting" | 
/** In hand. */
"working" | 
/** All steps done. */
"done" | 
/** Stopped: the seller must look. */
"needs_you" | 
/** Not written to, for the reason shown. */
"out";

/** One person of a run. */
export type RunPersonView = {
	/** Who. */
	person: PersonName,
	/** Company. */
	company: string,
	/** Where they stand. */
	state: RunPersonState,
	/** Each step. */
	steps: { [key in string]: StepState },
	/** What was done, not done and why: the value the gate returned. */
	reason: ReasonView | null,
	/** The message. */
	outboxId: string | null,
	/** Its state now (`draft`, `sent`, …). */
	outboxState: string | null,
	/** Day of the follow-up. */
	followupOn: string | null,
	/** When it was last touched. */
	at: string | null,
};

/** What of a run has not happened yet: what cancelling it would give up, or undoing it. */
export type RunRest = {
	/** People not begun; cancelling lists them as not written to. */
	waiting: number,
	/** Messages cancelling gives up: scheduled or held ones. Drafts stay. */
	cancelledMessages: number,
	/** Follow-ups cancelling stops: nothing is left for them to follow. */
	cancelledFollowups: number,
	/** First messages undoing gives up: drafts, held and scheduled ones. */
	undoneMessages: number,
	/** Follow-ups undoing stops, planned or drafted. */
	undoneFollowups: number,
	/** LinkedIn notes that still wait in the queue, which undoing takes out of it. */
	undoneNotes: number,
	/** Messages that have left and stay sent, whatever is done. */
	sent: number,
};

/** Starts a run: the one confirmation. */
export type RunStart = {
	/** Who. */
	selection: Selection,
	/** The configuration document, as text. */
	config: string,
	/** Title; empty = numbered. */
	title: string,
	/** With `sendEmails`: nothing waits for approval. */
	sendWithoutApproval: boolean,
	/** Each message can be called back for a moment first (`outreach.recall_seconds`). */
	recall: boolean,
};

/** Where a run stands. */
export type RunState = 
/** Working. */
"running" | 
/** Paused by the seller, or by the desk because it could not go on: nobody is lost, and it goes on from there. */
"paused" | 
/** Stopping after the people in hand. */
"cancelling" | 
/** Everybody is accounted for. */
"finished" | 
/** Cancelled; the rest is accounted for as not done. */
"cancelled";

/** A run. */
export type RunView = {
	/** Id. */
	id: string,
	/** Number, from 1. */
	number: number,
	/** Title. */
	title: string,
	/** Where it stands. */
	state: RunState,
	/** Its configuration. */
	config: string,
	/** Whether messages leave, or stay as drafts. */
	sends: boolean,
	/** People in it. */
	people: number,
	/** Counts by person state. */
	waiting: number,
	/** In hand. */
	working: number,
	/** Done. */
	done: number,
	/** Stopped for the seller. */
	needsYou: number,
	/** Not written to. */
	out: number,
	/**
	 * People of it who need the seller: they stopped, have a message to approve, to check or that failed, or wait in the LinkedIn queue.
	 * Nobody once it is cancelled.
	 */
	forYou: number,
	/** Progress of each step. */
	steps: StepProgress[],
	/** People a minute, over the last minute. */
	perMinute: number | null,
	/** Seconds left, when it can be told. */
	secondsLeft: number | null,
	/** First messages of the run that wait for approval. */
	drafts: number,
	/** Messages of the run still scheduled. */
	scheduled: number,
	/** First messages of the run that were sent. */
	sent: number,
	/** Why it is paused, when it paused by itself. */
	reason: ReasonView | null,
	/** When it was started. */
	createdAt: string,
	/** When it ended. */
	finishedAt: string | null,
	/** The operation that holds all its doings: undoing it takes back what has not left. */
	operation: string,
	/** Whether that was undone. */
	undone: boolean,
};

/** A saved view. */
export type SavedView = {
	/** Id. */
	id: string,
	/** What it shows. */
	of: ViewOf,
	/** Its name; empty for one of the desk's own that was not renamed. */
	name: string,
	/** Which of the desk's own it is; empty for the seller's. */
	builtin: string,
	/** A sign before its name; empty for the usual. */
	icon: string,
	/** In the sidebar. */
	favourite: boolean,
	/** What it is made of. */
	content: ViewContent,
};

/** Whose score: a person's or an opportunity's. */
export type ScoreAsk = {
	/** Which. */
	of: RecordRef,
};

/** A factor. */
export type ScoreFactor = {
	/** `responsiveness`, `maturity`, `completeness`, `personality`, `proximity`, `network`. */
	code: string,
	/** Its weight of the hundred. */
	weight: number,
	/** From 0 to 100; nothing without data: it is left out of the scale. */
	points: number | null,
	/** Why (`reasons:score.…`). */
	why: ReasonView,
};

/** What a score was from a moment on. */
export type ScorePoint = {
	/** Since. */
	at: string,
	/** What. */
	value: number,
};

/** A score with its reasons and its course. */
export type ScoreView = {
	/** From 0 to 100; nothing where no factor has data. */
	value: number | null,
	/** How warm that is. */
	temperature: TemperatureWord | null,
	/** Weight of the factors that have data, of a hundred. */
	scale: number,
	/** The six factors. */
	factors: ScoreFactor[],
	/** Its course, the oldest first: a point for each change. */
	history: ScorePoint[],
};

/** People and commands that answer to some words. */
export type SearchRequest = {
	/** The words. */
	text: string,
	/** How many, at most 50. */
	limit: number,
};

/** Names a secret. */
export type SecretName = {
	/** Name. */
	name: string,
};

/** Sets a secret. */
export type SecretSet = {
	/** Name. */
	name: string,
	/** Value. */
	value: string,
};

/** Whether a secret is set; it is never shown. */
export type SecretState = {
	/** Name, such as `mail.smtp.password`. */
	name: string,
	/** It is set. */
	set: boolean,
};

/** Who. */
export type Selection = 
/** Named one by one. */
{ kind: "ids"; 
/** Their ids. */
ids: string[] } | 
/** All that match. */
{ kind: "query"; 
/** The query. */
query: PeopleQuery } | 
/** Everybody. */
{ kind: "all" };

/** Sets, changes or (with `new` absent) removes the passphrase. */
export type SetPassphrase = {
	/** The present one, where there is one. */
	current: string | null,
	/** The new one. */
	new: string | null,
};

/** Reads one setting. */
export type SettingGet = {
	/** Key. */
	key: string,
};

/** Changes one setting. */
export type SettingSet = {
	/** Key. */
	key: string,
	/** New value as text; empty = back to the default. */
	value: string,
};

/** A setting. */
export type SettingValue = {
	/** Key, such as `mail.smtp.host`. */
	key: string,
	/** Value as text (`true`/`false`, digits, words). */
	value: string,
	/** Whether it is the default. */
	default: boolean,
};

/** All settings with their values. */
export type SettingsView = {
	/** Each known key, in order. */
	values: SettingValue[],
	/** Each known secret. */
	secrets: SecretState[],
};

/** Uses an existing spreadsheet: with an address or id the picker opens there. */
export type SheetsAttach = {
	/** Address or id; empty = the picker. */
	url: string,
};

/** The address to open, when the browser could not be opened. */
export type SheetsConnecting = {
	/** Address of the consent page. */
	url: string,
};

/** Creates a spreadsheet. */
export type SheetsCreate = {
	/** Its title. */
	title: string,
};

/** How far a push is. */
export type SheetsProgress = {
	/** Rows written. */
	done: number,
	/** Rows to write. */
	of: number,
	/** Calls made. */
	calls: number,
	/** What it waits for, when it does. */
	waiting: SheetsWait | null,
};

/** Writes people to the sheet. */
export type SheetsPush = {
	/** Who. */
	selection: Selection,
};

/** What a push did. */
export type SheetsPushed = {
	/** Rows added. */
	added: number,
	/** Rows changed. */
	changed: number,
	/** Rows already right. */
	unchanged: number,
	/** Calls made. */
	calls: number,
};

/** Where the connection stands. */
export type SheetsStatus = {
	/** `no_client` (no client id yet), `disconnected`, `connecting`, `connected`, `withdrawn`. */
	state: string,
	/** The sheet in use. */
	spreadsheetId: string | null,
	/** Its title. */
	title: string | null,
	/** Its address. */
	url: string | null,
	/** Last complete push. */
	pushedAt: string | null,
	/** A push at work. */
	push: SheetsProgress | null,
	/** What is wrong. */
	trouble: ReasonView | null,
};

/** A push that waits; stopping it is safe. */
export type SheetsWait = {
	/** It goes on then. */
	until: string,
	/** Why it waits. */
	reason: ReasonView,
};

/** Takes a stage out of use, or brings it back. */
export type StageArchive = {
	/** Which. */
	id: string,
	/** Out of use. */
	archived: boolean,
	/** The stage its opportunities go to, where it has any. */
	moveTo: string | null,
};

/** Whether a stage is an end. */
export type StageKindWord = 
/** It goes on. */
"open" | 
/** It is sold. */
"won" | 
/** It is not. */
"lost";

/** A new stage, behind the other open ones. */
export type StageNew = {
	/** Of which pipeline. */
	pipeline: string,
	/** Its values. */
	values: StageValues,
};

/** Other values for a stage. */
export type StageUpdate = {
	/** Which. */
	id: string,
	/** All its values. */
	values: StageValues,
};

/** The values of a stage. */
export type StageValues = {
	/** French name. */
	nameFr: string,
	/** English name. */
	nameEn: string,
	/** Colour. */
	colour: string,
	/** In percent; of an end, its own. */
	probability: number,
	/** Days after which an opportunity is here too long. */
	rottenDays: number | null,
};

/** A stage. */
export type StageView = {
	/** Id. */
	id: string,
	/** Its pipeline. */
	pipeline: string,
	/** French name. */
	nameFr: string,
	/** English name. */
	nameEn: string,
	/** `accent`, `ok`, `warn`, `bad`, `doubt`, `quiet`, `line`, or empty. */
	colour: string,
	/** In percent. */
	probability: number,
	/** Days after which an opportunity is here too long; none = never. */
	rottenDays: number | null,
	/** Open, or an end. */
	kind: StageKindWord,
	/** Out of use. */
	archived: boolean,
	/** Opportunities at it. */
	opportunities: number,
};

/** A stage an opportunity has been at. */
export type StageVisit = {
	/** Which. */
	stage: string,
	/** Its French name. */
	nameFr: string,
	/** Its English name. */
	nameEn: string,
	/** Whether it is an end. */
	kind: StageKindWord,
	/** Since. */
	enteredAt: string,
	/** Until; none for the stage it is at. */
	leftAt: string | null,
	/** Whole days there. */
	days: number,
};

/** Deletes a status. */
export type StatusDelete = {
	/** Which. */
	key: string,
	/** The status its people go to, where it has any. */
	moveTo: string | null,
};

/** What a status counts as: what the gate and the runs understand of it. */
export type StatusMeaning = 
/** Nouveau. */
"new" | 
/** Contacté. */
"contacted" | 
/** Intéressé. */
"interested" | 
/** Qualifié. */
"qualified" | 
/** Converti. */
"converted" | 
/** Perdu. */
"lost" | 
/** Ne pas contacter. */
"do_not_contact";

/** A new status, at the end. */
export type StatusNew = {
	/** What it counts as, for good. */
	meaning: StatusMeaning,
	/** Its values. */
	values: StatusValues,
};

/** Another order; what is not named stays behind. */
export type StatusOrder = {
	/** Keys, the first first. */
	keys: string[],
};

/** Other values for a status. */
export type StatusUpdate = {
	/** Which. */
	key: string,
	/** All its values. */
	values: StatusValues,
};

/** The values of a status. */
export type StatusValues = {
	/** French name; one language is enough. */
	nameFr: string,
	/** English name. */
	nameEn: string,
	/** Colour. */
	colour: string,
	/** Days after which somebody has been in it too long. */
	rottenDays: number | null,
	/** Nobody is put in it any more. */
	hidden: boolean,
};

/** A status. */
export type StatusView = {
	/** What people, filters and files call it; it never changes. */
	key: string,
	/** What it counts as. */
	meaning: StatusMeaning,
	/** French name. */
	nameFr: string,
	/** English name. */
	nameEn: string,
	/** Colour, as those of stages. */
	colour: string,
	/** Days after which somebody has been in it too long. */
	rottenDays: number | null,
	/** Nobody is put in it any more. */
	hidden: boolean,
	/** Deleted; people are in it only where an undo put them back. */
	deleted: boolean,
	/** The desk gives it itself: it can be renamed, not deleted. */
	fixed: boolean,
};

/** Every status, in the seller's order; those that were deleted too, for what is told of the past. */
export type StatusesView = {
	/** Statuses. */
	statuses: StatusView[],
};

/** How far one step is. */
export type StepProgress = {
	/** `analyse`, `write`, `check`, `email`, `linkedin`, `followup`. */
	step: string,
	/** People for whom it is done. */
	done: number,
	/** People for whom it is to be done. */
	of: number,
};

/** How one step went for one person. */
export type StepState = 
/** Not yet. */
"waiting" | 
/** In hand. */
"working" | 
/** Done. */
"done" | 
/** Nothing to do (not asked, no profile, …). */
"skipped" | 
/** Kept as a draft. */
"draft" | 
/** Will leave at its time. */
"scheduled" | 
/** Outcome unknown. */
"unknown" | 
/** Failed. */
"failed";

/** Puts people on the do-not-contact list. */
export type Suppress = {
	/** Who. */
	ids: string[],
	/** Where it came from, in the seller's words. */
	note: string,
};

/** An entry of the do-not-contact list. */
export type SuppressionView = {
	/** Since when. */
	at: string,
	/** `email`, `domain`, `linkedin`, `phone`, `person`. */
	scope: string,
	/** `opted_out`, `bounced`, `seller`, `erased`. */
	reason: string,
	/** The seller's words. */
	note: string,
};

/** Format of a table. */
export type TableFormat = 
/** Comma-separated. */
"csv" | 
/** Excel. */
"xlsx" | 
/** JSON lines of everything. */
"json";

/** The colour of a tag. */
export type TagColour = 
/** Grey. */
"grey" | 
/** Blue. */
"blue" | 
/** Green. */
"green" | 
/** Yellow. */
"yellow" | 
/** Orange. */
"orange" | 
/** Red. */
"red" | 
/** Violet. */
"violet";

/** The same for companies. */
export type TagCompanies = {
	/** Which. */
	selection: CompanySelection,
	/** Names of tags to put on. */
	add: string[],
	/** Names of tags to take off. */
	remove: string[],
};

/** Two tags become one. */
export type TagMerge = {
	/** The one that goes. */
	from: string,
	/** The one that stays, on whoever had either. */
	into: string,
};

/** A new tag; one of this name that is there already is answered as it is. */
export type TagNew = {
	/** Name. */
	name: string,
	/** Colour. */
	colour: TagColour,
};

/** Puts tags on people and takes tags off them, by name; one that does not exist is made when it is put on. */
export type TagPeople = {
	/** Who. */
	selection: Selection,
	/** Names of tags to put on. */
	add: string[],
	/** Names of tags to take off. */
	remove: string[],
};

/** A tag with how often it is used. */
export type TagRow = {
	/** Id. */
	id: string,
	/** Name. */
	name: string,
	/** Colour. */
	colour: TagColour,
	/** People who have it. */
	people: number,
	/** Companies that have it. */
	companies: number,
};

/** A change; what is absent stays. */
export type TagSet = {
	/** Which. */
	id: string,
	/** Name. */
	name: string | null,
	/** Colour. */
	colour: TagColour | null,
};

/** A tag on somebody. */
export type TagView = {
	/** Id. */
	id: string,
	/** Name. */
	name: string,
	/** Colour. */
	colour: TagColour,
};

/** An address two people would have. */
export type Taken = {
	/** Who comes back. */
	id: string,
	/** Their name. */
	name: string,
	/** Who has it. */
	other: string,
	/** Their name. */
	otherName: string,
	/** The address. */
	address: string,
};

/** What becomes of an address somebody else has by now. */
export type TakenAddress = 
/** It is told, and nothing comes back yet. */
"ask" | 
/** Both have it. */
"keep" | 
/** Who comes back comes without it. */
"drop";

/** How many open tasks the desk has. */
export type TaskCounts = {
	/** Overdue. */
	overdue: number,
	/** Due today, without those overdue. */
	today: number,
	/** All that are not over. */
	open: number,
};

/** Which tasks a list shows. */
export type TaskFilter = 
/** All that are not over. */
"open" | 
/** Overdue and due today. */
"today" | 
/** Overdue. */
"overdue" | 
/** Due up to Sunday. */
"week" | 
/** Over, newest first. */
"done" | 
/** All: the open ones, then those that are over. */
"all";

/** Where a task stands in time; the groups of the list, in this order. */
export type TaskGroup = 
/** Its day or hour has passed. */
"overdue" | 
/** Due today. */
"today" | 
/** Due tomorrow. */
"tomorrow" | 
/** Due later this week, up to Sunday. */
"week" | 
/** Due after this week. */
"later" | 
/** Has no date. */
"no_date" | 
/** Done or given up. */
"done";

/** What a task asks for; with a kind it is an action. */
export type TaskKind = 
/** To call. */
"call" | 
/** To write. */
"email" | 
/** To go there. */
"visit" | 
/** A quote to make. */
"quote" | 
/** Anything else. */
"other";

/**
 * A new task. Fields: title, kind, notes, due_on, due_time, time_zone, priority, state, outcome, remind_at, person_id, company_id,
 * opportunity_id.
 */
export type TaskNew = {
	/** Values; a title is enough. */
	values: FieldValue[],
};

/** Where a task stands. */
export type TaskState = 
/** Not begun. */
"to_do" | 
/** Begun. */
"in_progress" | 
/** Done. */
"done" | 
/** Given up. */
"cancelled";

/** Values typed on a task. */
export type TaskUpdate = {
	/** Which. */
	id: string,
	/** Fields as in [`TaskNew`]; all or none are written. */
	values: FieldValue[],
};

/** A task. */
export type TaskView = {
	/** Id. */
	id: string,
	/** What is to be done. */
	title: string,
	/** What it asks for. */
	kind: TaskKind,
	/** Notes. */
	notes: string,
	/** Its day. */
	dueOn: string | null,
	/** Its time that day, `HH:MM`, or empty. */
	dueTime: string,
	/** IANA zone of that time; empty: the desk's. */
	timeZone: string,
	/** That time as a moment. */
	dueAt: string | null,
	/** Where it stands in time. */
	group: TaskGroup,
	/** How much it matters. */
	priority: Priority,
	/** Where it stands. */
	state: TaskState,
	/** When it was over. */
	doneAt: string | null,
	/** What came of it. */
	outcome: string,
	/** When the seller is reminded. */
	remindAt: string | null,
	/** About whom. */
	person: PersonName | null,
	/** About which company: its own, else the person's. */
	company: CompanyName | null,
	/** About which opportunity. */
	opportunityId: string | null,
	/** When it was noted. */
	createdAt: string,
};

/** Tasks that are done. */
export type TasksDone = {
	/** Which. */
	ids: string[],
	/** What came of it; may be empty. */
	outcome: string,
};

/** Tasks with their counters. */
export type TasksList = {
	/** The rows: by their time, without a date last; what is over, newest first. */
	rows: TaskView[],
	/** Whether these are the last ones. */
	last: boolean,
	/** Open tasks of the desk. */
	counts: TaskCounts,
};

/** Which tasks, page by page. */
export type TasksPage = {
	/** Which. */
	filter: TaskFilter,
	/** Only those of this person. */
	personId: string | null,
	/** Only those of this company and of its people. */
	companyId: string | null,
	/** Only those of this opportunity. */
	opportunityId: string | null,
	/** First row. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
};

/** Tasks put off: to a day, or by so many days from today (or from their own day, if that is later). */
export type TasksPostpone = {
	/** Which. */
	ids: string[],
	/** To this day. */
	to: string | null,
	/** By so many days, where no day is named. */
	days: number,
};

/** How warm. */
export type TemperatureWord = 
/** 85 and more. */
"hot" | 
/** From 60 on. */
"warm" | 
/** Below. */
"cold";

/** One part of a test. */
export type TestPart = {
	/** `dns`, `connect`, `tls`, `sign_in`, `call`. */
	step: string,
	/** It works. */
	ok: boolean,
	/** What failed and what to do. */
	failure: ReasonView | null,
	/** Milliseconds. */
	millis: number,
};

/** A test, part by part. */
export type TestReport = {
	/** Whether all of it works. */
	ok: boolean,
	/** The parts, in order; it stops at the first that fails. */
	parts: TestPart[],
};

/** A note, a call or a message that answers to some words. */
export type TextFound = {
	/** Id of the line, or of the message. */
	id: string,
	/** What it is. */
	kind: TextKind,
	/** When. */
	at: string,
	/** Subject of a message. */
	title: string,
	/** The text around what was asked for. */
	snippet: string,
	/** Nothing answers as typed: this is nearly it. */
	near: boolean,
	/** Whose it is, where that is a person. */
	personId: string | null,
	/** Whose it is, where that is a company. */
	companyId: string | null,
	/** Whose it is, where that is an opportunity. */
	opportunityId: string | null,
	/** What that is called. */
	name: string,
};

/** A text somebody wrote. */
export type TextKind = 
/** A note. */
"note" | 
/** A call. */
"call" | 
/** A message that left. */
"message" | 
/** A file, by its name. */
"file";

/** From one moment to another. */
export type TimeSpan = {
	/** From. */
	startsAt: string,
	/** To. */
	endsAt: string,
};

/** Something that happened. */
export type TimelineItem = {
	/** Id of the activity, ledger, outbox, task or appointment row. */
	id: string,
	/** When. */
	at: string,
	/**
	 * `note`, `status_changed`, `email_sent`, `email_unknown`, `email_failed`, `email_draft`, `email_scheduled`, `email_stopped`,
	 * `linkedin_sent`, `linkedin_already_connected`, `linkedin_skipped`, `linkedin_waiting`, `followup_scheduled`,
	 * `followup_stopped`, `suppressed`, `allowed`, `imported`, `call`, `task_open`, `task_done`, `task_cancelled`, `appointment_planned`,
	 * `appointment_done`, `appointment_cancelled`, `appointment_no_show`, `opportunity_created`, `opportunity_moved`, `opportunity_won`, `opportunity_lost`. What is to come stands at its time.
	 */
	kind: string,
	/** Number of the follow-up, where it is one. */
	n: number | null,
	/** Subject, note text, or the like. */
	title: string,
	/** Message or note body. */
	body: string,
	/** Old and new status, and other values of the sentence. */
	reason: ReasonView | null,
	/** The run it came from. */
	runId: string | null,
	/** The message. */
	outboxId: string | null,
};

/** What a timeline can be narrowed to. */
export type TimelineKind = 
/** Messages. */
"messages" | 
/** LinkedIn notes. */
"linkedin" | 
/** Follow-ups. */
"followups" | 
/** Notes. */
"notes" | 
/** Calls. */
"calls" | 
/** Tasks. */
"tasks" | 
/** Appointments. */
"appointments" | 
/** Files that were added. */
"files" | 
/** Changes of status, of the do-not-contact list, imports. */
"changes";

/** A person's timeline, newest first. */
export type TimelinePage = {
	/** Who. */
	id: string,
	/** Older than this, for the next page. */
	before: string | null,
	/** How many, at most 200. */
	limit: number,
	/** Only these; all, when none is named. */
	kinds?: TimelineKind[],
};

/** Somebody to qualify. */
export type ToQualify = {
	/** Id. */
	id: string,
	/** A person or a company. */
	kind: CaptureKind,
	/** Name. */
	name: string,
	/** Postcode and town, as far as known. */
	place: string,
	/** Since when. */
	since: string,
	/** How complete, from 0 to 100. */
	score: number,
	/** What it is made of. */
	parts: CompletenessPart[],
};

/** Groups of the list, in this order. */
export type TodayGroup = 
/** At a fixed time of today. */
"fixed" | 
/** Waits for the seller's approval. */
"approve" | 
/** Done by hand. */
"by_hand" | 
/** Something went wrong or is unknown. */
"look_at" | 
/** Setting up; outside the count. */
"set_up" | 
/** Can wait; outside the count. */
"later";

/** One row: a batch is one row. */
export type TodayRow = {
	/** Group. */
	group: TodayGroup,
	/**
	 * `drafts`, `followups`, `linkedin`, `unknown`, `failed`, `run_needs_you`, `import_rejects`, `setup_identity`, `setup_mail`,
	 * `setup_import`, `setup_recovery`, `setup_backup`, `run_running`, `scheduled`, `stagnating`, `appointment`, `task`, `tasks`.
	 */
	kind: string,
	/** Sentence. */
	what: ReasonView,
	/** Second line: names. */
	names: string[],
	/** How many things are inside. */
	count: number,
	/** When. */
	at: string | null,
	/** The run, import, task or appointment it is about. */
	id: string | null,
};

/** The list. */
export type TodayView = {
	/** Rows in order. */
	rows: TodayRow[],
	/** Rows that count. */
	count: number,
};

/** What lies in the trash. */
export type TrashKind = 
/** A person. */
"person" | 
/** A company. */
"company" | 
/** An opportunity. */
"opportunity" | 
/** A task. */
"task" | 
/** An appointment. */
"appointment" | 
/** A note, or a call noted. */
"note" | 
/** A file. */
"file";

/** Some rows of the trash, newest first. */
export type TrashPage = {
	/** First row. */
	offset: number,
	/** How many, at most 500. */
	limit: number,
};

/** Brings some back. */
export type TrashRestore = {
	/** Which; all kinds together. */
	ids: string[],
	/** What becomes of addresses others have by now. */
	taken: TakenAddress,
};

/** Something removed. */
export type TrashRow = {
	/** Id. */
	id: string,
	/** What it is. */
	kind: TrashKind,
	/** Its name. */
	name: string,
	/** Company of a person or an opportunity, town of a company, whose a file was, day of the others. */
	detail: string,
	/** When it was removed. */
	removedAt: string,
	/** By whom: `seller`, `run:<id>`, `import:<id>`, `desk`. */
	by: string,
	/** Days until it is removed for good. */
	daysLeft: number,
};

/** Rows of the trash. */
export type TrashRows = {
	/** The rows. */
	rows: TrashRow[],
	/** How many there are in all. */
	total: number,
	/** For how many days they are kept. */
	days: number,
};

/** Undoes one operation, or with `id` absent the last one. */
export type UndoRequest = {
	/** Which. */
	id: string | null,
};

/** What undo did. */
export type UndoneView = {
	/** The operation taken back. */
	operation: OperationView,
	/** Rows restored. */
	restored: number,
	/** Later edits that were kept. */
	kept: KeptEdit[],
};

/** Opens a locked desk; with neither, the keychain is asked. */
export type UnlockWorkspace = {
	/** The passphrase. */
	passphrase: string | null,
	/** The recovery key, with or without spaces and dashes. */
	recoveryKey: string | null,
};

/** How a value reads. */
export type ValueForm = 
/** As it is. */
"text" | 
/** A word of the catalogue. */
"code" | 
/** What an id pointed to, by its name now. */
"name" | 
/** A moment. */
"time" | 
/** A date. */
"day" | 
/** Minor units of a currency. */
"money";

/** What the gate answers for one person now. */
export type VerdictView = {
	/** Go, wait or never. */
	answer: Answer,
	/** When it may go, for `wait`. */
	until: string | null,
	/** The limiting rule with its figures; for `go` the code `gate.go`. */
	rule: ReasonView,
	/** Every rule in the order it was asked, with its figures. */
	rules: RuleLine[],
};

/** A column of a view's table. */
export type ViewColumn = {
	/** Its name. */
	name: string,
	/** Its width in pixels, where the seller chose one. */
	width: number | null,
};

/** What a view is made of. */
export type ViewContent = {
	/** Form. */
	layout: ViewLayout,
	/** Rows and order. */
	query: ViewQuery,
	/** Columns after the name, in order; none leaves those of the list. */
	columns: ViewColumn[],
	/**
	 * What the groups of a table, the columns of a board or the days of a calendar are; a pipeline's id for a board of opportunities. Of one of
	 * the seller's own fields `custom:` and its id. Empty leaves the usual: a table without groups.
	 */
	grouping: string,
	/** Keys of the groups that are folded; after a `*` those that are not. */
	folded?: string[],
};

/** How it shows them. */
export type ViewLayout = 
/** A table. */
"table" | 
/** A board, one column for each value of the grouping. */
"board" | 
/** A calendar, by the day the grouping names. */
"calendar";

/** A new view. */
export type ViewNew = {
	/** Name. */
	name: string,
	/** A sign before its name. */
	icon?: string,
	/** In the sidebar. */
	favourite?: boolean,
	/** What it is made of. */
	content: ViewContent,
};

/** What a view shows. */
export type ViewOf = 
/** People. */
"people" | 
/** Companies. */
"companies" | 
/** Opportunities. */
"opportunities";

/** Which rows, in which order. */
export type ViewQuery = 
/** People. */
{ of: "people"; 
/** Which. */
query: PeopleQuery } | 
/** Companies. */
{ of: "companies"; 
/** Which. */
query: CompaniesQuery } | 
/** Opportunities. */
{ of: "opportunities"; 
/** Which. */
query: OpportunitiesQuery };

/** A change; what is absent stays. */
export type ViewSet = {
	/** Which. */
	id: string,
	/** Name. */
	name: string | null,
	/** A sign before its name. */
	icon: string | null,
	/** In the sidebar. */
	favourite: boolean | null,
	/** What it is made of. */
	content: ViewContent | null,
};

/** One group of a list: its rows alone. */
export type Within<B> = {
	/** What the list is grouped by. */
	by: B,
	/** Which field of the seller's. */
	custom?: string | null,
	/** Which group, as [`GroupView`] names it; empty for the rows without a value. */
	key: string,
};

/** Where the desk stands, for the first screen, the lock screen and the banners. */
export type WorkspaceStatus = {
	/** None, locked or open. */
	state: DeskState,
	/** `fr` or `en`, once chosen. */
	locale: string | null,
	/** Whether a keychain answers on this machine. */
	keychain: boolean,
	/** Whether the key can be unwrapped by a passphrase. */
	passphrase: boolean,
	/** Whether the seller proved that they wrote the recovery key down. */
	recoveryConfirmed: boolean,
	/** Sample people are in the desk. */
	sample: boolean,
	/** Everything outgoing is held since a restore until the seller confirms. */
	heldAfterRestore: boolean,
	/** Sending was paused by the seller or by the desk (code). */
	sendingPaused: string | null,
	/** Folder of the desk. */
	folder: string,
	/** Version of the application. */
	version: string,
};

export const commands = {
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
  /** Makes a new recovery key and shows it once. */
  workspaceRenewRecoveryKey: (request: RenewRecoveryKey) => call<CreatedWorkspace>("workspace_renew_recovery_key", request),
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
  /** The groups of people who match. */
  peopleGroups: (request: PeopleGroups) => call<GroupsView>("people_groups", request),
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
  /** Some rows of the list of companies. */
  companiesList: (request: CompaniesPage) => call<CompaniesRows>("companies_list", request),
  /** How many companies match. */
  companiesCount: (request: CompaniesQuery) => call<CompaniesCount>("companies_count", request),
  /** The groups of companies that match. */
  companiesGroups: (request: CompaniesGroups) => call<GroupsView>("companies_groups", request),
  /** Ids of all companies that match. */
  companiesIds: (request: CompaniesQuery) => call<ByIds>("companies_ids", request),
  /** Everything about one company. */
  companiesGet: (request: ById) => call<CompanyDetail>("companies_get", request),
  /** What happened with a company and its people. */
  companiesTimeline: (request: TimelinePage) => call<CompanyEvent[]>("companies_timeline", request),
  /** Adds a company. */
  companiesCreate: (request: CompanyNew) => call<CompanyDetail>("companies_create", request),
  /** Changes values of a company. */
  companiesUpdate: (request: CompanyUpdate) => call<CompanyDetail>("companies_update", request),
  /** Changes values of several companies. */
  companiesBulkUpdate: (request: CompaniesBulk) => call<Changed>("companies_bulk_update", request),
  /** Removes companies; their people stay (can be undone). */
  companiesDelete: (request: CompanySelection) => call<Changed>("companies_delete", request),
  /** Companies that answer to some words. */
  companiesSearch: (request: SearchRequest) => call<CompanyRow[]>("companies_search", request),
  /** Every way to reach a person or a company, first ones first. */
  contactsList: (request: ContactsOf) => call<ContactPointView[]>("contacts_list", request),
  /** Adds an address, a number, a link or a postal address. */
  contactsAdd: (request: PointAdd) => call<ContactPointView[]>("contacts_add", request),
  /** Changes label, value or state of one of them. */
  contactsSet: (request: PointSet) => call<ContactPointView[]>("contacts_set", request),
  /** Takes one of them away. */
  contactsRemove: (request: PointRef) => call<ContactPointView[]>("contacts_remove", request),
  /** Uses one of them for messages and calls from now on. */
  contactsFirst: (request: PointRef) => call<ContactPointView[]>("contacts_first", request),
  /** Some rows of the list of opportunities. */
  opportunitiesList: (request: OpportunitiesPage) => call<OpportunitiesRows>("opportunities_list", request),
  /** How many opportunities match, and what the open ones are worth. */
  opportunitiesCount: (request: OpportunitiesQuery) => call<OpportunitiesCount>("opportunities_count", request),
  /** The groups of opportunities that match. */
  opportunitiesGroups: (request: OpportunitiesGroups) => call<GroupsView>("opportunities_groups", request),
  /** Ids of all opportunities that match. */
  opportunitiesIds: (request: OpportunitiesQuery) => call<ByIds>("opportunities_ids", request),
  /** The columns of a board, summed over all their cards. */
  opportunitiesBoard: (request: BoardRequest) => call<BoardView>("opportunities_board", request),
  /** Some cards of a column. */
  opportunitiesCards: (request: CardsPage) => call<OpportunitiesRows>("opportunities_cards", request),
  /** Everything about one opportunity. */
  opportunitiesGet: (request: ById) => call<OpportunityDetail>("opportunities_get", request),
  /** What happened with an opportunity and its people. */
  opportunitiesTimeline: (request: TimelinePage) => call<OpportunityEvent[]>("opportunities_timeline", request),
  /** Adds an opportunity. */
  opportunitiesCreate: (request: OpportunityNew) => call<OpportunityDetail>("opportunities_create", request),
  /** Changes values of an opportunity. */
  opportunitiesUpdate: (request: OpportunityUpdate) => call<OpportunityDetail>("opportunities_update", request),
  /** Changes values, or the stage, of several opportunities. */
  opportunitiesBulkUpdate: (request: OpportunitiesBulk) => call<Changed>("opportunities_bulk_update", request),
  /** Puts an opportunity at a stage, or elsewhere in it. */
  opportunitiesMove: (request: OpportunityMove) => call<OpportunityDetail>("opportunities_move", request),
  /** Ends an opportunity: won or lost. */
  opportunitiesClose: (request: OpportunityClose) => call<OpportunityDetail>("opportunities_close", request),
  /** Opens an opportunity that has ended again. */
  opportunitiesReopen: (request: ById) => call<OpportunityDetail>("opportunities_reopen", request),
  /** Removes opportunities from the desk (can be undone). */
  opportunitiesDelete: (request: OpportunitySelection) => call<Changed>("opportunities_delete", request),
  /** Writes what is sold; the amount follows. */
  opportunitiesLines: (request: LinesSet) => call<OpportunityDetail>("opportunities_lines", request),
  /** Products sold before that answer to some words. */
  opportunitiesProducts: (request: SearchRequest) => call<ProductView[]>("opportunities_products", request),
  /** Writes who has which role in an opportunity. */
  opportunitiesContacts: (request: ContactsSet) => call<OpportunityDetail>("opportunities_contacts", request),
  /** Opportunities that answer to some words. */
  opportunitiesSearch: (request: SearchRequest) => call<OpportunityRow[]>("opportunities_search", request),
  /** What is expected, month by month. */
  opportunitiesForecast: (request: ForecastRequest) => call<ForecastView>("opportunities_forecast", request),
  /** Pipelines with their stages, and the reasons opportunities end for. */
  pipelinesList: (request: Nothing) => call<PipelinesView>("pipelines_list", request),
  /** Adds a pipeline. */
  pipelinesCreate: (request: PipelineNew) => call<PipelinesView>("pipelines_create", request),
  /** Gives a pipeline other names. */
  pipelinesUpdate: (request: PipelineUpdate) => call<PipelinesView>("pipelines_update", request),
  /** Takes a pipeline out of use, or brings it back. */
  pipelinesArchive: (request: ArchiveRequest) => call<PipelinesView>("pipelines_archive", request),
  /** Puts pipelines in another order. */
  pipelinesReorder: (request: ByIds) => call<PipelinesView>("pipelines_reorder", request),
  /** Adds a stage to a pipeline. */
  stagesCreate: (request: StageNew) => call<PipelinesView>("stages_create", request),
  /** Changes a stage. */
  stagesUpdate: (request: StageUpdate) => call<PipelinesView>("stages_update", request),
  /** Takes a stage out of use, or brings it back. */
  stagesArchive: (request: StageArchive) => call<PipelinesView>("stages_archive", request),
  /** Puts the stages of a pipeline in another order. */
  stagesReorder: (request: ByIds) => call<PipelinesView>("stages_reorder", request),
  /** Adds a reason opportunities end for. */
  reasonsCreate: (request: CloseReasonNew) => call<PipelinesView>("reasons_create", request),
  /** Gives a reason other names. */
  reasonsUpdate: (request: CloseReasonUpdate) => call<PipelinesView>("reasons_update", request),
  /** Takes a reason out of use, or brings it back. */
  reasonsArchive: (request: ArchiveRequest) => call<PipelinesView>("reasons_archive", request),
  /** Every field the seller added. */
  fieldsList: (request: Nothing) => call<CustomField[]>("fields_list", request),
  /** Adds a field to people, companies or opportunities. */
  fieldsCreate: (request: CustomNew) => call<CustomField>("fields_create", request),
  /** Changes name or choices of a field. */
  fieldsSet: (request: CustomSet) => call<CustomField[]>("fields_set", request),
  /** Puts fields in another order. */
  fieldsOrder: (request: ByIds) => call<CustomField[]>("fields_order", request),
  /** Takes a field away with its values (can be undone). */
  fieldsDelete: (request: ById) => call<Changed>("fields_delete", request),
  /** Types values of added fields on records. */
  fieldsPut: (request: CustomPut) => call<Changed>("fields_put", request),
  /** Types a block of cells pasted into a list: all or none, one undo step. */
  blockPaste: (request: BlockPaste) => call<Changed>("block_paste", request),
  /** Goals of some months, and how far they are reached. */
  goalsGet: (request: GoalsRequest) => call<GoalsView>("goals_get", request),
  /** Sets a goal of a month. */
  goalsSet: (request: GoalSet) => call<GoalsView>("goals_set", request),
  /** Where the search for duplicates stands, and what there is. */
  duplicatesState: (request: Nothing) => call<DuplicatesState>("duplicates_state", request),
  /** Begins a search for duplicates (in the background). */
  duplicatesSearch: (request: Nothing) => call<DuplicatesState>("duplicates_search", request),
  /** Stops a search, or the merging of all exact matches. */
  duplicatesStop: (request: Nothing) => call<DuplicatesState>("duplicates_stop", request),
  /** Groups of records that are probably one. */
  duplicatesList: (request: DuplicatesQuery) => call<DuplicatesPage>("duplicates_list", request),
  /** What a record may be the same as, and what it was made of. */
  duplicatesOf: (request: DuplicateOf) => call<DuplicateTies>("duplicates_of", request),
  /** Records side by side, with what the desk would make of them. */
  duplicatesReview: (request: DuplicatesReviewRequest) => call<DuplicatesReview>("duplicates_review", request),
  /** Makes one of several (can be undone, or split at any time). */
  duplicatesMerge: (request: DuplicatesMerge) => call<DuplicatesMerged>("duplicates_merge", request),
  /** Makes one of every exact match (in the background). */
  duplicatesMergeExact: (request: DuplicatesMergeExact) => call<DuplicatesState>("duplicates_merge_exact", request),
  /** Remembers that records are not one and the same. */
  duplicatesIgnore: (request: DuplicatesIgnore) => call<Changed>("duplicates_ignore", request),
  /** Takes a merge apart again. */
  duplicatesSplit: (request: DuplicateOf) => call<DuplicatesSplit>("duplicates_split", request),
  /** Every tag, with how often it is used. */
  tagsList: (request: Nothing) => call<TagRow[]>("tags_list", request),
  /** Makes a tag. */
  tagsCreate: (request: TagNew) => call<TagRow[]>("tags_create", request),
  /** Changes name or colour of a tag. */
  tagsSet: (request: TagSet) => call<TagRow[]>("tags_set", request),
  /** Makes two tags one. */
  tagsMerge: (request: TagMerge) => call<TagRow[]>("tags_merge", request),
  /** Removes a tag from everybody (can be undone). */
  tagsDelete: (request: ById) => call<Changed>("tags_delete", request),
  /** Puts tags on people, takes tags off them. */
  tagsPeople: (request: TagPeople) => call<Changed>("tags_people", request),
  /** Puts tags on companies, takes tags off them. */
  tagsCompanies: (request: TagCompanies) => call<Changed>("tags_companies", request),
  /** Every list, with how many are on it. */
  listsList: (request: Nothing) => call<ListRow[]>("lists_list", request),
  /** Makes a list of people or companies. */
  listsCreate: (request: ListNew) => call<ListRow>("lists_create", request),
  /** Gives a list another name. */
  listsRename: (request: ListRename) => call<ListRow[]>("lists_rename", request),
  /** Removes a list; those on it stay (can be undone). */
  listsDelete: (request: ById) => call<Changed>("lists_delete", request),
  /** Puts people on a list, takes them off it. */
  listsPeople: (request: ListPeople) => call<Changed>("lists_people", request),
  /** Puts companies on a list, takes them off it. */
  listsCompanies: (request: ListCompanies) => call<Changed>("lists_companies", request),
  /** Every saved view, in the seller's order. */
  viewsList: (request: Nothing) => call<SavedView[]>("views_list", request),
  /** Keeps a view under a name. */
  viewsCreate: (request: ViewNew) => call<SavedView>("views_create", request),
  /** Changes a saved view. */
  viewsSet: (request: ViewSet) => call<SavedView>("views_set", request),
  /** Puts saved views in another order. */
  viewsOrder: (request: ByIds) => call<SavedView[]>("views_order", request),
  /** Takes a saved view away (can be undone). */
  viewsDelete: (request: ById) => call<Changed>("views_delete", request),
  /** What was removed in the last 30 days. */
  trashList: (request: TrashPage) => call<TrashRows>("trash_list", request),
  /** Brings removed people and companies back. */
  trashRestore: (request: TrashRestore) => call<Restored>("trash_restore", request),
  /** Removes what is in the trash for good. */
  trashEmpty: (request: Nothing) => call<Changed>("trash_empty", request),
  /** Notes a person or a company in two seconds, to be qualified. */
  captureAdd: (request: CaptureNew) => call<Captured>("capture_add", request),
  /** People and companies to qualify, with how complete they are. */
  captureList: (request: Nothing) => call<ToQualify[]>("capture_list", request),
  /** Says that somebody is qualified, or puts them back. */
  captureDone: (request: CaptureDone) => call<Changed>("capture_done", request),
  /** On what ground somebody is held, what they agreed to, until when. */
  privacyGet: (request: ById) => call<PrivacyView>("privacy_get", request),
  /** Notes ground, information, last contact and consent of somebody. */
  privacySet: (request: PrivacySet) => call<PrivacyView>("privacy_set", request),
  /** Those whose time on the desk ran out. */
  privacyExpired: (request: ExpiredAsk) => call<ExpiredPeople>("privacy_expired", request),
  /** Writes everything held about one person to a file. */
  privacyAccess: (request: AccessRequest) => call<ExportDone>("privacy_access", request),
  /** Erases people for good; nothing brings them back. */
  privacyErase: (request: Erase) => call<Changed>("privacy_erase", request),
  /** Reads and checks a file without writing anything. */
  importOpen: (request: ImportOpen) => call<ImportView>("import_open", request),
  /** Checks the file again with other columns, another mode or other rules. */
  importRemap: (request: ImportRemap) => call<ImportView>("import_remap", request),
  /** The beginning of a file as it would be read. */
  importPreview: (request: ImportPreviewRequest) => call<ImportPreview>("import_preview", request),
  /** Reads the file again with other settings. */
  importReread: (request: ImportReread) => call<ImportView>("import_reread", request),
  /** An import. */
  importGet: (request: ById) => call<ImportView>("import_get", request),
  /** Imports, newest first. */
  importList: (request: Nothing) => call<ImportView[]>("import_list", request),
  /** Rows of the check. */
  importRows: (request: ImportRowsRequest) => call<ImportRowView[]>("import_rows", request),
  /** Corrects a cell of the check. */
  importRowEdit: (request: ImportRowEdit) => call<ImportRowChanged>("import_row_edit", request),
  /** Takes a row out of an import, or back in. */
  importRowLeave: (request: ImportRowLeave) => call<ImportRowChanged>("import_row_leave", request),
  /** Decides conflicts between the desk and the file. */
  importRowChoose: (request: ImportRowChoose) => call<ImportView>("import_row_choose", request),
  /** Writes a checked import (in the background). */
  importApply: (request: ImportApply) => call<ImportView>("import_apply", request),
  /** Stops an import. */
  importCancel: (request: ById) => call<ImportView>("import_cancel", request),
  /** Saves the rejected rows as CSV. */
  importRejects: (request: ImportRejects) => call<ExportDone>("import_rejects", request),
  /** Takes an import off the list, with what only it brought. */
  importDelete: (request: ById) => call<ImportDeleted>("import_delete", request),
  /** The configuration a new run starts from. */
  runDefaultConfig: (request: Nothing) => call<string>("run_default_config", request),
  /** Keeps a configuration for the next runs. */
  runKeepConfig: (request: RunConfigText) => call<string>("run_keep_config", request),
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
  /** What of a run has not happened yet: what cancelling or undoing it would give up. */
  runRest: (request: ById) => call<RunRest>("run_rest", request),
  /** Pauses a run. */
  runPause: (request: ById) => call<RunView>("run_pause", request),
  /** Goes on with a run. */
  runResume: (request: ById) => call<RunView>("run_resume", request),
  /** Cancels the rest of a run. */
  runCancel: (request: ById) => call<RunView>("run_cancel", request),
  /** The receipt of a run. */
  runReceipt: (request: ById) => call<Receipt>("run_receipt", request),
  /** Saves the receipt of a run as JSON. */
  runReceiptExport: (request: ReceiptExport) => call<ExportDone>("run_receipt_export", request),
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
  /** Puts messages and invitations of LinkedIn's archive onto timelines (can be undone). */
  linkedinArchive: (request: LinkedinArchive) => call<LinkedinTold>("linkedin_archive", request),
  /** Follow-ups. */
  followupList: (request: FollowupListRequest) => call<FollowupList>("followup_list", request),
  /** Stops follow-ups. */
  followupStop: (request: ByIds) => call<Changed>("followup_stop", request),
  /** Some tasks, with the counters of all. */
  tasksList: (request: TasksPage) => call<TasksList>("tasks_list", request),
  /** One task. */
  tasksGet: (request: ById) => call<TaskView>("tasks_get", request),
  /** What a line of words would note as a task. */
  tasksRead: (request: QuickLine) => call<QuickRead>("tasks_read", request),
  /** Notes a task. */
  tasksCreate: (request: TaskNew) => call<TaskView>("tasks_create", request),
  /** Changes values of a task. */
  tasksUpdate: (request: TaskUpdate) => call<TaskView>("tasks_update", request),
  /** Marks tasks done. */
  tasksDone: (request: TasksDone) => call<Changed>("tasks_done", request),
  /** Takes tasks up again. */
  tasksReopen: (request: ByIds) => call<Changed>("tasks_reopen", request),
  /** Puts tasks off. */
  tasksPostpone: (request: TasksPostpone) => call<Changed>("tasks_postpone", request),
  /** Removes tasks (can be undone). */
  tasksDelete: (request: ByIds) => call<Changed>("tasks_delete", request),
  /** Appointments, tasks and follow-ups of some days. */
  agendaRange: (request: AgendaRange) => call<AgendaView>("agenda_range", request),
  /** What is planned at a time, and where there is room. */
  agendaBusy: (request: BusyAsk) => call<BusyAnswer>("agenda_busy", request),
  /** An appointment, and what it falls together with. */
  appointmentsGet: (request: ById) => call<AppointmentDetail>("appointments_get", request),
  /** Notes an appointment. */
  appointmentsCreate: (request: AppointmentNew) => call<AppointmentDetail>("appointments_create", request),
  /** Changes or moves an appointment. */
  appointmentsUpdate: (request: AppointmentUpdate) => call<AppointmentDetail>("appointments_update", request),
  /** Says how an appointment went and what comes next. */
  appointmentsClose: (request: AppointmentClose) => call<AppointmentDetail>("appointments_close", request),
  /** Removes appointments (can be undone). */
  appointmentsDelete: (request: ByIds) => call<Changed>("appointments_delete", request),
  /** Writes appointments to a calendar file. */
  calendarExport: (request: CalendarExport) => call<ExportDone>("calendar_export", request),
  /** What a calendar file would do; nothing is changed. */
  calendarCheck: (request: CalendarFile) => call<CalendarCheck>("calendar_check", request),
  /** Takes the events of a calendar file (can be undone). */
  calendarImport: (request: CalendarFile) => call<Changed>("calendar_import", request),
  /** Notes something on a person, a company or an opportunity. */
  notesAdd: (request: NoteOn) => call<Noted>("notes_add", request),
  /** Notes the same on several people, companies or opportunities. */
  notesSeveral: (request: NoteSeveral) => call<Changed>("notes_several", request),
  /** Notes, calls and messages that answer to some words. */
  textsSearch: (request: SearchRequest) => call<TextFound[]>("texts_search", request),
  /** Puts other words to a note. */
  notesEdit: (request: NoteEdit) => call<Noted>("notes_edit", request),
  /** Takes a note off the timeline (can be undone). */
  notesDelete: (request: ById) => call<Changed>("notes_delete", request),
  /** Enters a call, how it went and what comes next. */
  callsLog: (request: CallLog) => call<Noted>("calls_log", request),
  /** What needs the seller. */
  todayGet: (request: Nothing) => call<TodayView>("today_get", request),
  /** Health of the desk and its connections. */
  healthGet: (request: Nothing) => call<HealthView>("health_get", request),
  /** How warm a person or an opportunity is, why, and how that went. */
  scoresGet: (request: ScoreAsk) => call<ScoreView>("scores_get", request),
  /** Statuses of people, in the seller's order. */
  statusesList: (request: Nothing) => call<StatusesView>("statuses_list", request),
  /** Adds a status. */
  statusesCreate: (request: StatusNew) => call<StatusesView>("statuses_create", request),
  /** Changes a status. */
  statusesUpdate: (request: StatusUpdate) => call<StatusesView>("statuses_update", request),
  /** Puts statuses in another order. */
  statusesReorder: (request: StatusOrder) => call<StatusesView>("statuses_reorder", request),
  /** Deletes a status; its people go to another one. */
  statusesDelete: (request: StatusDelete) => call<StatusesView>("statuses_delete", request),
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
  /** Writes companies to a file. */
  exportCompanies: (request: CompaniesExport) => call<ExportDone>("export_companies", request),
  /** Writes opportunities to a file. */
  exportOpportunities: (request: OpportunitiesExport) => call<ExportDone>("export_opportunities", request),
  /** Files kept on a record, newest first. */
  filesList: (request: FilesOf) => call<FileView[]>("files_list", request),
  /** Takes files into the desk (can be undone). */
  filesAdd: (request: FilesAdd) => call<FilesAdded>("files_add", request),
  /** Gives a file another name. */
  filesRename: (request: FileRename) => call<FileView>("files_rename", request),
  /** Puts files into the trash (can be undone). */
  filesRemove: (request: ByIds) => call<Changed>("files_remove", request),
  /** Writes a file outside the desk, in the clear. */
  filesSave: (request: FileSave) => call<ExportDone>("files_save", request),
  /** Google Sheets: where it stands. */
  sheetsStatus: (request: Nothing) => call<SheetsStatus>("sheets_status", request),
  /** Opens Google’s consent page. */
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
  backupRestore: (request: BackupCheck) => call<RestoredDesk>("backup_restore", request),
  /** What was done. */
  historyList: (request: HistoryRequest) => call<OperationView[]>("history_list", request),
  /** What undo and redo would do. */
  historyTop: (request: Nothing) => call<HistoryTop>("history_top", request),
  /** What changed, field by field. */
  historyChanges: (request: ChangesPage) => call<ChangesRows>("history_changes", request),
  /** Writes what changed to a file. */
  historyExport: (request: ChangesExport) => call<ExportDone>("history_export", request),
  /** Takes an operation back. */
  historyUndo: (request: UndoRequest) => call<UndoneView>("history_undo", request),
  /** Does it again. */
  historyRedo: (request: Nothing) => call<UndoneView>("history_redo", request),
};

