//! The LinkedIn queue.

use crate::{ApiError, App, views};
use app::linkedin;
use views::linkedin::{LinkedinArchive, LinkedinQueue, LinkedinRecord, LinkedinTask, LinkedinTold};
use views::{ById, Nothing};

/// The hand-off queue.
pub async fn linkedin_queue(app: &App, _: Nothing) -> Result<LinkedinQueue, ApiError> {
    Ok(linkedin::queue(app).await?)
}

/// Copies the note and opens the profile in the browser.
pub async fn linkedin_open(app: &App, request: ById) -> Result<LinkedinTask, ApiError> {
    Ok(linkedin::open(app, request.id).await?)
}

/// Copies the note.
pub async fn linkedin_copy(app: &App, request: ById) -> Result<LinkedinTask, ApiError> {
    Ok(linkedin::copy(app, request.id).await?)
}

/// Records what was done.
pub async fn linkedin_record(app: &App, request: LinkedinRecord) -> Result<LinkedinQueue, ApiError> {
    Ok(linkedin::record(app, request).await?)
}

/// Puts messages and invitations of LinkedIn's archive onto timelines.
pub async fn linkedin_archive(app: &App, request: LinkedinArchive) -> Result<LinkedinTold, ApiError> {
    Ok(linkedin::take_archive(app, request).await?)
}
