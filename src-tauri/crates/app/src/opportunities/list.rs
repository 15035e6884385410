use super::{OpportunitiesFault, gauge};
use crate::App;
use crate::searched::{desk_for_acting, desk_for_showing};
use domain::views::ByIds;
use domain::views::groups::{GroupsView, OpportunitiesGroups};
use domain::views::opportunities::{OpportunitiesCount, OpportunitiesPage, OpportunitiesQuery, OpportunitiesRows, OpportunityRow};
use domain::views::people::SearchRequest;

/// Some rows of the list of opportunities.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App, page: OpportunitiesPage) -> Result<OpportunitiesRows, OpportunitiesFault> {
    let now = app.ports().clock.now();
    let desk = desk_for_showing(app.desk()?, &page.query.text).await?;
    desk.read(move |read| Ok(store::opportunities::page(read, &page, gauge(read, now)?)?)).await
}

/// How many opportunities match, and what the open ones among them are worth.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn count(app: &App, query: OpportunitiesQuery) -> Result<OpportunitiesCount, OpportunitiesFault> {
    let now = app.ports().clock.now();
    let desk = desk_for_showing(app.desk()?, &query.text).await?;
    desk.read(move |read| Ok(store::opportunities::count(read, &query, gauge(read, now)?)?)).await
}

/// The groups of opportunities that match.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn groups(app: &App, request: OpportunitiesGroups) -> Result<GroupsView, OpportunitiesFault> {
    let now = app.ports().clock.now();
    let desk = desk_for_showing(app.desk()?, &request.query.text).await?;
    desk.read(move |read| Ok(store::opportunities::groups(read, &request, gauge(read, now)?)?)).await
}

/// Ids of all opportunities that match, in the list's order.
///
/// # Errors
/// When the desk is locked or cannot be read, or the search index is not ready.
pub async fn ids(app: &App, query: OpportunitiesQuery) -> Result<ByIds, OpportunitiesFault> {
    let now = app.ports().clock.now();
    let desk = desk_for_acting(app.desk()?, &query.text).await?;
    desk.read(move |read| Ok(ByIds { ids: store::opportunities::ids(read, &query, gauge(read, now)?)? })).await
}

/// Opportunities that answer to some words, at most 50.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn search(app: &App, request: SearchRequest) -> Result<Vec<OpportunityRow>, OpportunitiesFault> {
    let now = app.ports().clock.now();
    let desk = desk_for_showing(app.desk()?, &request.text).await?;
    desk.read(move |read| Ok(store::opportunities::search(read, &request.text, request.limit, gauge(read, now)?)?)).await
}
