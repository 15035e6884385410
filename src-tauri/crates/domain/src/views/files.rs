//! Files kept on people, companies and opportunities.

use super::history::RecordRef;
use super::outreach::ReasonView;
use super::view;
use chrono::{DateTime, Utc};
use uuid::Uuid;

view! {
    /// Of what.
    pub struct FilesOf {
        /// The record.
        pub of: RecordRef,
    }

    /// Takes files into the desk.
    pub struct FilesAdd {
        /// On what.
        pub of: RecordRef,
        /// Where they are on this machine; they stay there.
        pub paths: Vec<String>,
    }

    /// What was taken in.
    pub struct FilesAdded {
        /// Files of the record, newest first.
        pub files: Vec<FileView>,
        /// How many were added; one the record has already, under the same name, is not added again.
        pub added: u32,
        /// Those that were not, and why.
        pub refused: Vec<FileRefused>,
        /// The undoable operation.
        pub operation: Option<Uuid>,
    }

    /// One that was not taken in.
    pub struct FileRefused {
        /// Its name.
        pub name: String,
        /// Why; words of the errors.
        pub reason: ReasonView,
    }

    /// A file in the desk.
    pub struct FileView {
        /// Id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
        /// The name to save it under.
        pub save_as: String,
        /// Bytes.
        pub size: u32,
        /// When it was added.
        pub added_at: DateTime<Utc>,
        /// By whom: `seller`.
        pub by: String,
        /// Whether its contents are there: what an old undo brings back may have lost them.
        pub there: bool,
    }

    /// Another name.
    pub struct FileRename {
        /// Which.
        pub id: Uuid,
        /// Its name from now on.
        pub name: String,
    }

    /// Writes a file outside the desk, in the clear.
    pub struct FileSave {
        /// Which.
        pub id: Uuid,
        /// Where to: a file that is replaced, or a folder, where it gets its own name and replaces nothing.
        pub path: String,
    }
}
