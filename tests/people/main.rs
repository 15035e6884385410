//! Stories of people, imports and exports, on a real encrypted desk.

mod accounts;
mod bad_files;
mod crash;
mod dates;
mod exports;
mod imports;
mod lists;
mod people;
mod support;
mod undo;
