//! Pipelines with their stages, and the reasons opportunities end for.

mod reasons;
mod rows;
mod stages;
mod view;

pub use reasons::{add_reason, reason, reasons, update_reason};
pub use rows::{add, all, get, put_in_order, update};
pub use stages::{add_stage, count_at, end_of, first_stage, put_stages_in_order, stage, stages, update_stage};
pub use view::{stage_view, view};
