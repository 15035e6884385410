use super::{Owner, PointKind, PointStatus, Postal, link, phone_norm, read_phone};
use crate::fault::{Fault, Params, params};
use crate::mail::{Address, AddressError};
use crate::text::clean_line;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Most characters of a label, of a number, and of a link.
const LABEL: usize = 40;
const NUMBER: usize = 100;
const LINK: usize = 2_048;

/// A way to reach somebody that does not stand on the person or company itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactPoint {
    /// UUIDv7.
    pub id: Uuid,
    /// Whose.
    pub owner: Owner,
    /// What it is.
    pub kind: PointKind,
    /// What it is for; may be empty.
    pub label: String,
    /// As given; of a postal address the parts as JSON.
    pub value: String,
    /// Key; empty where the value could not be read.
    pub norm: String,
    /// What was noted of it.
    pub status: PointStatus,
    /// Its place among those of its kind, ascending.
    pub position: i32,
    /// `typed`, `import:<id>`, or how the person came in.
    pub source: String,
    /// Since when it is known.
    pub source_at: DateTime<Utc>,
    /// `seller`, `import:<id>`, `desk`.
    pub by: String,
}

/// A value with its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// As kept.
    pub value: String,
    /// Key.
    pub norm: String,
}

/// Why a value cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PointError {
    /// Not an address.
    #[error("this is not an e-mail address")]
    Email(AddressError),
    /// Not a link of the web.
    #[error("this is not a link")]
    Link,
    /// Nothing there.
    #[error("the value is empty")]
    Empty,
    /// Longer than its limit.
    #[error("longer than {0} characters")]
    TooLong(usize),
}

impl Fault for PointError {
    fn code(&self) -> &'static str {
        match self {
            Self::Email(inner) => inner.code(),
            Self::Link => "contacts.bad_link",
            Self::Empty => "contacts.empty",
            Self::TooLong(_) => "contacts.too_long",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::TooLong(most) => params([("limit", most.to_string())]),
            _ => Params::new(),
        }
    }
}

/// Reads a value of a kind; numbers without an international prefix belong to `home` (two letters of ISO 3166-1). A number no plan knows is
/// kept as typed.
///
/// # Errors
/// See [`PointError`].
pub fn read(kind: PointKind, value: &str, postal: Option<&Postal>, home: &str) -> Result<Value, PointError> {
    let text = clean_line(value);
    let limited = |most: usize| if text.chars().count() > most { Err(PointError::TooLong(most)) } else { Ok(()) };
    if kind != PointKind::Address && text.is_empty() {
        return Err(PointError::Empty);
    }
    match kind {
        PointKind::Email => {
            let address = Address::parse(&text).map_err(PointError::Email)?;
            Ok(Value { value: address.as_str().to_owned(), norm: address.norm() })
        }
        PointKind::Phone => {
            limited(NUMBER)?;
            Ok(Value { norm: phone_norm(&text, home), value: text })
        }
        PointKind::Url => {
            limited(LINK)?;
            let (value, norm) = link::read(&text).ok_or(PointError::Link)?;
            Ok(Value { value, norm })
        }
        PointKind::Address => {
            // One line of text is a street of which no more is known.
            let postal = postal.cloned().unwrap_or_else(|| Postal { street: text, ..Postal::default() }).cleaned();
            if postal.is_empty() {
                return Err(PointError::Empty);
            }
            if postal.is_too_long() {
                return Err(PointError::TooLong(300));
            }
            Ok(Value { norm: postal.norm(), value: serde_json::to_string(&postal).unwrap_or_default() })
        }
    }
}

impl ContactPoint {
    /// A label as it is kept.
    ///
    /// # Errors
    /// [`PointError::TooLong`].
    pub fn label(text: &str) -> Result<String, PointError> {
        let label = clean_line(text);
        if label.chars().count() > LABEL { Err(PointError::TooLong(LABEL)) } else { Ok(label) }
    }
}

impl PointKind {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Url => "url",
            Self::Address => "address",
        }
    }

    /// The kind stored under `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Email, Self::Phone, Self::Url, Self::Address].into_iter().find(|kind| kind.code() == code)
    }

    /// A value as people read it, and what opening or calling it takes.
    pub fn shown(self, value: &str, norm: &str, home: &str) -> (String, String) {
        match self {
            Self::Email => (value.to_owned(), norm.to_owned()),
            Self::Phone => (read_phone(value, home).map_or_else(|| value.to_owned(), |phone| phone.shown), norm.to_owned()),
            Self::Url => (norm.to_owned(), value.to_owned()),
            Self::Address => (Postal::of(value).map(|postal| postal.line()).unwrap_or_default(), String::new()),
        }
    }
}

impl PointStatus {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Valid => "valid",
            Self::Guessed => "guessed",
            Self::Bounced => "bounced",
            Self::OptedOut => "opted_out",
        }
    }

    /// The state stored under `code`; of one a later version knows, nothing is known.
    pub fn of_code(code: &str) -> Self {
        let all = [Self::Valid, Self::Guessed, Self::Bounced, Self::OptedOut];
        all.into_iter().find(|status| status.code() == code).unwrap_or(Self::Unknown)
    }
}

impl Postal {
    /// The parts as they are stored.
    pub fn of(value: &str) -> Option<Self> {
        serde_json::from_str(value).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_with_its_key_and_shown_for_people() {
        let shown = |kind: PointKind, text: &str| {
            let read = read(kind, text, None, "FR").unwrap();
            kind.shown(&read.value, &read.norm, "FR")
        };
        assert_eq!(shown(PointKind::Email, "Ann@Acme.Example"), ("Ann@acme.example".into(), "ann@acme.example".into()));
        assert_eq!(shown(PointKind::Phone, "0612345678"), ("06 12 34 56 78".into(), "+33612345678".into()));
        assert_eq!(shown(PointKind::Phone, "poste 12"), ("poste 12".into(), String::new()), "kept as typed");
        assert_eq!(shown(PointKind::Url, "www.lumen.fr"), ("lumen.fr".into(), "https://www.lumen.fr/".into()));
        assert_eq!(shown(PointKind::Address, "4 rue Kléber").0, "4 rue Kléber");
    }

    #[test]
    fn a_value_that_cannot_be_one_is_refused() {
        assert_eq!(read(PointKind::Email, " ", None, "FR"), Err(PointError::Empty));
        assert!(matches!(read(PointKind::Email, "ann@", None, "FR"), Err(PointError::Email(_))));
        assert_eq!(read(PointKind::Url, "n/a", None, "FR"), Err(PointError::Link));
        assert_eq!(read(PointKind::Address, "", Some(&Postal::default()), "FR"), Err(PointError::Empty));
        assert_eq!(read(PointKind::Phone, &"1".repeat(101), None, "FR"), Err(PointError::TooLong(100)));
        assert_eq!(ContactPoint::label(&"x".repeat(41)), Err(PointError::TooLong(40)));
    }
}
