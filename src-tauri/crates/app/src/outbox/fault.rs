use crate::DeskLocked;
use domain::fault::{Fault, Params, Reason};
use domain::ports::SecretError;
use store::StoreError;

/// Something about the outbox could not be done.
#[derive(Debug, thiserror::Error)]
pub enum OutboxFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no such message.
    #[error("there is no such message")]
    NotFound,
    /// The message has left, is leaving, or was given up: it can no longer be changed.
    #[error("the message can no longer be changed")]
    TooLate,
    /// Its outcome is known by now.
    #[error("the outcome of this message is known")]
    NotUnknown,
    /// A text that cannot be sent, with what to mend.
    #[error("the text cannot be sent ({})", .0.code)]
    Text(Reason),
    /// The mail account is not set up, with what is missing.
    #[error("the mail account is not ready ({0})")]
    NotReady(&'static str),
    /// The keychain did not give the password.
    #[error(transparent)]
    Secret(#[from] SecretError),
}

impl Fault for OutboxFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::NotFound => "outbox.not_found",
            Self::TooLate => "outbox.too_late",
            Self::NotUnknown => "outbox.not_unknown",
            Self::Text(_) => "outbox.bad_text",
            Self::NotReady(code) => code,
            Self::Secret(e) => e.code(),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Text(reason) => {
                let mut params = reason.params.clone();
                params.insert("reason".to_owned(), reason.code.clone());
                params
            }
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Store(e) => e.retryable(),
            Self::Secret(_) => true,
            _ => false,
        }
    }
}
