use super::FollowupFault;
use crate::App;
use domain::views::{ByIds, Changed};
use store::{Actor, Intent, StoreError};

/// Stops follow-ups; drafts of theirs that have not left are given up.
///
/// # Errors
/// [`FollowupFault`] when the desk is locked or cannot be written.
pub async fn stop(app: &App, request: ByIds) -> Result<Changed, FollowupFault> {
    let written = app
        .desk()?
        .write(Actor::Seller, Intent::new("followups.stop").with("count", request.ids.len()), move |tx| {
            let mut count = 0;
            for id in &request.ids {
                let draft = store::followups::draft_of(tx, *id)?;
                if store::followups::stop(tx, *id, "followup.stopped_by_seller")? {
                    count += 1;
                    if let Some(draft) = draft {
                        store::outbox::give_up(tx, draft)?;
                    }
                }
            }
            Ok::<_, StoreError>(count)
        })
        .await?;
    Ok(Changed { count: written.value, operation: written.operation.map(|o| o.0) })
}
