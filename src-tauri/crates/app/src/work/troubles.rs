//! Why work that goes on by itself has stopped: a full disk cannot be noted in the desk, so it is kept in memory.

use crate::App;
use domain::fault::{Fault, Params};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A lane's failure. The lane tries again by itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("work stopped: {code}")]
pub struct Trouble {
    code: &'static str,
    params: Params,
}

impl Fault for Trouble {
    fn code(&self) -> &'static str {
        self.code
    }

    fn params(&self) -> Params {
        self.params.clone()
    }

    fn retryable(&self) -> bool {
        true
    }
}

/// What each lane failed with at its last attempt.
#[derive(Debug, Default)]
pub(crate) struct Troubles(Mutex<BTreeMap<&'static str, Trouble>>);

impl App {
    /// Why background work has stopped, if it has.
    pub fn trouble(&self) -> Option<Trouble> {
        self.troubles().0.lock().unwrap_or_else(PoisonError::into_inner).values().next().cloned()
    }

    /// Notes how a lane's attempt ended. A desk that was locked meanwhile is no trouble.
    pub(super) fn attempted<T, F: Fault>(&self, lane: &'static str, attempt: Result<T, F>) -> Option<T> {
        let (value, trouble) = match attempt {
            Ok(value) => (Some(value), None),
            Err(fault) if matches!(fault.code(), "workspace.locked" | "store.closed") => (None, None),
            Err(fault) => {
                tracing::warn!(error = %fault, lane, "work stopped; it goes on later");
                (None, Some(Trouble { code: fault.code(), params: fault.params() }))
            }
        };
        let mut all = self.troubles().0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = match trouble.clone() {
            Some(trouble) => all.insert(lane, trouble),
            None => all.remove(lane),
        };
        drop(all);
        if before != trouble {
            self.changed(vec![store::Tag::Health]);
        }
        value
    }
}
