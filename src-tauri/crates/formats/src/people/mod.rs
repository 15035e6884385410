//! Rows as people: which column is what, and what a row says.
//!
//! [`recognise`] reads a header in French or English, as LinkedIn, Apollo, HubSpot, Salesforce, Google Contacts, Outlook
//! and the desk's own sheet write it. [`DateEvidence`] tells in which order the file writes
//! its dates. [`read_person`] applies the result to a row. Every row under the header ends up as
//! exactly one of: a person, a rejection with its reason, or blank.

mod aliases;
mod clean;
mod date;
mod date_order;
mod email;
mod field;
mod layout;
mod name;
mod profile;
mod read;
mod reject;
mod row;

pub(crate) use aliases::known_columns;
pub(crate) use clean::clean_line;
pub use date::parse_date;
pub use date_order::{AssumedOrder, DateEvidence, DateOrder, DateOrders};
pub use email::is_email;
pub use field::{Field, Language, SHEET_HEADER};
pub use layout::{Kind, Layout, recognise};
pub use name::split_full_name;
pub use read::{Reading, read_person};
pub use reject::{RejectReason, Rejection};
pub use row::{PersonRow, RowWarning, WarningKind};
