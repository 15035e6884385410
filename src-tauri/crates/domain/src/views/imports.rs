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
    /// What stands before the decimals of a number.
    pub enum ImportNumbers {
        /// `1 234,5`.
        Comma,
        /// `1,234.5`.
        Point,
    }
    /// What separates the columns of a text file.
    pub enum ImportSeparator {
        /// `,`
        Comma,
        /// `;`
        Semicolon,
        /// Tab.
        Tab,
        /// `|`
        Pipe,
    }
    /// By what a row and a person are known to be the same, beside the desk's own id.
    pub enum ImportKey {
        /// The LinkedIn profile.
        Profile,
        /// An address.
        Email,
        /// The phone number.
        Phone,
        /// Name and company.
        Name,
    }
    /// What an import may do to a value of somebody who is here already.
    pub enum ImportPolicy {
        /// Only fill it where nothing stands.
        Fill,
        /// Also take the file's for what came from a file or a service; what the seller typed stays.
        Overwrite,
        /// Take the file's even for what the seller typed.
        OverwriteTyped,
        /// Leave it alone.
        Never,
    }
    /// Rows of the check that are shown across plans.
    pub enum ImportOnly {
        /// The file says otherwise than what the seller typed.
        Conflicts,
        /// The person is on the do-not-contact list.
        DoNotContact,
        /// The row is taken, a value of it is not.
        NotTaken,
    }
    /// Whose table a file is: how its columns are understood.
    pub enum ImportPreset {
        /// Apollo.io.
        Apollo,
        /// Google Contacts, before and since 2024.
        GoogleContacts,
        /// HubSpot.
        Hubspot,
        /// lemlist.
        Lemlist,
        /// LinkedIn's connections.
        Linkedin,
        /// Outlook, English and French.
        Outlook,
        /// Pipedrive.
        Pipedrive,
        /// Salesforce.
        Salesforce,
        /// The desk's own sheet of eleven columns.
        Sheet,
        /// Cards.
        Vcard,
        /// Nobody's: each column by its name alone, or by what stands in it where it has none.
        Other,
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
        /// Absolute path of a .csv, .tsv, .txt, .xlsx, .json, .vcf or .zip; of pasted text the name it is shown under.
        pub path: String,
        /// How to read it.
        pub read_as: ImportAs,
        /// What it may do.
        pub mode: ImportMode,
        /// Rows pasted from the clipboard, instead of a file.
        pub text: Option<String>,
        /// Reads, maps and matches as this earlier import did.
        pub like: Option<Uuid>,
        /// What is told about the file; everything else is detected.
        pub reading: Option<ImportReading>,
    }

    /// How a file is read, where the seller tells it; absent = as detected.
    #[derive(Default)]
    pub struct ImportReading {
        /// Label of the encoding, as in the WHATWG Encoding Standard (`windows-1252`).
        pub encoding: Option<String>,
        /// Separator of a text file.
        pub delimiter: Option<ImportSeparator>,
        /// Physical line (from 1) of the column names; 0 = no line names them.
        pub header_line: Option<u32>,
        /// Sheet of a workbook, by name.
        pub sheet: Option<String>,
        /// Whose table it is.
        pub preset: Option<ImportPreset>,
        /// Order of dates of which nothing in their column tells it.
        pub dates: Option<ImportDates>,
        /// Decimal mark.
        pub numbers: Option<ImportNumbers>,
        /// Country of numbers without an international prefix (two letters of ISO 3166-1); absent = the desk's.
        pub country: Option<String>,
    }

    /// Who is the same person, and what happens to their values.
    pub struct ImportRules {
        /// By what a row and a person are the same; the order is always that of [`ImportKey`].
        pub keys: Vec<ImportKey>,
        /// What happens to values of people who are here.
        pub usual: ImportPolicy,
        /// Fields for which something else holds.
        pub policies: Vec<ImportFieldPolicy>,
        /// Tags that everybody of the file gets, by name; made where they do not exist.
        pub tags: Vec<String>,
        /// List that everybody of the file is put on, by name; empty = none.
        pub list: String,
        /// Where the data comes from, for new people; empty = as the file says, or its name.
        pub source: String,
    }

    /// What an import may do to one field.
    pub struct ImportFieldPolicy {
        /// Which field, by the name it has in commands.
        pub field: String,
        /// What it may do.
        pub policy: ImportPolicy,
    }

    /// Shows the beginning of the file as it would be read; nothing is kept.
    pub struct ImportPreviewRequest {
        /// Which import.
        pub id: Uuid,
        /// How to read it.
        pub reading: ImportReading,
    }

    /// The beginning of a file.
    pub struct ImportPreview {
        /// Encoding it was read in.
        pub encoding: String,
        /// Separator; empty for a workbook.
        pub delimiter: String,
        /// Line of the column names; 0 = there is none, the columns are called by letters and taken for what stands in them.
        pub header_line: u32,
        /// Sheet of a workbook that is read; empty for other files.
        pub sheet: String,
        /// All sheets of the workbook.
        pub sheets: Vec<String>,
        /// Whose table it is read as.
        pub preset: ImportPreset,
        /// Whose table its columns say it is.
        pub recognised: ImportPreset,
        /// Columns, with the field each would be taken for.
        pub columns: Vec<ImportColumn>,
        /// The first rows.
        pub rows: Vec<ImportPreviewRow>,
        /// Encodings the file may have, and what each makes of it; empty for a workbook.
        pub encodings: Vec<ImportRival>,
        /// Separators the file may have; empty for a workbook.
        pub delimiters: Vec<ImportRival>,
        /// The decimal mark numbers are read with.
        pub numbers: ImportNumbers,
        /// The country numbers without a prefix are of.
        pub country: String,
    }

    /// A row of the beginning of a file.
    pub struct ImportPreviewRow {
        /// Line in the file.
        pub line: u32,
        /// Its cells, the beginning of long ones.
        pub cells: Vec<String>,
        /// Cells that are understood otherwise than they are written (a date, a number), by column.
        pub understood: Vec<ImportUnderstood>,
    }

    /// What a cell is understood as.
    pub struct ImportUnderstood {
        /// Which column, from 0.
        pub column: u32,
        /// What it says; empty = it cannot be read.
        pub value: String,
    }

    /// One way to read a file, among others.
    pub struct ImportRival {
        /// What to tell to have it.
        pub value: String,
        /// Whether it is the one detected.
        pub detected: bool,
        /// What a cell that tells the difference becomes.
        pub sample: String,
        /// Of the first rows, how many break: letters are lost, or another number of cells than columns.
        pub broken: u32,
        /// Columns it gives.
        pub columns: u32,
    }

    /// Reads the file again as told; it is checked again.
    pub struct ImportReread {
        /// Which import.
        pub id: Uuid,
        /// How to read it.
        pub reading: ImportReading,
        /// Forgets what an earlier import of the same columns left: mapping and rules begin anew.
        pub fresh: bool,
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
        /// Who is the same, and what happens to values; absent = as it is.
        pub rules: Option<ImportRules>,
    }

    /// Writes a checked import.
    pub struct ImportApply {
        /// Which.
        pub id: Uuid,
        /// Also puts the messages and invitations of LinkedIn's archive onto timelines, when the people are written.
        pub correspondence: Option<bool>,
    }

    /// What became of the messages and invitations of an archive.
    pub struct ImportCorrespondence {
        /// Those that are new on timelines.
        pub entered: u32,
        /// With how many people of the desk.
        pub people: u32,
        /// Messages and invitations with people who are not on the desk.
        pub strangers: u32,
        /// Why none could be read; the people are written all the same.
        pub failure: Option<ReasonView>,
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
        /// Line of the column names; 0 = there is none.
        pub header_line: u32,
        /// Sheet of a workbook that was read; empty for other files.
        pub sheet: String,
        /// All sheets of the workbook.
        pub sheets: Vec<String>,
        /// Whose table it was read as.
        pub preset: ImportPreset,
        /// The columns with what they are taken for.
        pub columns: Vec<ImportColumn>,
        /// Files of an archive that are not read.
        pub ignored_files: Vec<String>,
        /// Files of an archive that can go onto timelines when the people are written: messages, invitations.
        pub correspondence_files: Vec<String>,
        /// What became of them, where the seller wanted it.
        pub correspondence: Option<ImportCorrespondence>,
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
        /// How many such rows there are.
        pub not_taken: u32,
        /// How the seller told to read it.
        pub reading: ImportReading,
        /// Who is the same person, and what happens to values.
        pub rules: ImportRules,
        /// The earlier import whose mapping and rules were taken over.
        pub remembered: Option<ImportRemembered>,
        /// Rows in which the file says otherwise than what the seller typed.
        pub conflicts: u32,
        /// Whether its file can be read again with other settings.
        pub readable: bool,
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

    /// An earlier import.
    pub struct ImportRemembered {
        /// Which.
        pub id: Uuid,
        /// Name of its file.
        pub file_name: String,
        /// When it was opened.
        pub at: DateTime<Utc>,
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
        /// The column, from 0, whose values it tells more of: what they are for, or whether they are good. It has no field of its own then.
        pub tells_of: Option<u32>,
    }

    /// Rows of the check.
    pub struct ImportRowsRequest {
        /// Which import.
        pub id: Uuid,
        /// Only these.
        pub plan: Option<RowPlan>,
        /// Only these, whatever their plan.
        pub only: Option<ImportOnly>,
        /// Only rows after this number: how one goes on from page to page, however many rows there are.
        pub after: Option<u32>,
        /// Rows to leave out first; slow far down.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
    }

    /// A row of the check.
    pub struct ImportRowView {
        /// Its number among the rows, from 1.
        pub n: u32,
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
        /// It is refused, or taken without a value that its reason names: correcting its cells helps.
        pub correctable: bool,
    }

    /// A value that changes.
    pub struct ImportChange {
        /// Field.
        pub field: String,
        /// Before.
        pub old: String,
        /// After.
        pub new: String,
        /// The desk's value stays.
        pub kept: bool,
        /// The seller typed the desk's value: they choose.
        pub typed: bool,
    }

    /// Corrects a cell of a checked row; the row is planned again at once.
    pub struct ImportRowEdit {
        /// Which import.
        pub id: Uuid,
        /// Number of the row.
        pub n: u32,
        /// Which column, from 0.
        pub column: u32,
        /// What shall stand there.
        pub value: String,
    }

    /// Takes a row out of an import, or back in.
    pub struct ImportRowLeave {
        /// Which import.
        pub id: Uuid,
        /// Number of the row.
        pub n: u32,
        /// Whether it stays out.
        pub out: bool,
    }

    /// Decides a conflict between what the seller typed and the file.
    pub struct ImportRowChoose {
        /// Which import.
        pub id: Uuid,
        /// Number of the row; absent = every row with a conflict.
        pub n: Option<u32>,
        /// Which field; absent = every one.
        pub field: Option<String>,
        /// The file's value is taken.
        pub file: bool,
    }

    /// What a change of a row gave.
    pub struct ImportRowChanged {
        /// The import, with its counts.
        pub import: ImportView,
        /// The row.
        pub row: ImportRowView,
    }

    /// What the deletion of an import took back.
    pub struct ImportDeleted {
        /// Rows of people, companies and the rest that were taken back.
        pub restored: u32,
        /// What stays because it was changed since.
        pub kept: Vec<super::history::KeptEdit>,
    }

    /// Saves the rejected rows as CSV.
    pub struct ImportRejects {
        /// Which import.
        pub id: Uuid,
        /// Where to.
        pub path: String,
    }
}
