//! Opportunities.

use crate::views;
use crate::views::opportunities::{
    BoardRequest, BoardView, CardsPage, ContactsSet, ForecastRequest, ForecastView, LinesSet, OpportunitiesBulk, OpportunitiesCount,
    OpportunitiesPage, OpportunitiesQuery, OpportunitiesRows, OpportunityClose, OpportunityDetail, OpportunityEvent, OpportunityMove,
    OpportunityNew, OpportunityRow, OpportunitySelection, OpportunityUpdate, ProductView,
};
use crate::{ApiError, App};

/// Some rows of the list of opportunities.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_list(app: &App, request: OpportunitiesPage) -> Result<OpportunitiesRows, ApiError> {
    Ok(app::opportunities::list(app, request).await?)
}

/// How many opportunities match, and what the open ones are worth.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_count(app: &App, request: OpportunitiesQuery) -> Result<OpportunitiesCount, ApiError> {
    Ok(app::opportunities::count(app, request).await?)
}

/// The groups of opportunities that match.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_groups(app: &App, request: views::groups::OpportunitiesGroups) -> Result<views::groups::GroupsView, ApiError> {
    Ok(app::opportunities::groups(app, request).await?)
}

/// Ids of all opportunities that match.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_ids(app: &App, request: OpportunitiesQuery) -> Result<views::ByIds, ApiError> {
    Ok(app::opportunities::ids(app, request).await?)
}

/// The columns of a board, summed over all their cards.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_board(app: &App, request: BoardRequest) -> Result<BoardView, ApiError> {
    Ok(app::opportunities::board(app, request).await?)
}

/// Some cards of a column.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_cards(app: &App, request: CardsPage) -> Result<OpportunitiesRows, ApiError> {
    Ok(app::opportunities::cards(app, request).await?)
}

/// Everything about one opportunity.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_get(app: &App, request: views::ById) -> Result<OpportunityDetail, ApiError> {
    Ok(app::opportunities::get(app, request).await?)
}

/// What happened with an opportunity and its people.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_timeline(app: &App, request: views::people::TimelinePage) -> Result<Vec<OpportunityEvent>, ApiError> {
    Ok(app::opportunities::timeline(app, request).await?)
}

/// Adds an opportunity.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_create(app: &App, request: OpportunityNew) -> Result<OpportunityDetail, ApiError> {
    Ok(app::opportunities::create(app, request).await?)
}

/// Changes values of an opportunity.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_update(app: &App, request: OpportunityUpdate) -> Result<OpportunityDetail, ApiError> {
    Ok(app::opportunities::update(app, request).await?)
}

/// Changes values, or the stage, of several opportunities.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_bulk_update(app: &App, request: OpportunitiesBulk) -> Result<views::Changed, ApiError> {
    Ok(app::opportunities::bulk_update(app, request).await?)
}

/// Puts an opportunity at a stage, or elsewhere in it.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_move(app: &App, request: OpportunityMove) -> Result<OpportunityDetail, ApiError> {
    Ok(app::opportunities::shift(app, request).await?)
}

/// Ends an opportunity: won or lost.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_close(app: &App, request: OpportunityClose) -> Result<OpportunityDetail, ApiError> {
    Ok(app::opportunities::close(app, request).await?)
}

/// Opens an opportunity that has ended again.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_reopen(app: &App, request: views::ById) -> Result<OpportunityDetail, ApiError> {
    Ok(app::opportunities::reopen(app, request).await?)
}

/// Removes opportunities from the desk (can be undone).
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_delete(app: &App, request: OpportunitySelection) -> Result<views::Changed, ApiError> {
    Ok(app::opportunities::remove(app, request).await?)
}

/// Writes what is sold; the amount follows.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_lines(app: &App, request: LinesSet) -> Result<OpportunityDetail, ApiError> {
    Ok(app::opportunities::set_lines(app, request).await?)
}

/// Products sold before that answer to some words.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_products(app: &App, request: views::people::SearchRequest) -> Result<Vec<ProductView>, ApiError> {
    Ok(app::opportunities::products(app, request).await?)
}

/// Writes who has which role in an opportunity.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_contacts(app: &App, request: ContactsSet) -> Result<OpportunityDetail, ApiError> {
    Ok(app::opportunities::set_contacts(app, request).await?)
}

/// Opportunities that answer to some words.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_search(app: &App, request: views::people::SearchRequest) -> Result<Vec<OpportunityRow>, ApiError> {
    Ok(app::opportunities::search(app, request).await?)
}

/// What is expected, month by month.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn opportunities_forecast(app: &App, request: ForecastRequest) -> Result<ForecastView, ApiError> {
    Ok(app::opportunities::forecast(app, request).await?)
}
