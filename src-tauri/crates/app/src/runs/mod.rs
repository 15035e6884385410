//! Run full sequence: pre-flight, the engine, the receipt.
//!
//! A run is durable rows, worked by a job. Everything that happens to one person (message, LinkedIn note, follow-up, their line) commits at
//! once, so that after any cut a person either waits again or is done. What leaves, leaves through the outbox.

mod compose;
mod control;
mod course;
mod engine;
mod fault;
mod known;
mod preflight;
mod preview;
mod receipt;
mod receipt_file;
mod settle;
mod start;
mod turn;
mod views;

pub use compose::{Composed, Handing, Writer};
pub use control::{cancel, pause, resume};
pub use engine::work;
pub use fault::RunFault;
pub use preflight::preflight;
pub use preview::model_preview;
pub use receipt::{receipt, so_far};
pub use receipt_file::{ReceiptFault, export_receipt};
pub use settle::settle;
pub use start::{default_config, keep_config, start};
pub use views::{get, list, log, people, rest};
