use serde_json::{Value, json};

/// An answer to be written.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Value,
    pub(super) retry_after: Option<u64>,
}

impl Answer {
    pub(super) fn ok(body: Value) -> Self {
        Self { status: 200, body, retry_after: None }
    }

    /// A refusal in the form of Google's REST services.
    pub(super) fn refused(status: u16, reason: &str) -> Self {
        Self { status, body: json!({ "error": { "code": status, "status": reason, "message": reason } }), retry_after: None }
    }

    /// A refusal in the form of RFC 6749 section 5.2.
    pub(super) fn oauth(status: u16, error: &str) -> Self {
        Self { status, body: json!({ "error": error }), retry_after: None }
    }
}
