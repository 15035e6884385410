//! Undo, redo, history.

use super::exports::ExportFormat;
use super::outreach::ReasonView;
use super::{view, words};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

view! {
    /// A page of the journal, newest first.
    pub struct HistoryRequest {
        /// Older than this sequence number.
        pub before: Option<u32>,
        /// How many, at most 200.
        pub limit: u32,
    }

    /// An operation.
    pub struct OperationView {
        /// Id.
        pub id: Uuid,
        /// Sequence number.
        pub seq: u32,
        /// When.
        pub at: DateTime<Utc>,
        /// `seller`, `run`, `import`, `desk`.
        pub actor: String,
        /// What was done (`history.<code>` in the catalogue).
        pub intent: ReasonView,
        /// Rows it changed.
        pub rows: u32,
        /// `done`, `undone`, `undoing`.
        pub state: String,
        /// Whether it can be undone now.
        pub undoable: bool,
        /// Whether it can be done again.
        pub redoable: bool,
        /// The operation it undid or redid.
        pub undoes: Option<Uuid>,
    }

    /// What ⌘Z and ⇧⌘Z would do.
    pub struct HistoryTop {
        /// Would be undone.
        pub undo: Option<OperationView>,
        /// Would be done again.
        pub redo: Option<OperationView>,
    }

    /// Undoes one operation, or with `id` absent the last one.
    pub struct UndoRequest {
        /// Which.
        pub id: Option<Uuid>,
    }

    /// What undo did.
    pub struct UndoneView {
        /// The operation taken back.
        pub operation: OperationView,
        /// Rows restored.
        pub restored: u32,
        /// Later edits that were kept.
        pub kept: Vec<KeptEdit>,
    }

    /// A row edited since: it keeps the later values.
    pub struct KeptEdit {
        /// Table.
        pub table: String,
        /// Key.
        pub id: String,
        /// What it is, for a person: the name.
        pub label: String,
        /// Columns kept.
        pub columns: Vec<String>,
    }
}

words! {
    /// What a changed row is, or belongs to.
    pub enum ChangedKind {
        /// A person, their addresses, tags and notes.
        Person,
        /// A company.
        Company,
        /// An opportunity.
        Opportunity,
        /// A task.
        Task,
        /// An appointment.
        Appointment,
        /// A tag or a list.
        Tag,
        /// Pipelines, stages, reasons, goals.
        Pipeline,
        /// A setting.
        Setting,
        /// Anything else.
        Other,
    }
    /// A record with a history of its own.
    pub enum RecordKind {
        /// A person.
        Person,
        /// A company.
        Company,
        /// An opportunity.
        Opportunity,
    }
    /// What happened to a row.
    pub enum ChangeKind {
        /// It was made.
        Added,
        /// Values of it changed.
        Changed,
        /// It was removed.
        Removed,
        /// It came back from the trash.
        Restored,
    }
    /// How a value reads.
    pub enum ValueForm {
        /// As it is.
        Text,
        /// A word of the catalogue.
        Code,
        /// What an id pointed to, by its name now.
        Name,
        /// A moment.
        Time,
        /// A date.
        Day,
        /// Minor units of a currency.
        Money,
    }
}

view! {
    /// A record.
    pub struct RecordRef {
        /// What it is.
        pub kind: RecordKind,
        /// Which.
        pub id: Uuid,
    }

    /// Which changes, newest first. What is empty narrows nothing.
    #[derive(Default)]
    pub struct ChangesAsk {
        /// Of one operation.
        pub operation: Option<Uuid>,
        /// Of one record, whoever was made one with it, and what is theirs.
        pub record: Option<RecordRef>,
        /// Of records of these kinds.
        pub kinds: Vec<ChangedKind>,
        /// By `seller`, `run`, `import` or `desk`.
        pub actor: Option<String>,
        /// Of this field (a column, as `ChangedField::field` names it).
        pub field: Option<String>,
        /// From this day on, in the desk's zone.
        pub from: Option<NaiveDate>,
        /// Until this day, included.
        pub to: Option<NaiveDate>,
    }

    /// A page of changes.
    pub struct ChangesPage {
        /// Which.
        pub ask: ChangesAsk,
        /// Behind this place: `ChangesRows::next` of the page before.
        pub after: Option<String>,
        /// How many, at most 200.
        pub limit: u32,
    }

    /// Changes, newest first.
    pub struct ChangesRows {
        /// Rows.
        pub rows: Vec<ChangeView>,
        /// Where the next page begins; nothing at the end.
        pub next: Option<String>,
    }

    /// What one operation did to one row.
    pub struct ChangeView {
        /// Its place, unique.
        pub place: String,
        /// The operation.
        pub operation: Uuid,
        /// When.
        pub at: DateTime<Utc>,
        /// `seller`, `run`, `import`, `desk`.
        pub actor: String,
        /// What was done (`history.<code>` in the catalogue).
        pub intent: ReasonView,
        /// What the row is, or belongs to.
        pub kind: ChangedKind,
        /// Its table (`history:row.<table>` in the catalogue).
        pub row: String,
        /// Name of the record, as it is now or as it last was.
        pub label: String,
        /// What happened to it.
        pub change: ChangeKind,
        /// Field by field.
        pub fields: Vec<ChangedField>,
    }

    /// A value, before and after.
    pub struct ChangedField {
        /// Column (`history:field.<column>` in the catalogue).
        pub field: String,
        /// How both read.
        pub form: ValueForm,
        /// Before; empty for nothing.
        pub old: String,
        /// After; empty for nothing.
        pub new: String,
    }

    /// Writes changes to a file, one line each field.
    pub struct ChangesExport {
        /// Which.
        pub ask: ChangesAsk,
        /// CSV or JSON lines.
        pub format: ExportFormat,
        /// Where to.
        pub path: String,
    }
}
