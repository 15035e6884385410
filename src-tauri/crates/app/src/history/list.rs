use super::HistoryFault;
use super::view::view;
use crate::App;
use domain::views::history::{HistoryRequest, HistoryTop, OperationView};
use store::{StoreError, journal};

/// The most one page holds.
const MOST: u32 = 200;

/// A page of what was done, newest first.
///
/// # Errors
/// [`HistoryFault`] when the desk is locked or cannot be read.
pub async fn list(app: &App, request: HistoryRequest) -> Result<Vec<OperationView>, HistoryFault> {
    let page = move |read: &store::Read<'_>| journal::list(read, request.before, request.limit.clamp(1, MOST));
    Ok(app.desk()?.read::<_, StoreError>(page).await?.into_iter().map(view).collect())
}

/// What undo and redo would act on.
///
/// # Errors
/// [`HistoryFault`] when the desk is locked or cannot be read.
pub async fn top(app: &App) -> Result<HistoryTop, HistoryFault> {
    let top = app.desk()?.read::<_, StoreError>(journal::top).await?;
    Ok(HistoryTop { undo: top.undo.map(view), redo: top.redo.map(view) })
}
