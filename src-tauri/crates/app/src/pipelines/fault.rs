use crate::DeskLocked;
use domain::fault::{Fault, Params, params};
use domain::opportunities::StageError;
use store::StoreError;

/// Something about pipelines could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum PipelinesFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value cannot be taken.
    #[error(transparent)]
    Value(#[from] StageError),
    /// No such pipeline, stage or reason.
    #[error("there is no such pipeline, stage or reason")]
    NotFound,
    /// The last pipeline in use, or a pipeline's last stage of its kind.
    #[error("the last one stays")]
    LastOne,
    /// The stage has opportunities, and it was not said where they go.
    #[error("{0} opportunities have to go somewhere")]
    HasOpportunities(u32),
    /// The pipeline has open opportunities.
    #[error("{0} opportunities are open in it")]
    HasOpen(u32),
    /// The opportunities cannot go there.
    #[error("not another stage of this kind and pipeline")]
    BadTarget,
    /// An open stage can be added, not an end.
    #[error("won and lost are names of reasons only")]
    BadKind,
}

impl Fault for PipelinesFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Value(e) => e.code(),
            Self::NotFound => "pipelines.not_found",
            Self::LastOne => "pipelines.last_one",
            Self::HasOpportunities(_) => "pipelines.has_opportunities",
            Self::HasOpen(_) => "pipelines.has_open",
            Self::BadTarget => "pipelines.bad_target",
            Self::BadKind => "pipelines.bad_kind",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Value(e) => e.params(),
            Self::HasOpportunities(count) | Self::HasOpen(count) => params([("count", count.to_string())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
