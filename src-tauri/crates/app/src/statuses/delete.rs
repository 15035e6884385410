use super::{StatusesFault, intent, is_fixed, list, present};
use crate::App;
use domain::people::{Meaning, Status, StatusRow};
use domain::views::statuses::{StatusDelete, StatusesView};
use store::{Actor, Desk, OperationId, Read};

/// People moved in one write: well under 50 ms.
const CHUNK: usize = 200;

/// Deletes a status. Its people, those in the trash too, go to another one, in one undo step with it; who must not be contacted stays somebody
/// who must not be, and nobody becomes it.
///
/// # Errors
/// `statuses.not_found`, `statuses.fixed`, `statuses.has_people` where it was not said where they go, `statuses.bad_target`,
/// `statuses.never_apart`.
pub async fn delete(app: &App, request: StatusDelete) -> Result<StatusesView, StatusesFault> {
    let desk = app.desk()?;
    let (row, target) = desk.read(move |read| check(read, &request)).await?;
    let operation = desk.begin_operation(Actor::Seller, intent("statuses.delete", &row)).await?;
    let done = empty_and_delete(&desk, operation, row, target).await;
    // Also after a failure: what was written is a whole operation that undo takes back.
    desk.finish_operation(operation).await?;
    done?;
    app.wake();
    list(app).await
}

/// The status, and where its people go.
fn check(read: &Read<'_>, request: &StatusDelete) -> Result<(StatusRow, Option<Status>), StatusesFault> {
    let row = present(read, &request.key)?;
    if is_fixed(row.status) {
        return Err(StatusesFault::Fixed);
    }
    let Some(to) = &request.move_to else {
        let count = u32::try_from(store::statuses::people(read, row.status)?.len()).unwrap_or(u32::MAX);
        return if count > 0 { Err(StatusesFault::HasPeople(count)) } else { Ok((row, None)) };
    };
    let target = present(read, to)?;
    if target.status == row.status || target.deleted_at.is_some() {
        return Err(StatusesFault::BadTarget);
    }
    if (target.status.meaning == Meaning::DoNotContact) != (row.status.meaning == Meaning::DoNotContact) {
        return Err(StatusesFault::NeverApart);
    }
    Ok((row, Some(target.status)))
}

async fn empty_and_delete(desk: &Desk, operation: OperationId, row: StatusRow, target: Option<Status>) -> Result<(), StatusesFault> {
    let status = row.status;
    if let Some(target) = target {
        let ids = desk.read(move |read| Ok::<_, StatusesFault>(store::statuses::people(read, status)?)).await?;
        for some in ids.chunks(CHUNK) {
            let some = some.to_vec();
            let put = move |tx: &mut store::Tx<'_>| {
                for id in some {
                    // Somebody may have put them elsewhere meanwhile.
                    if store::people::get(tx, id)?.is_some_and(|person| person.status == status) {
                        store::people::status_changed(tx, id, status, target, None)?;
                    }
                }
                Ok::<_, StatusesFault>(())
            };
            desk.write_in(operation, put).await?;
        }
    }
    desk.write_in(operation, move |tx| {
        let left = u32::try_from(store::statuses::people(tx, status)?.len()).unwrap_or(u32::MAX);
        if left > 0 {
            return Err(StatusesFault::HasPeople(left));
        }
        let deleted_at = Some(tx.now());
        Ok(store::statuses::update(tx, &StatusRow { deleted_at, ..row })?)
    })
    .await
}
