use domain::ports::ModelEndpoint;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// How structured output is asked for, from the strictest form to none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Rung {
    /// `response_format: json_schema`.
    #[default]
    Schema,
    /// `response_format: json_object`, the schema told in words.
    Object,
    /// Nothing: the schema told in words and the JSON taken out of the text.
    Text,
}

impl Rung {
    pub(super) fn lower(self) -> Option<Rung> {
        match self {
            Rung::Schema => Some(Rung::Object),
            Rung::Object => Some(Rung::Text),
            Rung::Text => None,
        }
    }
}

/// Which form each endpoint understood, so that it is not tried again for every person.
#[derive(Debug, Default)]
pub(super) struct Ladder(Mutex<HashMap<(String, String), Rung>>);

impl Ladder {
    pub(super) fn rung(&self, endpoint: &ModelEndpoint) -> Rung {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&key(endpoint)).copied().unwrap_or_default()
    }

    pub(super) fn remember(&self, endpoint: &ModelEndpoint, rung: Rung) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key(endpoint), rung);
    }
}

fn key(endpoint: &ModelEndpoint) -> (String, String) {
    (endpoint.base_url.clone(), endpoint.model.clone())
}
