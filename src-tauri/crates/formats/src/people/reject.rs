use serde::{Deserialize, Serialize};

use super::Field;
use crate::table::RowError;

/// Why a row does not become a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum RejectReason {
    /// LinkedIn lists a member who closed or hid the account: a date and nothing else.
    HiddenMember,
    /// No name, no e-mail, no profile.
    NoIdentity,
    /// The e-mail is not an address, and nothing else says who this is.
    BadEmail,
    /// A value is longer than its field takes; nothing is cut.
    TooLong {
        /// Which one.
        field: Field,
        /// Its length in characters.
        length: usize,
        /// The most allowed.
        limit: usize,
    },
    /// A value holds U+FFFD: letters were lost before or while reading, and a message would show it.
    UnreadableText {
        /// Which one.
        field: Field,
    },
    /// More cells than columns: the values would stand under the wrong names.
    TooManyCells {
        /// Columns of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// The closing lines of a report ("Copyright…", "Confidential…"), not a person.
    Footer,
}

impl RejectReason {
    /// A stable name for the reason column.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::HiddenMember => "hidden_member",
            Self::NoIdentity => "no_identity",
            Self::BadEmail => "bad_email",
            Self::TooLong { .. } => "too_long",
            Self::UnreadableText { .. } => "unreadable_text",
            Self::TooManyCells { .. } => "too_many_cells",
            Self::Footer => "footer",
        }
    }

    /// What exactly, for the detail column: the field and the figures, never a value. Empty where the reason says it all.
    #[must_use]
    pub fn detail(self) -> String {
        match self {
            Self::TooLong { field, length, limit } => format!("{}: {length} > {limit}", field.code()),
            Self::UnreadableText { field } => field.code().to_owned(),
            Self::TooManyCells { expected, found } => format!("{found} > {expected}"),
            Self::HiddenMember | Self::NoIdentity | Self::BadEmail | Self::Footer => String::new(),
        }
    }
}

/// A refused row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// Physical line the row starts on.
    pub line: u32,
    /// Why.
    #[serde(flatten)]
    pub reason: RejectReason,
}

impl Rejection {
    /// The rejection for a row the table itself refused; `None` where the whole file is bad.
    #[must_use]
    pub fn of_row(error: &RowError) -> Option<Self> {
        match error {
            RowError::TooManyCells { row, expected, found } => {
                Some(Self { line: row.line, reason: RejectReason::TooManyCells { expected: *expected, found: *found } })
            }
            RowError::Table(_) => None,
        }
    }
}
