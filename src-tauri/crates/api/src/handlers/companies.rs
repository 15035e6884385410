//! Companies.

use crate::views;
use crate::views::companies::{
    CompaniesBulk, CompaniesCount, CompaniesPage, CompaniesQuery, CompaniesRows, CompanyDetail, CompanyEvent, CompanyNew, CompanyRow,
    CompanySelection, CompanyUpdate,
};
use crate::{ApiError, App};

/// Some rows of the list of companies.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_list(app: &App, request: CompaniesPage) -> Result<CompaniesRows, ApiError> {
    Ok(app::companies::list(app, request).await?)
}

/// How many companies match.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_count(app: &App, request: CompaniesQuery) -> Result<CompaniesCount, ApiError> {
    Ok(app::companies::count(app, request).await?)
}

/// The groups of companies that match.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_groups(app: &App, request: views::groups::CompaniesGroups) -> Result<views::groups::GroupsView, ApiError> {
    Ok(app::companies::groups(app, request).await?)
}

/// Ids of all companies that match.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_ids(app: &App, request: CompaniesQuery) -> Result<views::ByIds, ApiError> {
    Ok(app::companies::ids(app, request).await?)
}

/// Everything about one company.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_get(app: &App, request: views::ById) -> Result<CompanyDetail, ApiError> {
    Ok(app::companies::get(app, request).await?)
}

/// What happened with a company and its people.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_timeline(app: &App, request: views::people::TimelinePage) -> Result<Vec<CompanyEvent>, ApiError> {
    Ok(app::companies::timeline(app, request).await?)
}

/// Adds a company.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_create(app: &App, request: CompanyNew) -> Result<CompanyDetail, ApiError> {
    Ok(app::companies::create(app, request).await?)
}

/// Changes values of a company.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_update(app: &App, request: CompanyUpdate) -> Result<CompanyDetail, ApiError> {
    Ok(app::companies::update(app, request).await?)
}

/// Changes values of several companies.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_bulk_update(app: &App, request: CompaniesBulk) -> Result<views::Changed, ApiError> {
    Ok(app::companies::bulk_update(app, request).await?)
}

/// Removes companies from the desk; their people stay (can be undone).
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_delete(app: &App, request: CompanySelection) -> Result<views::Changed, ApiError> {
    Ok(app::companies::remove(app, request).await?)
}

/// Companies that answer to some words.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn companies_search(app: &App, request: views::people::SearchRequest) -> Result<Vec<CompanyRow>, ApiError> {
    Ok(app::companies::search(app, request).await?)
}
