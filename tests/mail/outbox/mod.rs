//! The outbox over the real encrypted store.

mod acts;
mod fates;
mod limits;
mod practice;
mod recovery;
mod times;
