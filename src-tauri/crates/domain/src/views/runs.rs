//! Run full sequence.

use super::outreach::ReasonView;
use super::people::Selection;
use super::{view, words};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;
use uuid::Uuid;

words! {
    /// Where a run stands.
    pub enum RunState {
        /// Working.
        Running,
        /// Paused by the seller, or by the desk because it could not go on: nobody is lost, and it goes on from there.
        Paused,
        /// Stopping after the people in hand.
        Cancelling,
        /// Everybody is accounted for.
        Finished,
        /// Cancelled; the rest is accounted for as not done.
        Cancelled,
    }
    /// Where a person stands in a run.
    pub enum RunPersonState {
        /// Not begun.
        Waiting,
        /// In hand.
        Working,
        /// All steps done.
        Done,
        /// Stopped: the seller must look.
        NeedsYou,
        /// Not written to, for the reason shown.
        Out,
    }
    /// What told the language a person is written to in; the first that tells.
    pub enum LanguageFrom {
        /// The seller recorded it.
        Record,
        /// Where the person is.
        Place,
        /// The ending of the e-mail address.
        Address,
        /// The legal form of the company.
        Company,
        /// The seller's own texts of the run.
        Texts,
        /// Nothing: it is the desk's.
        Desk,
    }
    /// How one step went for one person.
    pub enum StepState {
        /// Not yet.
        Waiting,
        /// In hand.
        Working,
        /// Done.
        Done,
        /// Nothing to do (not asked, no profile, …).
        Skipped,
        /// Kept as a draft.
        Draft,
        /// Will leave at its time.
        Scheduled,
        /// Outcome unknown.
        Unknown,
        /// Failed.
        Failed,
    }
}

