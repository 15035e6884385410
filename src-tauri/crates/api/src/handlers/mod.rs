//! Handlers of the commands, one file per area. Each calls one verb; verbs' errors become [`crate::ApiError`] by `?`.

pub mod agenda;
pub mod backups;
pub mod capture;
pub mod companies;
pub mod contacts;
pub mod duplicates;
pub mod exports;
pub mod followups;
pub mod goals;
pub mod health;
pub mod history;
pub mod imports;
pub mod linkedin;
pub mod notes;
pub mod opportunities;
pub mod outbox;
pub mod people;
pub mod pipelines;
pub mod runs;
pub mod saved;
pub mod settings;
pub mod sheets;
pub mod tags;
pub mod today;
pub mod trash;
pub mod workspace;
