//! Runs: one configuration carried out for many people.

pub mod config;
