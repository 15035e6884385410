//! vCard files: address books of telephones and mail programs, versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).
//!
//! Cards are read as rows of a table with the columns Google Contacts has, so that they are mapped, checked and written like any
//! other list. Pictures and what the desk has no place for are left out.

mod card;
mod read;
mod write;

pub use card::{Card, CardAddress, Labelled};
pub use write::{VcardExport, Version};

pub(crate) use read::{is_vcard, rows};
