use super::FilesFault;
use crate::App;
use domain::views::{ByIds, Changed};
use store::{Actor, Intent};

/// Puts files into the trash, where they stay for 30 days; undo brings them back too.
///
/// # Errors
/// `files.not_found` when none of them is on the desk.
pub async fn remove(app: &App, request: ByIds) -> Result<Changed, FilesFault> {
    let intent = Intent::new("files.remove").with("count", request.ids.len());
    let written = app
        .desk()?
        .write(Actor::Seller, intent, move |tx| {
            let mut count = 0_u32;
            for id in request.ids {
                count += u32::from(store::files::remove(tx, id)?);
            }
            if count == 0 { Err(FilesFault::NotFound) } else { Ok(count) }
        })
        .await?;
    Ok(Changed { count: written.value, operation: written.operation.map(|id| id.0) })
}
