use domain::views::people::Selection;
use store::runs::Chosen;
use store::{Read, StoreError};
use uuid::Uuid;

/// Ids of the people a selection names who are in the desk.
///
/// # Errors
/// [`StoreError`] when the desk cannot be read.
pub fn people_of(read: &Read<'_>, selection: &Selection) -> Result<Vec<Uuid>, StoreError> {
    match selection {
        Selection::All => store::runs::chosen(read, &Chosen::All),
        Selection::Ids { ids } => store::runs::chosen(read, &Chosen::Ids(ids.clone())),
        Selection::Query { query } => store::people::ids(read, query),
    }
}
