use super::FollowupFault;
use crate::App;
use chrono::{DateTime, NaiveDate, Utc};
use domain::time;
use domain::views::followups::{FollowupList, FollowupListRequest};
use store::{Read, StoreError};

/// Follow-ups by day, with their counters.
///
/// # Errors
/// [`FollowupFault`] when the desk is locked or cannot be read.
pub async fn list(app: &App, request: FollowupListRequest) -> Result<FollowupList, FollowupFault> {
    let now = app.ports().clock.now();
    Ok(app
        .desk()?
        .read(move |read| {
            let today = today(read, now)?;
            let (due, later) = store::followups::counts(read, today)?;
            let until = request.due.then_some(today);
            Ok::<_, StoreError>(FollowupList {
                rows: store::followups::list(read, until, request.offset, request.limit.min(500))?,
                due,
                later,
            })
        })
        .await?)
}

/// Today, in the desk's zone.
pub(super) fn today(read: &Read<'_>, now: DateTime<Utc>) -> Result<NaiveDate, StoreError> {
    let settings = store::settings::load(read)?;
    Ok(time::day(settings.zone(), now))
}
