use crate::DeskLocked;
use crate::history::HistoryFault;
use domain::fault::{Fault, Params, Reason, params};
use domain::imports::Unbalanced;
use domain::views::imports::ImportPreset;
use formats::archive::ArchiveError;
use formats::export::ExportError;
use formats::table::TableError;
use store::StoreError;

/// An import could not be read, checked or written. What is on the desk stays as it was, or as the last chunk left it (undo takes it back).
#[derive(Debug, thiserror::Error)]
pub enum ImportFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file is bad.
    #[error(transparent)]
    File(#[from] TableError),
    /// The file was asked to be LinkedIn's and is not.
    #[error("these are not LinkedIn's connections")]
    NotLinkedin,
    /// The file was asked to be read as a product's and is not one of that product.
    #[error("the file lacks columns of {preset:?}")]
    PresetLacks {
        /// Which product.
        preset: ImportPreset,
        /// The columns its files have and this one does not.
        columns: Vec<&'static str>,
    },
    /// No import has this id.
    #[error("there is no such import")]
    NotFound,
    /// It is not waiting for a decision (being read, being written, or over).
    #[error("the import cannot be changed now")]
    NotChecked,
    /// A column was given a field that does not exist, twice, or there are not as many as columns.
    #[error("the columns do not fit")]
    BadMapping,
    /// The rules name a field nobody has, or one twice.
    #[error("the rules do not fit")]
    BadRules,
    /// There is no such row.
    #[error("there is no such row")]
    NoRow,
    /// More was pasted than is taken.
    #[error("more than {limit} bytes were pasted")]
    PastedTooMuch {
        /// Most bytes.
        limit: usize,
    },
    /// What it wrote could not be taken back.
    #[error(transparent)]
    History(#[from] HistoryFault),
    /// The seller stopped it while it was read.
    #[error("the import was stopped")]
    Stopped,
    /// Rows went missing: a fault of the desk.
    #[error(transparent)]
    Unbalanced(#[from] Unbalanced),
    /// The file of rejected rows could not be written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// There are no rejected rows.
    #[error("no row was rejected")]
    NoRejects,
    /// The reading thread ended unexpectedly.
    #[error("reading stopped unexpectedly")]
    Interrupted,
}

impl Fault for ImportFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::File(e) => file_code(e),
            Self::NotLinkedin => "imports.not_linkedin",
            Self::PresetLacks { .. } => "imports.preset_lacks",
            Self::NotFound => "imports.not_found",
            Self::NotChecked => "imports.not_checked",
            Self::BadMapping => "imports.bad_mapping",
            Self::BadRules => "imports.bad_rules",
            Self::NoRow => "imports.no_row",
            Self::PastedTooMuch { .. } => "imports.pasted_too_much",
            Self::History(e) => e.code(),
            Self::Stopped => "imports.stopped",
            Self::Unbalanced(e) => e.code(),
            Self::Export(e) => crate::exports::export_code(e),
            Self::NoRejects => "imports.no_rejects",
            Self::Interrupted => "imports.interrupted",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::File(e) => file_params(e),
            Self::Unbalanced(e) => e.params(),
            Self::History(e) => e.params(),
            Self::PresetLacks { preset, columns } => params([("preset", preset_code(*preset).to_owned()), ("columns", columns.join(", "))]),
            Self::PastedTooMuch { limit } => params([("limit", (limit / (1024 * 1024)).to_string())]),
            Self::Export(e) => crate::exports::export_params(e),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Store(e) => e.retryable(),
            Self::History(e) => e.retryable(),
            Self::File(TableError::Io(_) | TableError::ChangedWhileRead) | Self::Export(ExportError::Io(_)) => true,
            _ => false,
        }
    }
}

impl ImportFault {
    /// As it is kept with the import.
    pub(super) fn reason(&self) -> Reason {
        Reason::of(self)
    }
}

/// The product by the word it has on the wire, which the catalogues name.
fn preset_code(preset: ImportPreset) -> &'static str {
    match preset {
        ImportPreset::Apollo => "apollo",
        ImportPreset::GoogleContacts => "google_contacts",
        ImportPreset::Hubspot => "hubspot",
        ImportPreset::Lemlist => "lemlist",
        ImportPreset::Linkedin => "linkedin",
        ImportPreset::Outlook => "outlook",
        ImportPreset::Pipedrive => "pipedrive",
        ImportPreset::Salesforce => "salesforce",
        ImportPreset::Sheet => "sheet",
        ImportPreset::Vcard => "vcard",
        ImportPreset::Other => "other",
    }
}

fn file_code(error: &TableError) -> &'static str {
    match error {
        TableError::Io(_) | TableError::Archive(ArchiveError::Io(_)) => "imports.unreadable_file",
        TableError::NotAFile => "imports.not_a_file",
        TableError::Empty => "imports.empty_file",
        TableError::NoRows => "imports.no_rows",
        TableError::TooLarge { .. } => "imports.file_too_large",
        TableError::NotText { .. } => "imports.not_text",
        TableError::OldOrProtectedWorkbook => "imports.old_or_protected_workbook",
        TableError::UnsupportedWorkbook => "imports.unsupported_workbook",
        TableError::DamagedWorkbook => "imports.damaged_workbook",
        TableError::NoSuchSheet { .. } => "imports.no_sheet",
        TableError::WebPage => "imports.web_page",
        TableError::UnknownEncoding => "imports.unknown_encoding",
        TableError::TooManyColumns { .. } => "imports.too_many_columns",
        TableError::CellTooLarge { .. } => "imports.cell_too_large",
        TableError::UnclosedQuote { .. } => "imports.unclosed_quote",
        TableError::NotAnObject { .. } => "imports.not_an_object",
        TableError::NoHeader => "imports.no_header",
        TableError::ChangedWhileRead => "imports.changed_while_read",
        TableError::Archive(ArchiveError::Damaged) => "imports.archive_damaged",
        TableError::Archive(ArchiveError::Unsupported) => "imports.archive_unsupported",
        TableError::Archive(ArchiveError::Encrypted) => "imports.archive_encrypted",
        TableError::Archive(ArchiveError::UnsafePath) => "imports.archive_unsafe_path",
        TableError::Archive(ArchiveError::TooLarge { .. }) => "imports.archive_too_large",
        TableError::Archive(ArchiveError::TooManyEntries { .. }) => "imports.archive_too_many_entries",
        TableError::Archive(ArchiveError::NoConnections) => "imports.archive_no_connections",
        TableError::Archive(ArchiveError::SeveralConnections) => "imports.archive_several_connections",
    }
}

fn file_params(error: &TableError) -> Params {
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024).to_string();
    match error {
        TableError::TooLarge { size, limit } => params([("size", megabytes(*size)), ("limit", megabytes(*limit))]),
        TableError::TooManyColumns { line, limit } => params([("line", line.to_string()), ("limit", limit.to_string())]),
        TableError::CellTooLarge { line, column, limit } => {
            params([("line", line.to_string()), ("column", column.to_string()), ("limit", (limit / 1024).to_string())])
        }
        TableError::UnclosedQuote { line } | TableError::NotAnObject { line } => params([("line", line.to_string())]),
        TableError::NoSuchSheet { sheets } => params([("sheets", sheets.join(", "))]),
        TableError::NotText { looks_like } => params([("looks_like", (*looks_like).to_owned())]),
        TableError::Archive(ArchiveError::TooLarge { limit }) => params([("limit", megabytes(*limit))]),
        TableError::Archive(ArchiveError::TooManyEntries { limit }) => params([("limit", limit.to_string())]),
        _ => Params::new(),
    }
}
