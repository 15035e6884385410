//! Stories of people, imports and exports, on a real encrypted desk.

mod accounts;
mod added;
mod bad_files;
mod blocks;
mod check;
mod contacts;
mod crash;
mod dates;
mod exports;
mod fields;
mod imports;
mod linkedin;
mod lists;
mod people;
mod presets;
mod reading;
mod round_trips;
mod statuses;
mod support;
mod tags;
mod texts;
mod trash;
mod undo;
mod views;
