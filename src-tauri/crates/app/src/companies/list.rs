use super::CompaniesFault;
use crate::App;
use crate::searched::{desk_for_acting, desk_for_showing};
use domain::views::ByIds;
use domain::views::companies::{CompaniesCount, CompaniesPage, CompaniesQuery, CompaniesRows, CompanyRow};
use domain::views::groups::{CompaniesGroups, GroupsView};
use domain::views::people::SearchRequest;

/// Some rows of the list of companies.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App, page: CompaniesPage) -> Result<CompaniesRows, CompaniesFault> {
    desk_for_showing(app.desk()?, &page.query.text).await?.read(move |read| Ok(store::companies::page(read, &page)?)).await
}

/// How many companies match.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn count(app: &App, query: CompaniesQuery) -> Result<CompaniesCount, CompaniesFault> {
    desk_for_showing(app.desk()?, &query.text).await?.read(move |read| Ok(store::companies::count(read, &query)?)).await
}

/// The groups of companies that match.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn groups(app: &App, request: CompaniesGroups) -> Result<GroupsView, CompaniesFault> {
    let desk = desk_for_showing(app.desk()?, &request.query.text).await?;
    desk.read(move |read| Ok(store::companies::groups(read, &request)?)).await
}

/// Ids of all companies that match, in the list's order.
///
/// # Errors
/// When the desk is locked or cannot be read, or the search index is not ready.
pub async fn ids(app: &App, query: CompaniesQuery) -> Result<ByIds, CompaniesFault> {
    let desk = desk_for_acting(app.desk()?, &query.text).await?;
    desk.read(move |read| Ok(ByIds { ids: store::companies::ids(read, &query)? })).await
}

/// Companies that answer to some words, at most 50.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn search(app: &App, request: SearchRequest) -> Result<Vec<CompanyRow>, CompaniesFault> {
    let desk = desk_for_showing(app.desk()?, &request.text).await?;
    desk.read(move |read| Ok(store::companies::search(read, &request.text, request.limit)?)).await
}
