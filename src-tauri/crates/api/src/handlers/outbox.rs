//! Messages on their way.

use crate::{ApiError, App, views};
use app::outbox;
use views::outbox::{OutboxAct, OutboxActed, OutboxCounts, OutboxDetail, OutboxEdit, OutboxListRequest, OutboxResolve, OutboxRow};
use views::{ById, Nothing};

/// Messages.
pub async fn outbox_list(app: &App, request: OutboxListRequest) -> Result<Vec<OutboxRow>, ApiError> {
    Ok(outbox::list(app, request).await?)
}

/// How many messages in each state.
pub async fn outbox_counts(app: &App, _: Nothing) -> Result<OutboxCounts, ApiError> {
    Ok(outbox::counts(app).await?)
}

/// A message.
pub async fn outbox_get(app: &App, request: ById) -> Result<OutboxDetail, ApiError> {
    Ok(outbox::get(app, request.id).await?)
}

/// Changes a message that has not left.
pub async fn outbox_edit(app: &App, request: OutboxEdit) -> Result<OutboxDetail, ApiError> {
    Ok(outbox::edit(app, request).await?)
}

/// Approves messages.
pub async fn outbox_approve(app: &App, request: OutboxAct) -> Result<OutboxActed, ApiError> {
    Ok(outbox::approve(app, request).await?)
}

/// Holds messages back.
pub async fn outbox_hold(app: &App, request: OutboxAct) -> Result<OutboxActed, ApiError> {
    Ok(outbox::hold(app, request).await?)
}

/// Undo send: back to drafts while they have not left.
pub async fn outbox_recall(app: &App, request: OutboxAct) -> Result<OutboxActed, ApiError> {
    Ok(outbox::recall(app, request).await?)
}

/// Gives messages up.
pub async fn outbox_discard(app: &App, request: OutboxAct) -> Result<OutboxActed, ApiError> {
    Ok(outbox::discard(app, request).await?)
}

/// Schedules failed messages again.
pub async fn outbox_retry(app: &App, request: OutboxAct) -> Result<OutboxActed, ApiError> {
    Ok(outbox::retry(app, request).await?)
}

/// Says whether an unknown message left.
pub async fn outbox_resolve(app: &App, request: OutboxResolve) -> Result<OutboxDetail, ApiError> {
    Ok(outbox::resolve(app, request).await?)
}

/// Pauses all sending.
pub async fn outbox_pause(app: &App, _: Nothing) -> Result<Nothing, ApiError> {
    outbox::pause(app).await?;
    Ok(Nothing {})
}

/// Resumes all sending.
pub async fn outbox_resume(app: &App, _: Nothing) -> Result<Nothing, ApiError> {
    outbox::resume(app).await?;
    Ok(Nothing {})
}
