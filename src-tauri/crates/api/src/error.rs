use domain::fault::{Fault, Params, Reason};
use serde::Serialize;

/// What a command answers when it cannot do its work. The sentence is in the catalogue under `errors.<code>`, in both languages: what
/// happened, what was not done, the next step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ApiError {
    /// Stable code, `area.what`.
    pub code: String,
    /// Values the sentence names.
    pub params: Params,
    /// Whether the same call may succeed later.
    pub retryable: bool,
    /// Short reference that also stands in the log.
    #[serde(rename = "ref")]
    pub reference: String,
}

impl ApiError {
    fn new(code: &str, params: Params, retryable: bool) -> Self {
        let reference = uuid::Uuid::now_v7().simple().to_string().split_off(24);
        tracing::warn!(code, reference, "command refused");
        Self { code: code.to_owned(), params, retryable, reference }
    }

    /// No command has this name.
    pub fn unknown_command(name: &str) -> Self {
        Self::from_reason(Reason::new("api.unknown_command").with("name", name.chars().take(80).collect::<String>()))
    }

    /// The request does not have the command's form: which field, what is wrong with it (`missing`, `unknown`, `kind`, or `form` of the request
    /// itself), and the reader's own words as `detail`.
    pub fn bad_request(error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let (detail, path) = (error.inner().to_string(), error.path().to_string());
        let quoted = |start: &str| detail.strip_prefix(start).and_then(|rest| rest.split_once('`')).map(|(name, _)| name.to_owned());
        let above = if path == "." { String::new() } else { format!("{path}.") };
        let (problem, field) = match (quoted("missing field `"), quoted("unknown field `")) {
            (Some(name), _) => ("missing", above + &name),
            // The path names an unknown field already.
            (None, Some(name)) => ("unknown", if path == "." { name } else { path }),
            (None, None) if path == "." => ("form", String::new()),
            (None, None) => ("kind", path),
        };
        Self::from_reason(Reason::new("api.bad_request").with("problem", problem).with("field", field).with("detail", detail))
    }

    /// The answer could not be written down.
    pub fn bad_answer(detail: &serde_json::Error) -> Self {
        Self::from_reason(Reason::new("api.bad_answer").with("detail", detail))
    }

    fn from_reason(reason: Reason) -> Self {
        Self::new(&reason.code, reason.params, false)
    }
}

impl<F: Fault> From<F> for ApiError {
    fn from(fault: F) -> Self {
        Self::new(fault.code(), fault.params(), fault.retryable())
    }
}
