//! Pipelines, their stages, and the reasons opportunities end for: the seller's own.

mod archive;
mod fault;
mod list;
mod order;
mod pipeline;
mod reasons;
mod stages;

pub use archive::{archive_pipeline, archive_stage};
pub use fault::PipelinesFault;
pub use list::list;
pub use order::{reorder_pipelines, reorder_stages};
pub use pipeline::{create_pipeline, update_pipeline};
pub use reasons::{archive_reason, create_reason, update_reason};
pub use stages::{create_stage, update_stage};
