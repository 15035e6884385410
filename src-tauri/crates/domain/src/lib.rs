//! Types and rules of the sales desk: no I/O, no async work, no SQL, no clock.
//!
//! One folder or file per area; the same names are used in `store`, `app`, `api` and the UI. The outside world is described by the traits
//! in [`ports`], which `connectors` implements.

pub mod agenda;
pub mod capture;
pub mod companies;
pub mod contacts;
pub mod custom;
pub mod duplicates;
pub mod fault;
pub mod files;
pub mod followups;
pub mod history;
pub mod imports;
pub mod mail;
pub mod merging;
pub mod money;
pub mod notifications;
pub mod opportunities;
pub mod outbox;
pub mod outreach;
pub mod people;
pub mod ports;
pub mod privacy;
pub mod runs;
pub mod scores;
pub mod settings;
pub mod tags;
pub mod text;
pub mod time;
pub mod views;
pub mod writing;
