use crate::DeskLocked;
use domain::fault::{Fault, Params, params};
use domain::opportunities::{ClosingError, LineError, OpportunityField, OpportunityFieldError};
use store::StoreError;

/// Something about opportunities could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum OpportunitiesFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value cannot be taken.
    #[error(transparent)]
    Field(#[from] OpportunityFieldError),
    /// A line cannot be taken.
    #[error(transparent)]
    Line(#[from] LineError),
    /// It cannot end so.
    #[error(transparent)]
    Closing(#[from] ClosingError),
    /// No such opportunity on the desk.
    #[error("there is no such opportunity")]
    NotFound,
    /// None was chosen.
    #[error("no opportunity was chosen")]
    None,
    /// An opportunity without a name.
    #[error("an opportunity needs a name")]
    NoName,
    /// A value that cannot be the same for several opportunities.
    #[error("{} is one opportunity's own", .0.code())]
    NotForSeveral(OpportunityField),
    /// No such stage, or one out of use.
    #[error("there is no such stage")]
    NoStage,
    /// No pipeline is in use, or this one has no open stage.
    #[error("no stage is open")]
    NoOpenStage,
    /// The pipeline has no stage for this end.
    #[error("the pipeline has no such end")]
    NoEnd,
    /// No such reason of this end.
    #[error("there is no such reason")]
    UnknownReason,
    /// It is open already.
    #[error("it is open")]
    IsOpen,
    /// The amount follows the lines.
    #[error("the amount follows the lines")]
    AmountFromLines,
    /// No such company on the desk.
    #[error("there is no such company")]
    NoCompany,
    /// No such person on the desk.
    #[error("there is no such person")]
    NoPerson,
    /// Not a month.
    #[error("this is not a month")]
    BadMonth,
}

impl Fault for OpportunitiesFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Field(e) => e.code(),
            Self::Line(e) => e.code(),
            Self::Closing(e) => e.code(),
            Self::NotFound => "opportunities.not_found",
            Self::None => "opportunities.none",
            Self::NoName => "opportunities.no_name",
            Self::NotForSeveral(_) => "opportunities.not_for_several",
            Self::NoStage => "opportunities.no_stage",
            Self::NoOpenStage => "opportunities.no_open_stage",
            Self::NoEnd => "opportunities.no_end",
            Self::UnknownReason => "opportunities.unknown_reason",
            Self::IsOpen => "opportunities.is_open",
            Self::AmountFromLines => "opportunities.amount_from_lines",
            Self::NoCompany => "opportunities.no_company",
            Self::NoPerson => "opportunities.no_person",
            Self::BadMonth => "opportunities.bad_month",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Field(e) => e.params(),
            Self::Line(e) => e.params(),
            Self::NotForSeveral(field) => params([("field", field.code().to_owned())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
