use super::{PeopleFault, bulk, desk_for_acting, ids_of};
use crate::App;
use domain::views::Changed;
use domain::views::people::Selection;
use store::Intent;

/// Removes people from the desk; undo brings them back. The send ledger and the do-not-contact list keep what they know.
///
/// # Errors
/// `people.nobody`; when the desk is locked or cannot be written.
pub async fn remove(app: &App, selection: Selection) -> Result<Changed, PeopleFault> {
    let desk = desk_for_acting(app.desk()?, &selection).await?;
    let ids = desk.read(move |read| Ok::<_, PeopleFault>(ids_of(read, &selection)?)).await?;
    let intent = match ids.as_slice() {
        [id] => {
            let id = *id;
            let name = desk.read(move |read| Ok::<_, PeopleFault>(super::detail::present(read, id)?.name())).await?;
            Intent::new("people.delete").with("name", name)
        }
        _ => Intent::new("people.delete_several").with("count", ids.len()),
    };
    bulk::in_chunks(&desk, ids, intent, |tx, id| Ok(store::people::remove(tx, id)?)).await
}
