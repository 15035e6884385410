//! Out again.

use super::companies::CompanySelection;
use super::opportunities::OpportunitySelection;
use super::people::Selection;
use super::{view, words};

words! {
    /// File format.
    pub enum ExportFormat {
        /// Comma-separated.
        Csv,
        /// Excel.
        Xlsx,
        /// JSON lines of everything.
        Json,
        /// Cards for telephones and mail programs, vCard 3.0.
        Vcard,
        /// The same for old telephones, vCard 2.1.
        Vcard21,
        /// The same in the newest form, vCard 4.0.
        Vcard40,
    }
    /// Format of a table.
    pub enum TableFormat {
        /// Comma-separated.
        Csv,
        /// Excel.
        Xlsx,
        /// JSON lines of everything.
        Json,
    }
    /// Columns.
    pub enum ExportLayout {
        /// All fields.
        Full,
        /// The eleven columns of the sheet.
        Sheet,
    }
}

view! {
    /// Writes a file.
    pub struct ExportRequest {
        /// Who.
        pub selection: Selection,
        /// Format.
        pub format: ExportFormat,
        /// Columns.
        pub layout: ExportLayout,
        /// Where to.
        pub path: String,
    }

    /// Writes companies to a file.
    pub struct CompaniesExport {
        /// Which.
        pub selection: CompanySelection,
        /// Format.
        pub format: TableFormat,
        /// Where to.
        pub path: String,
    }

    /// Writes opportunities to a file.
    pub struct OpportunitiesExport {
        /// Which.
        pub selection: OpportunitySelection,
        /// Format.
        pub format: TableFormat,
        /// Where to.
        pub path: String,
    }

    /// What was written.
    pub struct ExportDone {
        /// Where.
        pub path: String,
        /// Rows.
        pub rows: u32,
        /// Bytes.
        pub bytes: f64,
    }
}
