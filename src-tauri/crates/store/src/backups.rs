//! The record of backups that were made.
