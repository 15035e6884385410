//! How a failure travels: a stable code with parameters, put into words only at the edge (window, terminal).

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Parameters of a code's sentence. Never secrets, addresses or message bodies.
pub type Params = BTreeMap<String, String>;

/// A failure that can be told to the seller in their language.
///
/// Every verb's error implements it; `api` turns it into the wire form once.
pub trait Fault: std::error::Error {
    /// Stable code, `area.what`, the key of the sentence in both catalogues.
    fn code(&self) -> &'static str;
    /// Values the sentence names.
    fn params(&self) -> Params {
        Params::new()
    }
    /// Whether the same call may succeed later without a change by the seller.
    fn retryable(&self) -> bool {
        false
    }
}

/// A code with its parameters, as stored (run log, receipt, outbox) and shown later in whichever language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Stable code, `area.what`.
    pub code: String,
    /// Values the sentence names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: Params,
}

impl Reason {
    /// A reason without parameters.
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), params: Params::new() }
    }

    /// Adds one parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// The reason a fault gives.
    pub fn of(fault: &dyn Fault) -> Self {
        Self { code: fault.code().to_owned(), params: fault.params() }
    }
}

/// Builds [`Params`] from pairs.
pub fn params<const N: usize>(pairs: [(&str, String); N]) -> Params {
    pairs.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()
}
