use super::PeopleFault;
use crate::App;
use domain::views::ByIds;
use domain::views::people::{PeopleCount, PeoplePage, PeopleQuery, PeopleRows, PersonRow, SearchRequest};

/// Some rows of the people list.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App, page: PeoplePage) -> Result<PeopleRows, PeopleFault> {
    app.desk()?.read(move |read| Ok(store::people::page(read, &page)?)).await
}

/// How many people match.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn count(app: &App, query: PeopleQuery) -> Result<PeopleCount, PeopleFault> {
    app.desk()?.read(move |read| Ok(store::people::count(read, &query)?)).await
}

/// Ids of all people that match, in the list's order.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn ids(app: &App, query: PeopleQuery) -> Result<ByIds, PeopleFault> {
    app.desk()?.read(move |read| Ok(ByIds { ids: store::people::ids(read, &query)? })).await
}

/// People that answer to some words, at most 50.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn search(app: &App, request: SearchRequest) -> Result<Vec<PersonRow>, PeopleFault> {
    app.desk()?.read(move |read| Ok(store::people::search(read, &request.text, request.limit)?)).await
}
