use crate::DeskLocked;
use domain::fault::{Fault, Params, Reason, params};
use domain::ports::SecretError;
use domain::runs::config::ConfigError;
use store::StoreError;

/// A run could not be prepared, started or changed.
#[derive(Debug, thiserror::Error)]
pub enum RunFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The configuration document.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The keychain did not give what the run needs.
    #[error(transparent)]
    Keychain(#[from] SecretError),
    /// Nobody was chosen.
    #[error("nobody was chosen")]
    Nobody,
    /// No run has this id.
    #[error("there is no such run")]
    NotFound,
    /// The run is over.
    #[error("the run is over")]
    Over,
    /// The run is not over yet: there is no receipt.
    #[error("the run is not over")]
    NotOver,
    /// Messages would have to leave and something they need is missing (code of what).
    #[error("not ready: {0}")]
    NotReady(String),
    /// No model is set up.
    #[error("no model is set up")]
    NoModel,
    /// Nothing can be written to this person.
    #[error("nothing can be written: {}", .0.code)]
    Writing(Reason),
}

impl Fault for RunFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Config(e) => e.code(),
            Self::Keychain(e) => e.code(),
            Self::Nobody => "runs.nobody",
            Self::NotFound => "runs.not_found",
            Self::Over => "runs.over",
            Self::NotOver => "runs.not_over",
            Self::NotReady(_) => "runs.not_ready",
            Self::NoModel => "ai.not_set_up",
            Self::Writing(_) => "runs.cannot_write",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Config(e) => e.params(),
            Self::Writing(reason) => reason.params.clone(),
            Self::NotReady(what) => params([("what", what.clone())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Store(e) => e.retryable(),
            Self::Keychain(e) => e.retryable(),
            _ => false,
        }
    }
}
