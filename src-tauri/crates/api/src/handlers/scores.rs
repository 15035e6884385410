//! How warm people and opportunities are.

use crate::{ApiError, App, views};
use app::scores;
use views::scores::{ScoreAsk, ScoreView};

/// A score with its reasons and its course.
pub async fn scores_get(app: &App, request: ScoreAsk) -> Result<ScoreView, ApiError> {
    Ok(scores::get(app, request).await?)
}
