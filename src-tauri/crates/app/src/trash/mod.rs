//! The trash: what was removed stays for 30 days and can come back; then the desk removes it for good.

mod empty;
mod fault;
mod list;
mod restore;

pub use empty::{empty, sweep};
pub use fault::TrashFault;
pub use list::list;
pub use restore::restore;

use chrono::TimeDelta;

/// How long it stays.
const KEPT: TimeDelta = TimeDelta::days(30);
