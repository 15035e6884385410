//! People: what the desk keeps of a person, and the keys it recognises them by.

mod field;
mod keys;
mod person;
mod status;

pub use crate::views::people::{EmailStatus, StatusWord as Status};
pub use field::{FieldError, PersonField};
pub use keys::{phone_key, profile_key, site_domain};
pub use person::Person;
