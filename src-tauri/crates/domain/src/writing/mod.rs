//! What is said to people: templates and their placeholders, the built-in texts, the closing of a message, the checks a text passes before
//! it may leave, and what a model is asked.
//!
//! Nothing here knows where a text goes: recipients are chosen elsewhere and never by a text.

pub mod check;
pub mod closing;
pub mod context;
mod draft;
mod field;
pub mod first;
pub mod followup;
pub mod language;
mod marked;
pub mod note;
pub mod prompt;
mod recipient;
mod template;
mod texts;
mod translate;
pub mod words;

pub use draft::{Draft, Mark, Part, WrittenBy};
pub use field::Field;
pub use language::Language;
pub use marked::Marked;
pub use recipient::{Identity, Recipient, Source};
pub use template::{Template, TemplateError, Values};

#[cfg(test)]
pub(crate) mod samples;
