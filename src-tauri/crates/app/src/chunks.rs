//! The same change for many rows, as one operation.

use domain::views::Changed;
use store::{Actor, Desk, Intent, StoreError, Tx};
use uuid::Uuid;

/// Changes rows one by one in writes of `chunk` rows that are one operation; a write should take well under 50 ms. `each` says whether it changed
/// anything; it must not fail half-way.
pub(crate) async fn in_chunks<E: From<StoreError> + Send + 'static>(
    desk: &Desk,
    chunk: usize,
    ids: Vec<Uuid>,
    intent: Intent,
    each: impl Fn(&mut Tx<'_>, Uuid) -> Result<bool, E> + Clone + Send + 'static,
) -> Result<Changed, E> {
    if ids.len() <= chunk {
        let written = desk.write(Actor::Seller, intent, move |tx| change(tx, &ids, &each)).await?;
        return Ok(Changed { count: written.value, operation: written.operation.map(|id| id.0) });
    }
    let operation = desk.begin_operation(Actor::Seller, intent).await?;
    let mut count = 0u32;
    let mut outcome = Ok(());
    for some in ids.chunks(chunk) {
        let (some, each) = (some.to_vec(), each.clone());
        let done = desk.write_in(operation, move |tx| change(tx, &some, &each)).await;
        match done {
            Ok(changed) => count = count.saturating_add(changed),
            Err(error) => {
                outcome = Err(error);
                break;
            }
        }
    }
    // Also after a failure: what was written is a whole operation that undo takes back.
    desk.finish_operation(operation).await?;
    outcome?;
    Ok(Changed { count, operation: (count > 0).then_some(operation.0) })
}

fn change<E>(tx: &mut Tx<'_>, ids: &[Uuid], each: &impl Fn(&mut Tx<'_>, Uuid) -> Result<bool, E>) -> Result<u32, E> {
    let mut count = 0u32;
    for id in ids {
        count += u32::from(each(tx, *id)?);
    }
    Ok(count)
}
