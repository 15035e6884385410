use super::{PeopleFault, desk_for_acting, ids_of};
use crate::App;
use crate::searched::desk_for_showing;
use domain::views::ByIds;
use domain::views::groups::{GroupsView, PeopleGroups};
use domain::views::people::{PeopleCount, PeoplePage, PeopleQuery, PeopleRows, PersonRow, SearchRequest, Selection};

/// Some rows of the people list.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App, page: PeoplePage) -> Result<PeopleRows, PeopleFault> {
    desk_for_showing(app.desk()?, &page.query.text).await?.read(move |read| Ok(store::people::page(read, &page)?)).await
}

/// How many people match.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn count(app: &App, query: PeopleQuery) -> Result<PeopleCount, PeopleFault> {
    desk_for_showing(app.desk()?, &query.text).await?.read(move |read| Ok(store::people::count(read, &query)?)).await
}

/// The groups of people who match.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn groups(app: &App, request: PeopleGroups) -> Result<GroupsView, PeopleFault> {
    let desk = desk_for_showing(app.desk()?, &request.query.text).await?;
    desk.read(move |read| Ok(store::people::groups(read, &request)?)).await
}

/// Ids of all people that match, in the list's order.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn ids(app: &App, query: PeopleQuery) -> Result<ByIds, PeopleFault> {
    let selection = Selection::Query { query };
    let desk = desk_for_acting(app.desk()?, &selection).await?;
    desk.read(move |read| Ok(ByIds { ids: ids_of(read, &selection)? })).await
}

/// People that answer to some words, at most 50.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn search(app: &App, request: SearchRequest) -> Result<Vec<PersonRow>, PeopleFault> {
    desk_for_showing(app.desk()?, &request.text)
        .await?
        .read(move |read| Ok(store::people::search(read, &request.text, request.limit)?))
        .await
}
