//! How a story points at something on the screen.

use std::fmt;

use serde_json::{Value, json};

/// A way to point at elements; only those that can be seen are ever found.
///
/// Prefer [`By::Role`]: it finds what a screen reader would announce, so the story also checks the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By<'a> {
    /// A role and the beginning of an accessible name, for example `Role("button", "Import")`.
    Role(&'a str, &'a str),
    /// The `data-testid` attribute.
    TestId(&'a str),
    /// The innermost elements whose text contains this.
    Text(&'a str),
    /// A CSS selector.
    Css(&'a str),
}

impl By<'_> {
    /// The arguments of the script that finds elements.
    pub(crate) fn arguments(self) -> Value {
        match self {
            Self::Role(role, name) => json!(["role", role, name]),
            Self::TestId(id) => json!(["testid", id, ""]),
            Self::Text(text) => json!(["text", text, ""]),
            Self::Css(selector) => json!(["css", selector, ""]),
        }
    }
}

impl fmt::Display for By<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(role, name) => write!(f, "the {role} named {name:?}"),
            Self::TestId(id) => write!(f, "data-testid {id:?}"),
            Self::Text(text) => write!(f, "the text {text:?}"),
            Self::Css(selector) => write!(f, "{selector}"),
        }
    }
}
