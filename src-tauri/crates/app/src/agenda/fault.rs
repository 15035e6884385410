use crate::DeskLocked;
use domain::agenda::AgendaFieldError;
use domain::fault::{Fault, Params};
use store::StoreError;

/// A task or an appointment could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum AgendaFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value cannot be taken.
    #[error(transparent)]
    Field(#[from] AgendaFieldError),
    /// No such task on the desk.
    #[error("there is no such task")]
    NoTask,
    /// No such appointment on the desk.
    #[error("there is no such appointment")]
    NoAppointment,
    /// Somebody who is not on the desk was named.
    #[error("there is no such person")]
    NoPerson,
    /// A company that is not on the desk was named.
    #[error("there is no such company")]
    NoCompany,
    /// None was chosen, or there was nothing to do for those chosen.
    #[error("nothing was chosen")]
    None,
    /// The days are too many, or the last comes before the first.
    #[error("these days cannot be shown at once")]
    Range,
}

impl Fault for AgendaFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Field(e) => e.code(),
            Self::NoTask => "tasks.not_found",
            Self::NoAppointment => "appointments.not_found",
            Self::NoPerson => "agenda.no_such_person",
            Self::NoCompany => "agenda.no_such_company",
            Self::None => "agenda.none",
            Self::Range => "agenda.range",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Field(e) => e.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
