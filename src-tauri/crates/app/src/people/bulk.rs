use super::{PeopleFault, desk_for_acting, edit, ids_of};
use crate::{App, chunks};
use chrono::{DateTime, Utc};
use domain::people::PersonField;
use domain::views::Changed;
use domain::views::people::PeopleBulk;
use store::{Desk, Intent, Read};
use uuid::Uuid;

/// People changed in one write: well under 50 ms.
const CHUNK: usize = 200;

/// Types the same values on several people, as one undo step. People on the do-not-contact list keep their status.
///
/// # Errors
/// `people.nobody`, `people.not_for_several` for a value that belongs to one person, a [`domain::people::FieldError`].
pub async fn bulk_update(app: &App, request: PeopleBulk) -> Result<Changed, PeopleFault> {
    let values = edit::values_of(request.values)?;
    if let Some((field, _)) = values.iter().find(|(field, _)| is_ones_own(*field)) {
        return Err(PeopleFault::NotForSeveral(*field));
    }
    let selection = request.selection;
    let desk = desk_for_acting(app.desk()?, &selection).await?;
    let now = app.ports().clock.now();
    let values = desk.read(move |read| check(read, values, now)).await?;
    let ids = desk.read(move |read| Ok::<_, PeopleFault>(ids_of(read, &selection)?)).await?;
    let fields = values.iter().map(|(field, _)| field.code()).collect::<Vec<_>>().join(", ");
    let intent = Intent::new("people.bulk_edit").with("count", ids.len()).with("fields", fields);
    in_chunks(&desk, ids, intent, move |tx, id| {
        let Some(person) = store::people::get(tx, id)?.filter(|person| person.deleted_at.is_none()) else { return Ok(false) };
        match edit::apply(tx, person, &values) {
            Err(PeopleFault::StillSuppressed) => Ok(false),
            done => done,
        }
    })
    .await
}

/// Changes people one by one in chunks that are one operation. `each` says whether it changed anything; it must not fail half-way.
pub(super) async fn in_chunks(
    desk: &Desk,
    ids: Vec<Uuid>,
    intent: Intent,
    each: impl Fn(&mut store::Tx<'_>, Uuid) -> Result<bool, PeopleFault> + Clone + Send + 'static,
) -> Result<Changed, PeopleFault> {
    if ids.is_empty() {
        return Err(PeopleFault::Nobody);
    }
    chunks::in_chunks(desk, CHUNK, ids, intent, each).await
}

fn is_ones_own(field: PersonField) -> bool {
    matches!(field, PersonField::FirstName | PersonField::LastName | PersonField::Email | PersonField::Phone | PersonField::LinkedinUrl)
}

/// Tries the values on nobody, so that a bad one is refused before the first person is changed.
fn check(read: &Read<'_>, values: edit::Values, now: DateTime<Utc>) -> Result<edit::Values, PeopleFault> {
    let mut nobody = domain::people::Person::new(Uuid::nil(), "manual", now, now.date_naive());
    edit::put(read, &mut nobody, &values)?;
    Ok(values)
}