view! {
    /// What a run would do, before anything is done.
    pub struct PreflightRequest {
        /// Who.
        pub selection: Selection,
        /// The configuration document, as text.
        pub config: String,
    }

    /// The pre-flight sheet.
    pub struct Preflight {
        /// People chosen.
        pub chosen: u32,
        /// People who will be written to.
        pub written_to: u32,
        /// Why the others are out, most first; the counts add up to `chosen - written_to`.
        pub out: Vec<PreflightOut>,
        /// Whether messages leave, or stay as drafts.
        pub sends: bool,
        /// `practice` or `smtp`.
        pub transport: String,
        /// Address they leave from.
        pub from: String,
        /// Sending window, as set.
        pub window: String,
        /// Messages a day, today's figure with the ramp.
        pub daily_cap: u32,
        /// Already taken today.
        pub used_today: u32,
        /// Minimum gap, in seconds.
        pub gap_seconds: u32,
        /// LinkedIn notes and messages to hand over.
        pub linkedin_notes: u32,
        /// Of these, messages to connections: no limit of invitations counts them.
        pub linkedin_messages: u32,
        /// Follow-ups: days until the first, 0 = none.
        pub followup_days: u32,
        /// Follow-ups at most.
        pub max_followups: u32,
        /// Messages on each coming day.
        pub days: Vec<PreflightDay>,
        /// When the last one leaves.
        pub finishes_at: Option<DateTime<Utc>>,
        /// Who writes: `template` or `model`.
        pub writer: String,
        /// Model id and host, when a model writes.
        pub model: Option<String>,
        /// The first five real messages.
        pub messages: Vec<PreflightMessage>,
        /// What to know before starting.
        pub warnings: Vec<ReasonView>,
        /// What keeps the run from starting.
        pub blockers: Vec<ReasonView>,
    }

    /// People out of the run for one reason.
    pub struct PreflightOut {
        /// Why.
        pub reason: ReasonView,
        /// How many.
        pub count: u32,
        /// The first three of them.
        pub people: Vec<PersonName>,
    }

    /// A person, named.
    pub struct PersonName {
        /// Id.
        pub id: Uuid,
        /// First and last name, or address.
        pub name: String,
    }

    /// One day of sending.
    pub struct PreflightDay {
        /// The day, in the desk's zone.
        pub date: NaiveDate,
        /// Messages.
        pub count: u32,
    }

    /// A message exactly as it will leave.
    pub struct PreflightMessage {
        /// To whom.
        pub person: PersonName,
        /// `Name <address>`.
        pub from: String,
        /// `Name <address>`.
        pub to: String,
        /// Subject.
        pub subject: String,
        /// Body as plain text.
        pub text: String,
        /// Values that came from the seller's records, as they stand in the text.
        pub merged: Vec<String>,
        /// `fr` or `en`.
        pub language: String,
        /// What told the language.
        pub language_from: LanguageFrom,
        /// `template` or `model`.
        pub written_by: String,
        /// Warnings of the check.
        pub warnings: Vec<ReasonView>,
        /// LinkedIn note, when there is one.
        pub linkedin_note: Option<String>,
        /// The person is connected with the seller: the note is a message, which no limit of characters cuts.
        pub connected: bool,
    }

    /// Starts a run: the one confirmation.
    pub struct RunStart {
        /// Who.
        pub selection: Selection,
        /// The configuration document, as text.
        pub config: String,
        /// Title; empty = numbered.
        pub title: String,
        /// With `sendEmails`: nothing waits for approval.
        pub send_without_approval: bool,
        /// Each message can be called back for a moment first (`outreach.recall_seconds`).
        pub recall: bool,
    }

    /// A run.
    pub struct RunView {
        /// Id.
        pub id: Uuid,
        /// Number, from 1.
        pub number: u32,
        /// Title.
        pub title: String,
        /// Where it stands.
        pub state: RunState,
        /// Its configuration.
        pub config: String,
        /// Whether messages leave, or stay as drafts.
        pub sends: bool,
        /// People in it.
        pub people: u32,
        /// Counts by person state.
        pub waiting: u32,
        /// In hand.
        pub working: u32,
        /// Done.
        pub done: u32,
        /// Stopped for the seller.
        pub needs_you: u32,
        /// Not written to.
        pub out: u32,
        /// People of it who need the seller: they stopped, have a message to approve, to check or that failed, or wait in the LinkedIn queue.
        /// Nobody once it is cancelled.
        pub for_you: u32,
        /// Progress of each step.
        pub steps: Vec<StepProgress>,
        /// People a minute, over the last minute.
        pub per_minute: Option<f64>,
        /// Seconds left, when it can be told.
        pub seconds_left: Option<u32>,
        /// First messages of the run that wait for approval.
        pub drafts: u32,
        /// Messages of the run still scheduled.
        pub scheduled: u32,
        /// First messages of the run that were sent.
        pub sent: u32,
        /// Why it is paused, when it paused by itself.
        pub reason: Option<ReasonView>,
        /// When it was started.
        pub created_at: DateTime<Utc>,
        /// When it ended.
        pub finished_at: Option<DateTime<Utc>>,
        /// The operation that holds all its doings: undoing it takes back what has not left.
        pub operation: Uuid,
        /// Whether that was undone.
        pub undone: bool,
    }

    /// What of a run has not happened yet: what cancelling it would give up, or undoing it.
    pub struct RunRest {
        /// People not begun; cancelling lists them as not written to.
        pub waiting: u32,
        /// Messages cancelling gives up: scheduled or held ones. Drafts stay.
        pub cancelled_messages: u32,
        /// Follow-ups cancelling stops: nothing is left for them to follow.
        pub cancelled_followups: u32,
        /// First messages undoing gives up: drafts, held and scheduled ones.
        pub undone_messages: u32,
        /// Follow-ups undoing stops, planned or drafted.
        pub undone_followups: u32,
        /// LinkedIn notes that still wait in the queue, which undoing takes out of it.
        pub undone_notes: u32,
        /// Messages that have left and stay sent, whatever is done.
        pub sent: u32,
    }

    /// How far one step is.
    pub struct StepProgress {
        /// `analyse`, `write`, `check`, `email`, `linkedin`, `followup`.
        pub step: String,
        /// People for whom it is done.
        pub done: u32,
        /// People for whom it is to be done.
        pub of: u32,
    }

    /// People of a run.
    pub struct RunPeopleRequest {
        /// Which run.
        pub id: Uuid,
        /// Only these.
        pub state: Option<RunPersonState>,
        /// First row.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
    }

    /// One person of a run.
    pub struct RunPersonView {
        /// Who.
        pub person: PersonName,
        /// Company.
        pub company: String,
        /// Where they stand.
        pub state: RunPersonState,
        /// Each step.
        pub steps: BTreeMap<String, StepState>,
        /// What was done, not done and why: the value the gate returned.
        pub reason: Option<ReasonView>,
        /// The message.
        pub outbox_id: Option<Uuid>,
        /// Its state now (`draft`, `sent`, …).
        pub outbox_state: Option<String>,
        /// Day of the follow-up.
        pub followup_on: Option<NaiveDate>,
        /// When it was last touched.
        pub at: Option<DateTime<Utc>>,
    }

    /// Lines of a run's log, newest first.
    pub struct RunLogRequest {
        /// Which run.
        pub id: Uuid,
        /// Only warnings and errors.
        pub problems: bool,
        /// Older than this line.
        pub before: Option<u32>,
        /// How many, at most 500.
        pub limit: u32,
    }

    /// A line of the log.
    pub struct RunLogLine {
        /// Number, from 1.
        pub seq: u32,
        /// When.
        pub at: DateTime<Utc>,
        /// `info`, `warning`, `error`.
        pub level: String,
        /// What.
        pub what: ReasonView,
        /// About whom.
        pub person: Option<PersonName>,
    }

    /// The immutable receipt. The wire names are those of the earlier system.
    pub struct Receipt {
        /// The run's id.
        pub workflow_id: Uuid,
        /// Number of the run.
        pub number: u32,
        /// Title.
        pub title: String,
        /// `finished` or `cancelled`.
        pub state: RunState,
        /// People accounted for.
        pub prospects_processed: u32,
        /// Messages written.
        pub emails_generated: u32,
        /// Messages the server took, or the practice outbox.
        pub emails_sent: u32,
        /// Those of them that are in the practice outbox: they left for nobody.
        pub emails_practised: u32,
        /// Kept as drafts.
        pub emails_drafted: u32,
        /// Outcome unknown.
        pub emails_unknown: u32,
        /// Failed.
        pub emails_failed: u32,
        /// Not sent any more (called back, cancelled).
        pub emails_cancelled: u32,
        /// LinkedIn notes handed to the seller.
        pub linkedin_connections: u32,
        /// Follow-ups scheduled.
        pub followups_scheduled: u32,
        /// People not written to.
        pub not_contacted: u32,
        /// What failed.
        pub errors: Vec<ReceiptLine>,
        /// What to know.
        pub warnings: Vec<ReceiptLine>,
        /// Time worked, in milliseconds.
        pub duration: u32,
        /// When it began.
        pub started_at: DateTime<Utc>,
        /// When it ended.
        pub finished_at: DateTime<Utc>,
        /// The log, oldest first.
        pub logs: Vec<ReceiptLine>,
    }

    /// A line of a receipt.
    pub struct ReceiptLine {
        /// When.
        pub at: DateTime<Utc>,
        /// What.
        pub what: ReasonView,
        /// About whom.
        pub person: Option<PersonName>,
    }

    /// Saves a receipt as JSON.
    pub struct ReceiptExport {
        /// Which run.
        pub id: Uuid,
        /// Where to.
        pub path: String,
    }

    /// The configuration a new run starts from.
    pub struct RunConfigText {
        /// The configuration document, as text.
        pub config: String,
    }

    /// A page of runs, newest first.
    pub struct RunListRequest {
        /// First row.
        pub offset: u32,
        /// How many, at most 200.
        pub limit: u32,
    }
}
