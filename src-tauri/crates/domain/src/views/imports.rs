//! Imports: read and check first, then apply; resumable, cancellable, undoable.

use super::outreach::ReasonView;
use super::people::PersonRow;
use super::{view, words};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use uuid::Uuid;

words! {
    /// Where an import stands.
    pub enum ImportState {
        /// The file is being read and checked into the staging table.
        Reading,
        /// Checked: nothing is written yet.
        Checked,
        /// Being written.
        Applying,
        /// Done.
        Applied,
        /// Stopped by the seller; what was written stays and can be undone.
        Cancelled,
        /// The file turned out bad; nothing was changed.
        Failed,
    }
    /// What the import may do.
    pub enum ImportMode {
        /// Only new people.
        Create,
        /// Only people already here.
        Update,
        /// Both.
        Both,
    }
    /// What is planned for a row.
    pub enum RowPlan {
        /// A new person.
        Create,
        /// Values change on a person already here.
        Update,
        /// The person is here, nothing changes.
        Unchanged,
        /// Left out on purpose (a later row of the same person, or the mode).
        Skip,
        /// Cannot be used.
        Reject,
    }
    /// What stands first in a date.
    pub enum ImportDates {
        /// `31/12/2024`.
        DayFirst,
        /// `12/31/2024`.
        MonthFirst,
    }
    /// How to read the file.
    pub enum ImportAs {
        /// Look and decide.
        Auto,
        /// LinkedIn's Connections.csv or archive.
        Linkedin,
        /// Any table of people.
        Csv,
    }
}

view! {
    /// Opens a file: reads and checks all of it into the staging table.
    pub struct ImportOpen {
        /// Absolute path of a .csv, .tsv, .txt, .xlsx or .zip.
        pub path: String,
        /// How to read it.
        pub read_as: ImportAs,
        /// What it may do.
        pub mode: ImportMode,
    }

    /// Changes how a checked file is understood; it is checked again.
    pub struct ImportRemap {
        /// Which import.
        pub id: Uuid,
        /// A field name (or null = ignore) for each column.
        pub columns: Vec<Option<String>>,
        /// What it may do.
        pub mode: ImportMode,
        /// How dates are read of which nothing in their column tells the order; absent = as the rest of the file, or day first.
        pub dates: Option<ImportDates>,
    }

    /// An import.
    pub struct ImportView {
        /// Id.
        pub id: Uuid,
        /// Name of the file, without its folder.
        pub file_name: String,
        /// `linkedin`, `sheet`, `csv`.
        pub kind: String,
        /// Where it stands.
        pub state: ImportState,
        /// What it may do.
        pub mode: ImportMode,
        /// Encoding as detected, such as `UTF-8`.
        pub encoding: String,
        /// Separator as detected.
        pub delimiter: String,
        /// The columns with what they are taken for.
        pub columns: Vec<ImportColumn>,
        /// Files of an archive that are not read yet.
        pub ignored_files: Vec<String>,
        /// Rows in the file.
        pub rows: u32,
        /// New people (planned, or done once applied).
        pub created: u32,
        /// People changed.
        pub updated: u32,
        /// People as they were.
        pub unchanged: u32,
        /// Rows left out on purpose.
        pub skipped: u32,
        /// Rows that cannot be used.
        pub rejected: u32,
        /// Rows written so far.
        pub applied: u32,
        /// Of the people in the file, how many are on the do-not-contact list.
        pub suppressed: u32,
        /// Values that were not taken as they stand, in rows that are taken all the same.
        pub warnings: Vec<ImportWarning>,
        /// Something worth saying about the whole file: it was imported before.
        pub notice: Option<ReasonView>,
        /// Why it failed.
        pub failure: Option<ReasonView>,
        /// The operation that undo takes back.
        pub operation: Option<Uuid>,
        /// Whether the whole import was undone.
        pub undone: bool,
        /// When it was opened.
        pub created_at: DateTime<Utc>,
        /// When it ended.
        pub finished_at: Option<DateTime<Utc>>,
    }

    /// One kind of value that was left out, cleaned or taken otherwise.
    pub struct ImportWarning {
        /// Why, as a code of the catalogue whose sentence names the field.
        pub code: String,
        /// Which field.
        pub field: String,
        /// In how many rows.
        pub rows: u32,
        /// Further values the sentence names.
        pub params: BTreeMap<String, String>,
    }

    /// A column of the file.
    pub struct ImportColumn {
        /// Its header.
        pub header: String,
        /// Field it is taken for.
        pub field: Option<String>,
        /// First three values.
        pub samples: Vec<String>,
    }

    /// Rows of the check.
    pub struct ImportRowsRequest {
        /// Which import.
        pub id: Uuid,
        /// Only these.
        pub plan: Option<RowPlan>,
        /// First row.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
    }

    /// A row of the check.
    pub struct ImportRowView {
        /// Line in the file.
        pub line: u32,
        /// Its cells as they were read, the beginning of long ones.
        pub cells: Vec<String>,
        /// What is planned.
        pub plan: RowPlan,
        /// Names and values as they will stand.
        pub name: String,
        /// Title.
        pub title: String,
        /// Company.
        pub company: String,
        /// Address.
        pub email: String,
        /// Why: the match, the reason of a rejection, warnings.
        pub reason: Option<ReasonView>,
        /// Old and new values.
        pub changes: Vec<ImportChange>,
        /// The person met.
        pub person: Option<PersonRow>,
        /// On the do-not-contact list.
        pub suppressed: bool,
    }

    /// A value that changes.
    pub struct ImportChange {
        /// Field.
        pub field: String,
        /// Before.
        pub old: String,
        /// After.
        pub new: String,
        /// Kept because the seller typed it.
        pub kept: bool,
    }

    /// Saves the rejected rows as CSV.
    pub struct ImportRejects {
        /// Which import.
        pub id: Uuid,
        /// Where to.
        pub path: String,
    }
}
