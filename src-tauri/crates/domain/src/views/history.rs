//! Undo, redo, history.

use super::outreach::ReasonView;
use super::view;
use chrono::{DateTime, Utc};
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
