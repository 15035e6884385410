use crate::DeskLocked;
use crate::companies::CompaniesFault;
use crate::opportunities::OpportunitiesFault;
use domain::custom::{CustomError, MOST_CHOICES};
use domain::fault::{Fault, Params, params};
use domain::tags::NameError;
use store::StoreError;

/// A field, or its values, could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum CustomFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The companies that were chosen.
    #[error(transparent)]
    Companies(#[from] CompaniesFault),
    /// The opportunities that were chosen.
    #[error(transparent)]
    Opportunities(#[from] OpportunitiesFault),
    /// A name cannot be taken.
    #[error(transparent)]
    Name(#[from] NameError),
    /// A value cannot be taken.
    #[error("{error}")]
    Value {
        /// Why.
        error: CustomError,
        /// The field's name.
        name: String,
        /// What was typed.
        value: String,
    },
    /// No such field (any more).
    #[error("there is no such field")]
    NotFound,
    /// Another field of these records has this name.
    #[error("another field is called so")]
    NameTaken,
    /// A field to choose from without anything to choose.
    #[error("nothing to choose from")]
    NoChoices,
    /// More than [`MOST_CHOICES`].
    #[error("too many choices")]
    TooManyChoices,
    /// Nobody was chosen.
    #[error("nobody was chosen")]
    Nobody,
}

impl Fault for CustomFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Companies(e) => e.code(),
            Self::Opportunities(e) => e.code(),
            Self::Name(e) => e.code(),
            Self::Value { error, .. } => error.code(),
            Self::NotFound => "fields.not_found",
            Self::NameTaken => "fields.name_taken",
            Self::NoChoices => "fields.no_choices",
            Self::TooManyChoices => "fields.too_many_choices",
            Self::Nobody => "people.nobody",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Companies(e) => e.params(),
            Self::Opportunities(e) => e.params(),
            Self::Name(e) => e.params(),
            Self::Value { error, name, value } => {
                let mut said = error.params();
                said.insert("name".to_owned(), name.clone());
                said.insert("value".to_owned(), value.chars().take(80).collect());
                said
            }
            Self::TooManyChoices => params([("limit", MOST_CHOICES.to_string())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
