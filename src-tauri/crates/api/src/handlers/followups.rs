//! Follow-ups.

use crate::{ApiError, App, views};
use app::followups;
use views::followups::{FollowupList, FollowupListRequest};
use views::{ByIds, Changed};

/// Follow-ups.
pub async fn followup_list(app: &App, request: FollowupListRequest) -> Result<FollowupList, ApiError> {
    Ok(followups::list(app, request).await?)
}

/// Stops follow-ups.
pub async fn followup_stop(app: &App, request: ByIds) -> Result<Changed, ApiError> {
    Ok(followups::stop(app, request).await?)
}
