//! People: lists, the side panel, edits.

use super::filters::FilterGroup;
use super::groups::{GroupBy, PeopleGroup, Within};
use super::outreach::{ReasonView, VerdictView};
use super::{view, words};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

words! {
    /// What a status counts as: what the gate and the runs understand of it.
    pub enum StatusMeaning {
        /// Nouveau.
        New,
        /// Contacté.
        Contacted,
        /// Intéressé.
        Interested,
        /// Qualifié.
        Qualified,
        /// Converti.
        Converted,
        /// Perdu.
        Lost,
        /// Ne pas contacter.
        DoNotContact,
    }
    /// What is known of an address.
    pub enum EmailStatus {
        /// No address.
        None,
        /// Given or seen working.
        Valid,
        /// Deduced from a pattern.
        Guessed,
        /// Refused by its server.
        Bounced,
    }
    /// Columns a list can be ordered by.
    pub enum PersonSort {
        /// Last name, first name.
        Name,
        /// Company.
        Company,
        /// Status, in the seller's order.
        Status,
        /// Last contact.
        LastContact,
        /// Date added.
        Added,
        /// A field of the seller's, named by `by`.
        Custom,
    }
    /// What a timeline can be narrowed to.
    pub enum TimelineKind {
        /// Messages.
        Messages,
        /// LinkedIn notes.
        Linkedin,
        /// Follow-ups.
        Followups,
        /// Notes.
        Notes,
        /// Calls.
        Calls,
        /// Tasks.
        Tasks,
        /// Appointments.
        Appointments,
        /// Files that were added.
        Files,
        /// Changes of status, of the do-not-contact list, imports.
        Changes,
    }
    /// Fields a filter can ask.
    pub enum FilterField {
        /// Status, by key or name.
        Status,
        /// What the status counts as.
        CountsAs,
        /// Whether they have been in their status for longer than it allows: `yes` or `no`.
        TooLong,
        /// Company name.
        Company,
        /// Title.
        Title,
        /// Location.
        Location,
        /// E-mail address.
        Email,
        /// Last contact, a date.
        LastContact,
        /// Date added.
        Added,
        /// Language.
        Language,
        /// Where they came from.
        Source,
        /// LinkedIn profile.
        Linkedin,
        /// Tag, by name or id.
        Tag,
        /// List, by name or id.
        List,
        /// Noted in two seconds and not completed yet: since when, a date.
        ToQualify,
        /// What comes next and when, a date: what waits for the seller is due at any day, a task without one is never due.
        NextStep,
        /// Phone.
        Phone,
        /// Whether they are probably held twice: `yes` or `no`.
        Duplicate,
        /// A field of the seller's, named by `custom`.
        Custom,
    }
    /// What a filter asks of its field.
    pub enum FilterOp {
        /// Equal (folded).
        Is,
        /// Not equal.
        IsNot,
        /// Contains (folded).
        Contains,
        /// Empty.
        Empty,
        /// Not empty.
        NotEmpty,
        /// Date before.
        Before,
        /// Date before, or never.
        BeforeOrNever,
        /// Date on or after.
        After,
    }
}

