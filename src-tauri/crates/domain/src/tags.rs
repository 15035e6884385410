//! Tags and lists: their names and colours.

pub use crate::views::tags::{ListOf, TagColour};

use crate::fault::{Fault, Params, params};
use crate::text::{clean_line, fold_words};

/// Most characters of a name.
const LONGEST: usize = 60;

/// Why a name cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing there, or nothing but signs.
    #[error("a name needs a letter or a digit")]
    Empty,
    /// Too long.
    #[error("longer than {0} characters")]
    TooLong(usize),
}

impl Fault for NameError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "tags.no_name",
            Self::TooLong(_) => "tags.too_long",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::TooLong(most) => params([("limit", most.to_string())]),
            Self::Empty => Params::new(),
        }
    }
}

/// A name as it is kept, and its key: two tags whose keys are equal are one.
///
/// # Errors
/// See [`NameError`].
pub fn name(text: &str) -> Result<(String, String), NameError> {
    let name = clean_line(text);
    let key = fold_words(&name);
    match (key.is_empty(), name.chars().count() > LONGEST) {
        (true, _) => Err(NameError::Empty),
        (_, true) => Err(NameError::TooLong(LONGEST)),
        _ => Ok((name, key)),
    }
}

impl TagColour {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 7] = [Self::Grey, Self::Blue, Self::Green, Self::Yellow, Self::Orange, Self::Red, Self::Violet];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Grey => "grey",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Orange => "orange",
            Self::Red => "red",
            Self::Violet => "violet",
        }
    }

    /// The colour stored under `code`; one a later version knows is grey here.
    pub fn of_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|colour| colour.code() == code).unwrap_or(Self::Grey)
    }
}

impl ListOf {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Companies => "companies",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_one_key_however_it_is_written() {
        assert_eq!(name("  Salon   Lyon 2026 ").unwrap(), ("Salon   Lyon 2026".to_owned(), "salon lyon 2026".to_owned()));
        assert_eq!(name("à rappeler").unwrap().1, name("A RAPPELER").unwrap().1);
        assert_eq!(name(" \u{200b} ! "), Err(NameError::Empty));
        assert_eq!(name(&"x".repeat(61)), Err(NameError::TooLong(60)));
        assert!(TagColour::ALL.into_iter().all(|colour| TagColour::of_code(colour.code()) == colour));
    }
}
