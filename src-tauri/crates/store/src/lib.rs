//! The encrypted desk: one SQLCipher file, one door to write, a journal from which everything recorded can be taken back.
//!
//! [`Desk`] holds the file open. Reading goes through [`Desk::read`], changing through [`Desk::write`] (or, for long work,
//! [`Desk::begin_operation`] and [`Desk::write_in`]). Each table group has a module of free functions beside this core.

pub mod container;
mod desk;
mod edges;
mod error;
pub mod failpoint;
mod grouping;
pub mod jobs;
pub mod journal;
mod key;
mod listing;
mod lock;
pub mod meta;
mod migrate;
mod operation;
pub mod restore;
mod search;
pub mod snapshot;
mod tx;
mod values;

#[cfg(test)]
mod tests;

pub mod activity;
pub mod agenda;
pub mod backups;
pub mod capture;
pub mod companies;
pub mod contacts;
pub mod custom;
pub mod duplicates;
pub mod erasure;
pub mod files;
pub mod followups;
pub mod goals;
pub mod imports;
pub mod ledger;
pub mod linkedin;
pub mod merging;
pub mod opportunities;
pub mod outbox;
pub mod outreach;
pub mod people;
pub mod pipelines;
pub mod practice;
pub mod privacy;
pub mod runs;
pub mod sample;
pub mod saved;
pub mod scores;
pub mod settings;
pub mod sheets;
pub mod statuses;
pub mod suppression;
pub mod tags;
pub mod texts;
pub mod trash;

pub use desk::Desk;
pub use error::{OpenError, StoreError};
pub use key::RawKey;
pub use migrate::schema_text;
pub use operation::{Actor, Intent, OperationId, Tag, Written};
pub use tx::{Read, Tx};
