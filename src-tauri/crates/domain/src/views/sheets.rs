//! Google Sheets.

use super::outreach::ReasonView;
use super::people::Selection;
use super::view;
use chrono::{DateTime, Utc};

view! {
    /// Where the connection stands.
    pub struct SheetsStatus {
        /// `no_client` (no client id yet), `disconnected`, `connecting`, `connected`, `withdrawn`.
        pub state: String,
        /// The sheet in use.
        pub spreadsheet_id: Option<String>,
        /// Its title.
        pub title: Option<String>,
        /// Its address.
        pub url: Option<String>,
        /// Last complete push.
        pub pushed_at: Option<DateTime<Utc>>,
        /// A push at work.
        pub push: Option<SheetsProgress>,
        /// What is wrong.
        pub trouble: Option<ReasonView>,
    }

    /// How far a push is.
    pub struct SheetsProgress {
        /// Rows written.
        pub done: u32,
        /// Rows to write.
        pub of: u32,
        /// Calls made.
        pub calls: u32,
        /// What it waits for, when it does.
        pub waiting: Option<SheetsWait>,
    }

    /// A push that waits; stopping it is safe.
    pub struct SheetsWait {
        /// It goes on then.
        pub until: DateTime<Utc>,
        /// Why it waits.
        pub reason: ReasonView,
    }

    /// Creates a spreadsheet.
    pub struct SheetsCreate {
        /// Its title.
        pub title: String,
    }

    /// Uses an existing spreadsheet: with an address or id the picker opens there.
    pub struct SheetsAttach {
        /// Address or id; empty = the picker.
        pub url: String,
    }

    /// Writes people to the sheet.
    pub struct SheetsPush {
        /// Who.
        pub selection: Selection,
    }

    /// What a push did.
    pub struct SheetsPushed {
        /// Rows added.
        pub added: u32,
        /// Rows changed.
        pub changed: u32,
        /// Rows already right.
        pub unchanged: u32,
        /// Calls made.
        pub calls: u32,
    }

    /// The address to open, when the browser could not be opened.
    pub struct SheetsConnecting {
        /// Address of the consent page.
        pub url: String,
    }
}
