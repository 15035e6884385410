//! Rows as people: which column is what, and what a row says.
//!
//! [`recognise`] reads a header in French or English, as LinkedIn, Apollo, HubSpot, Salesforce, Google Contacts, Outlook
//! and the desk's own sheet write it. [`DateEvidence`] tells in which order the file writes
//! its dates. [`read_person`] applies the result to a row. Every row under the header ends up as
//! exactly one of: a person, a rejection with its reason, or blank. A [`Product`] whose export is known is understood column by column.

mod aliases;
mod clean;
mod content;
mod date;
mod date_order;
mod email;
mod field;
mod further;
mod layout;
mod name;
mod own;
mod presets;
mod profile;
mod read;
mod reject;
mod row;

pub(crate) use aliases::known_columns;
pub(crate) use clean::clean_line;
pub(crate) use content::is_phone;
pub use content::recognise_by_content;
pub use date::parse_date;
pub use date_order::{AssumedOrder, DateEvidence, DateOrder, DateOrders};
pub use email::is_email;
pub use field::{Field, Language, SHEET_HEADER};
pub use further::{Further, Place};
pub use layout::{Kind, Layout, Purpose, lacks_of, recognise, recognise_as, recognise_names};
pub use name::split_full_name;
pub use own::{Of, Own, PARTS, State, own_heading};
pub use presets::{Lacking, Part, Product};
pub(crate) use profile::decode_link;
pub use read::{Reading, read_person};
pub use reject::{RejectReason, Rejection};
pub use row::{PersonRow, RowWarning, WarningKind};
