//! People.

pub use crate::views::people::StatusWord as Status;
