//! Today.

use crate::{ApiError, App, views};
use views::Nothing;
use views::today::TodayView;

/// What needs the seller.
pub async fn today_get(app: &App, _: Nothing) -> Result<TodayView, ApiError> {
    Ok(app::today::today(app).await?)
}