view! {
    /// One part of a filter; parts stand alone or in groups.
    pub struct FilterClause {
        /// Which field.
        pub field: FilterField,
        /// What is asked.
        pub op: FilterOp,
        /// With what; ignored by `empty` and `not_empty`.
        pub value: String,
        /// Which field of the seller's.
        #[serde(default)]
        pub custom: Option<Uuid>,
    }

    /// Which people, in which order.
    pub struct PeopleQuery {
        /// Words typed in the search box; all must match.
        pub text: String,
        /// Filter parts, joined by "and" unless `any` says otherwise.
        pub filters: Vec<FilterClause>,
        /// One of the parts and groups is enough; otherwise all must hold.
        #[serde(default)]
        pub any: bool,
        /// Groups of parts.
        #[serde(default)]
        pub groups: Vec<FilterGroup<FilterClause>>,
        /// Order.
        pub sort: PersonSort,
        /// Downwards.
        pub descending: bool,
        /// Which field of the seller's it is ordered by.
        #[serde(default)]
        pub by: Option<Uuid>,
        /// Only the rows of one group.
        #[serde(default)]
        pub within: Option<Within<PeopleGroup>>,
    }

    /// Some rows of a list.
    pub struct PeoplePage {
        /// Which people.
        pub query: PeopleQuery,
        /// First row.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
        /// Group by group, in the order of the groups; whoever is in several stands in each.
        #[serde(default)]
        pub grouped: Option<GroupBy<PeopleGroup>>,
    }

    /// Rows, without a total (see `people_count`).
    pub struct PeopleRows {
        /// The rows.
        pub rows: Vec<PersonRow>,
        /// Whether these are the last ones.
        pub last: bool,
    }

    /// How many there are.
    pub struct PeopleCount {
        /// Matching the query.
        pub matching: u32,
        /// In all.
        pub total: u32,
        /// Nothing answers to the words as they were typed: these answer to words that are nearly those.
        pub near: bool,
    }

    /// A row of the people list.
    pub struct PersonRow {
        /// Id.
        pub id: Uuid,
        /// First name.
        pub first_name: String,
        /// Last name.
        pub last_name: String,
        /// What they do.
        pub title: String,
        /// Where.
        pub company: String,
        /// The company's id.
        pub company_id: Option<Uuid>,
        /// Address.
        pub email: String,
        /// What is known of the address; `opted_out` is told by `suppressed`.
        pub email_status: EmailStatus,
        /// On the do-not-contact list.
        pub suppressed: bool,
        /// Phone as written.
        pub phone: String,
        /// Profile address.
        pub linkedin_url: String,
        /// Town, region or country as written.
        pub location: String,
        /// Key of the status.
        pub status: String,
        /// When they came into it.
        pub status_since: DateTime<Utc>,
        /// Last touch.
        pub last_contact_at: Option<DateTime<Utc>>,
        /// What comes next, if anything.
        pub next: Option<NextStep>,
        /// Day added.
        pub added_on: NaiveDate,
        /// Invented.
        pub sample: bool,
        /// Tags by name.
        pub tags: Vec<super::tags::TagView>,
        /// Values of the seller's own fields, in their order.
        #[serde(default)]
        pub custom: Vec<super::custom::CustomValueView>,
    }

    /// What comes next for a person.
    pub struct NextStep {
        /// `draft`, `scheduled`, `followup`, `linkedin`, `task`, `appointment`.
        pub kind: String,
        /// Its day or moment, when known.
        pub at: Option<DateTime<Utc>>,
        /// Number of the follow-up.
        pub n: Option<u32>,
        /// What the task or appointment is about; empty otherwise.
        pub title: String,
        /// Whether a LinkedIn note waits in the queue, be it what comes next or not.
        pub linkedin: bool,
    }

    /// Everything about one person.
    pub struct PersonDetail {
        /// The list's row.
        pub row: PersonRow,
        /// Language of messages: `fr`, `en` or empty for the desk's.
        pub language: String,
        /// IANA zone or empty.
        pub time_zone: String,
        /// Free notes (the sheet's column).
        pub notes: String,
        /// The last message sent (the sheet's column).
        pub message_sent: String,
        /// Follow-ups done.
        pub followup_count: u32,
        /// Connected on LinkedIn since.
        pub connected_on: Option<NaiveDate>,
        /// `linkedin`, `csv`, `sheet`, `manual`, `sample`.
        pub source: String,
        /// File or other detail.
        pub source_detail: String,
        /// Consent to write to a private address.
        pub consent: Option<Consent>,
        /// Values that did not come from the person's own source.
        pub fields: Vec<FieldSource>,
        /// Every address, number, link and postal address, the first of each kind first.
        pub contacts: Vec<super::contacts::ContactPointView>,
        /// The newest do-not-contact entry that holds.
        pub suppression: Option<SuppressionView>,
        /// Why, why not, when: e-mail.
        pub verdict: VerdictView,
    }

    /// Recorded consent.
    pub struct Consent {
        /// When it was recorded.
        pub at: DateTime<Utc>,
        /// How they agreed.
        pub note: String,
    }

    /// Where one value came from.
    pub struct FieldSource {
        /// Field name as in `people_update`.
        pub field: String,
        /// `typed` or `import:<id>`.
        pub source: String,
        /// When.
        pub at: DateTime<Utc>,
    }

    /// An entry of the do-not-contact list.
    pub struct SuppressionView {
        /// Since when.
        pub at: DateTime<Utc>,
        /// `email`, `domain`, `linkedin`, `phone`, `person`.
        pub scope: String,
        /// `opted_out`, `bounced`, `seller`, `erased`.
        pub reason: String,
        /// The seller's words.
        pub note: String,
    }

    /// One value typed by the seller. Fields: first_name, last_name, title, company, email, phone, linkedin_url, location, language,
    /// time_zone, status, notes.
    pub struct PersonUpdate {
        /// Who.
        pub id: Uuid,
        /// Which fields, with their new values; all or none are written.
        pub values: Vec<FieldValue>,
    }

    /// A field and its value as text.
    pub struct FieldValue {
        /// Field name.
        pub field: String,
        /// New value; empty clears.
        pub value: String,
    }

    /// A new person; at least a name, an address or a profile.
    pub struct PersonNew {
        /// Values as in [`PersonUpdate`].
        pub values: Vec<FieldValue>,
    }

    /// Several people at once.
    pub struct PeopleBulk {
        /// Who.
        pub selection: Selection,
        /// Which fields, with their new values.
        pub values: Vec<FieldValue>,
    }

    /// Who.
    #[serde(tag = "kind")]
    pub enum Selection {
        /// Named one by one.
        #[serde(rename = "ids")]
        Ids {
            /// Their ids.
            ids: Vec<Uuid>,
        },
        /// All that match.
        #[serde(rename = "query")]
        Query {
            /// The query.
            query: PeopleQuery,
        },
        /// Everybody.
        #[serde(rename = "all")]
        All,
    }

    /// A person's timeline, newest first.
    pub struct TimelinePage {
        /// Who.
        pub id: Uuid,
        /// Older than this, for the next page.
        pub before: Option<DateTime<Utc>>,
        /// How many, at most 200.
        pub limit: u32,
        /// Only these; all, when none is named.
        #[serde(default)]
        pub kinds: Vec<TimelineKind>,
    }

    /// Something that happened.
    pub struct TimelineItem {
        /// Id of the activity, ledger, outbox, task or appointment row.
        pub id: Uuid,
        /// When.
        pub at: DateTime<Utc>,
        /// `note`, `status_changed`, `email_sent`, `email_unknown`, `email_failed`, `email_draft`, `email_scheduled`, `email_stopped`,
        /// `linkedin_sent`, `linkedin_already_connected`, `linkedin_skipped`, `linkedin_waiting`, `followup_scheduled`,
        /// `followup_stopped`, `suppressed`, `allowed`, `imported`, `call`, `task_open`, `task_done`, `task_cancelled`, `appointment_planned`,
        /// `appointment_done`, `appointment_cancelled`, `appointment_no_show`, `opportunity_created`, `opportunity_moved`, `opportunity_won`, `opportunity_lost`. What is to come stands at its time.
        pub kind: String,
        /// Number of the follow-up, where it is one.
        pub n: Option<u32>,
        /// Subject, note text, or the like.
        pub title: String,
        /// Message or note body.
        pub body: String,
        /// Old and new status, and other values of the sentence.
        pub reason: Option<ReasonView>,
        /// The run it came from.
        pub run_id: Option<Uuid>,
        /// The message.
        pub outbox_id: Option<Uuid>,
    }

    /// A note on a person.
    pub struct NoteNew {
        /// Who.
        pub id: Uuid,
        /// Its text.
        pub text: String,
    }

    /// People and commands that answer to some words.
    pub struct SearchRequest {
        /// The words.
        pub text: String,
        /// How many, at most 50.
        pub limit: u32,
    }
}

impl std::fmt::Display for StatusMeaning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}
