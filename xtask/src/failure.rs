//! Why a task stopped.

use std::fmt;
use std::path::PathBuf;

/// Why a task stopped; each says what to do about it.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The words after `cargo xtask` make no sense.
    Usage(String),
    /// A program that the task needs could not be started.
    NotStarted {
        /// The command line.
        line: String,
        /// What the system answered.
        cause: std::io::Error,
    },
    /// A program ended with an error, having said why itself.
    Failed {
        /// The command line, to try it alone.
        line: String,
    },
    /// A file could not be read or written.
    File {
        /// Which one.
        path: PathBuf,
        /// What the system answered.
        cause: std::io::Error,
    },
    /// Something is missing on this machine; the text names the command that installs it.
    Missing(String),
    /// A check found something; the text says what and the remedy.
    Found(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Missing(text) | Self::Found(text) => f.write_str(text),
            Self::NotStarted { line, cause } => write!(f, "could not start `{line}`: {cause}"),
            Self::Failed { line } => write!(f, "this command failed: {line}"),
            Self::File { path, cause } => write!(f, "{}: {cause}", path.display()),
        }
    }
}
