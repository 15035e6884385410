//! People: what the desk keeps of a person, and the keys it recognises them by.

mod field;
mod keys;
mod person;
mod status;
mod statuses;

pub use crate::views::people::{EmailStatus, StatusMeaning as Meaning};
pub use field::{FieldError, PersonField};
pub use keys::{phone_key, profile_key, site_domain};
pub use person::Person;
pub use status::Status;
pub use statuses::{StatusError, StatusRow, Statuses};
