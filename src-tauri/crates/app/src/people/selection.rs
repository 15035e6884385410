use crate::searched;
use domain::views::people::{PeopleQuery, PersonSort, Selection};
use store::{Desk, Read, StoreError};
use uuid::Uuid;

/// The desk, once its search index knows everything that was written before: for acting on the people a selection names.
///
/// # Errors
/// [`StoreError::Indexing`] when that takes too long.
pub async fn desk_for_acting(desk: Desk, selection: &Selection) -> Result<Desk, StoreError> {
    let words = if let Selection::Query { query } = selection { query.text.as_str() } else { "" };
    searched::desk_for_acting(desk, words).await
}

/// Ids of the people a selection names, in the list's order; people who are not on the desk (any more) are left out, nobody is named twice.
///
/// # Errors
/// [`StoreError`] when the desk cannot be read.
pub fn ids_of(read: &Read<'_>, selection: &Selection) -> Result<Vec<Uuid>, StoreError> {
    match selection {
        Selection::Query { query } => store::people::ids(read, query),
        Selection::All => store::people::ids(read, &everybody()),
        Selection::Ids { ids } => {
            let mut seen = std::collections::HashSet::new();
            let once: Vec<Uuid> = ids.iter().copied().filter(|id| seen.insert(*id)).collect();
            store::people::present(read, &once)
        }
    }
}

fn everybody() -> PeopleQuery {
    PeopleQuery {
        text: String::new(),
        filters: Vec::new(),
        any: false,
        groups: Vec::new(),
        sort: PersonSort::Name,
        descending: false,
        by: None,
        within: None,
    }
}
