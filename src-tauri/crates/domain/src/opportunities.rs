//! Opportunities: what may be sold, to whom, at which stage, and the rules that follow: what it counts for, when it stagnates, how it ends.

mod attention;
mod closing;
mod field;
mod forecast;
mod goal;
mod line;
mod opportunity;
mod pipeline;

pub use attention::{Attention, Seen, attention};
pub use closing::{Closing, ClosingError, enter};
pub use field::{OpportunityField, OpportunityFieldError};
pub use forecast::{Expected, ForecastMonth, Month, forecast};
pub use goal::{Goal, GoalKind};
pub use line::{Line, LineError, total};
pub use opportunity::{Contact, Opportunity, Role};
pub use pipeline::{CloseReason, MOST_DAYS, Pipeline, STAGE_COLOURS, Stage, StageError, StageKind};
