//! Use cases: one folder per area, one file per verb. The only place that orders steps.
//!
//! [`App`] is the desk as the window and the terminal hold it: ports to the outside world, and the store once it is open.

pub mod agenda;
pub mod backups;
pub mod blocks;
pub mod capture;
mod chunks;
pub mod companies;
pub mod contacts;
pub mod custom;
mod desk;
pub mod duplicates;
pub mod exports;
pub mod files;
pub mod followups;
pub mod goals;
pub mod health;
pub mod history;
pub mod imports;
pub mod linkedin;
pub mod notes;
pub mod notifications;
pub mod opportunities;
pub mod outbox;
pub mod outreach;
pub mod people;
pub mod pipelines;
pub mod privacy;
pub mod runs;
pub mod saved;
pub mod scores;
mod searched;
pub mod settings;
pub mod sheets;
pub mod statuses;
pub mod tags;
pub mod today;
pub mod trash;
pub mod words;
pub mod work;
pub mod workspace;
pub mod writing;

pub use desk::{App, DeskLocked, Ports, Progress};
