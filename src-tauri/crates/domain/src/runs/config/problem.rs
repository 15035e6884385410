use crate::fault::{Fault, Params, Reason, params};
use std::fmt;

/// One thing that is wrong with a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A key nobody knows.
    UnknownKey {
        /// Its path, such as `delays.followupDay`.
        path: String,
        /// The known key closest to it.
        meant: Option<String>,
    },
    /// A value of the wrong kind.
    WrongType {
        /// Path of the key.
        path: String,
        /// What belongs there: `object`, `text`, `number`, `true_or_false`.
        expected: &'static str,
    },
    /// A number outside its range.
    OutOfRange {
        /// Path of the key.
        path: String,
        /// Smallest allowed.
        least: u64,
        /// Largest allowed.
        most: u64,
    },
    /// A template that cannot be used.
    Template {
        /// Path of the key.
        path: String,
        /// What is wrong with the template.
        reason: Reason,
    },
}

impl Problem {
    /// The problem as a reason with its path.
    pub fn reason(&self) -> Reason {
        match self {
            Problem::UnknownKey { path, meant: None } => Reason::new("run.config_unknown_key").with("path", path),
            Problem::UnknownKey { path, meant: Some(meant) } => {
                Reason::new("run.config_unknown_key_meant").with("path", path).with("meant", meant)
            }
            Problem::WrongType { path, expected } => Reason::new("run.config_wrong_type").with("path", path).with("expected", expected),
            Problem::OutOfRange { path, least, most } => {
                Reason::new("run.config_out_of_range").with("path", path).with("least", least).with("most", most)
            }
            Problem::Template { path, reason } => reason.clone().with("path", path),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::UnknownKey { path, meant: None } => write!(f, "{path}"),
            Problem::UnknownKey { path, meant: Some(meant) } => write!(f, "{path} ({meant}?)"),
            Problem::WrongType { path, .. } | Problem::OutOfRange { path, .. } | Problem::Template { path, .. } => write!(f, "{path}"),
        }
    }
}

/// Why a configuration is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Not JSON.
    #[error("not JSON, at line {line}, column {column}")]
    NotJson {
        /// Line, 1 = first.
        line: usize,
        /// Column, 1 = first.
        column: usize,
    },
    /// Larger than any configuration.
    #[error("the configuration is too large")]
    TooLarge,
    /// Keys nobody knows, all of them.
    #[error("unknown keys: {}", list(.0))]
    UnknownKeys(Vec<Problem>),
    /// Wrong values, all of them, in the order of the document's keys.
    #[error("wrong values: {}", list(.0))]
    WrongValues(Vec<Problem>),
}

impl ConfigError {
    /// Every problem by itself.
    pub fn reasons(&self) -> Vec<Reason> {
        match self {
            ConfigError::UnknownKeys(problems) | ConfigError::WrongValues(problems) => problems.iter().map(Problem::reason).collect(),
            ConfigError::NotJson { .. } | ConfigError::TooLarge => vec![Reason::of(self)],
        }
    }
}

impl Fault for ConfigError {
    fn code(&self) -> &'static str {
        match self {
            ConfigError::NotJson { .. } => "run.config_not_json",
            ConfigError::TooLarge => "run.config_too_large",
            ConfigError::UnknownKeys(_) => "run.config_unknown_keys",
            ConfigError::WrongValues(problems) => match problems.first() {
                Some(Problem::OutOfRange { .. }) => "run.config_out_of_range",
                Some(Problem::Template { .. }) => "run.config_bad_template",
                _ => "run.config_wrong_type",
            },
        }
    }

    fn params(&self) -> Params {
        match self {
            ConfigError::NotJson { line, column } => params([("line", line.to_string()), ("column", column.to_string())]),
            ConfigError::TooLarge => Params::new(),
            ConfigError::UnknownKeys(problems) => params([("keys", list(problems))]),
            ConfigError::WrongValues(problems) => {
                let mut out = problems.first().map(|p| p.reason().params).unwrap_or_default();
                if let Some(Problem::Template { reason, .. }) = problems.first() {
                    out.insert("problem".to_owned(), reason.code.clone());
                }
                out
            }
        }
    }
}

fn list(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join(", ")
}
