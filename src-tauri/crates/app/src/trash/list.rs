use super::{KEPT, TrashFault};
use crate::App;
use chrono::TimeDelta;
use domain::views::trash::{TrashPage, TrashRow, TrashRows};

const DAY_BUT_A_MOMENT: TimeDelta = TimeDelta::milliseconds(86_399_999);

/// Some rows of the trash, newest first.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App, page: TrashPage) -> Result<TrashRows, TrashFault> {
    let now = app.ports().clock.now();
    let (removed, total) = app.desk()?.read(move |read| store::trash::page(read, page.offset, page.limit)).await?;
    let row = |one: store::trash::Removed| TrashRow {
        id: one.id,
        kind: one.kind,
        name: one.name,
        detail: one.detail,
        removed_at: one.at,
        by: one.by,
        // A day that has begun counts whole.
        days_left: u32::try_from((one.at + KEPT - now + DAY_BUT_A_MOMENT).num_days().max(0)).unwrap_or(0),
    };
    let days = u32::try_from(KEPT.num_days()).unwrap_or(0);
    Ok(TrashRows { rows: removed.into_iter().map(row).collect(), total, days })
}
