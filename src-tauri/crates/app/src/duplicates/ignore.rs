use super::DuplicatesFault;
use crate::App;
use domain::views::Changed;
use domain::views::duplicates::DuplicatesIgnore;
use store::{Actor, Intent};

/// The most records told apart at once: each is told apart from each.
const MOST: usize = 50;

/// Remembers for good that records are not one and the same: no search shows them together again. Undo forgets it.
///
/// # Errors
/// `duplicates.too_few`, `duplicates.too_many`, `duplicates.not_found`.
pub async fn ignore(app: &App, request: DuplicatesIgnore) -> Result<Changed, DuplicatesFault> {
    let DuplicatesIgnore { kind, mut ids, only } = request;
    ids.sort_unstable();
    ids.dedup();
    match ids.len() {
        0 | 1 => return Err(DuplicatesFault::TooFew),
        many if many > MOST => return Err(DuplicatesFault::TooMany),
        _ => {}
    }
    let desk = app.desk()?;
    let known = ids.clone();
    let names = desk
        .read(move |read| {
            let of = |id| Ok::<_, DuplicatesFault>(store::duplicates::member(read, kind, id)?.ok_or(DuplicatesFault::NotFound)?.name);
            known.into_iter().map(of).collect::<Result<Vec<_>, _>>()
        })
        .await?;
    let intent = Intent::new("duplicates.ignore").with("names", names.join(", ")).with("count", ids.len());
    let written = desk
        .write(Actor::Seller, intent, move |tx| {
            let mut pairs = 0u32;
            for (place, one) in ids.iter().enumerate() {
                for other in ids.iter().skip(place + 1) {
                    if only.is_none_or(|only| only == *one || only == *other) {
                        pairs += u32::from(store::duplicates::tell_apart(tx, kind, *one, *other)?);
                    }
                }
            }
            Ok::<_, DuplicatesFault>(pairs)
        })
        .await?;
    Ok(Changed { count: written.value, operation: written.operation.map(|id| id.0) })
}
