//! Making one of several people or companies: which value is kept of each field, and who counts as whom for the gate.

mod companies;
mod identity;
mod people;
mod text;

pub use companies::{CompanyCandidate, choices_of_companies, merged_company};
pub use identity::{Bond, Span, bonds, spans};
pub use people::{MERGED, PersonCandidate, choices_of_people, merged_person};

use crate::views::duplicates::DuplicateKind;

impl DuplicateKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Person, Self::Company];

    /// Its table, and its word in commands.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Company => "company",
        }
    }

    /// The kind of this word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
