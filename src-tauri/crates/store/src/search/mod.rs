//! Full-text search over people, companies and opportunities: words with their beginnings (`person_words`, `company_words`,
//! `opportunity_words`, and `text_words` for notes, calls and messages) and parts of words from three characters on (`person_parts`, `company_parts`, `opportunity_parts`).
//!
//! The index is a file of its own under the desk's key, made from the desk and in no backup. It follows the journal: each committed change of
//! people, companies or opportunities is a segment, and the index knows up to which one it has read. So nobody who writes pays for it, bulk work included,
//! and what a crash interrupts is read on from there. Whoever searches waits for the index first ([`Desk::search_ready`]).

mod file;
mod follow;
mod near;
mod query;
mod task;
mod texts;
mod words;

pub(crate) use near::near_query;
pub(crate) use query::{parts_query, words_query};

pub(crate) use file::{SCHEMA, attach, discard, prepare};
pub(crate) use task::Index;

#[cfg(test)]
pub(crate) use file::open;

/// The two word tables of people.
pub(crate) const TABLES: [&str; 2] = ["person_words", "person_parts"];
/// The two word tables of companies.
pub(crate) const COMPANY_TABLES: [&str; 2] = ["company_words", "company_parts"];
/// The two word tables of opportunities.
pub(crate) const OPPORTUNITY_TABLES: [&str; 2] = ["opportunity_words", "opportunity_parts"];
/// The two word tables of notes, calls and messages.
pub(crate) const TEXT_TABLES: [&str; 2] = ["text_words", "text_parts"];
