//! Google Sheets: connecting as a native app must, one spreadsheet of the seller's, and pushing people to it.

mod access;
mod activity;
mod attach;
mod callback;
mod connect;
mod consent;
mod create;
mod disconnect;
mod fault;
mod page;
mod push;
mod status;

pub use activity::Activity;
pub use attach::attach;
pub use callback::{Answer, Waiting};
pub use connect::{cancel, connect, connect_within, settled};
pub use consent::{Consent, Pick};
pub use create::create;
pub use disconnect::disconnect;
pub use fault::SheetsFault;
pub use push::{Pace, push, push_at};
pub use status::status;
pub(crate) use status::withdrawn;
