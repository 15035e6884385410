use super::detail::{detail, present};
use super::{PeopleFault, edit};
use crate::App;
use domain::views::people::{PersonDetail, PersonUpdate};
use store::{Actor, Intent};

/// Types values on a person; all or none are written, in one undo step.
///
/// # Errors
/// `people.not_found`, a [`domain::people::FieldError`] for a value that cannot be taken, `people.no_identity`, `people.still_suppressed`.
pub async fn update(app: &App, request: PersonUpdate) -> Result<PersonDetail, PeopleFault> {
    let (id, now) = (request.id, app.ports().clock.now());
    let values = edit::values_of(request.values)?;
    let desk = app.desk()?;
    let name = desk.read(move |read| Ok::<_, PeopleFault>(present(read, id)?.name())).await?;
    let intent = match values.as_slice() {
        [(field, _)] => Intent::new("people.edit").with("name", name).with("field", field.code()),
        _ => Intent::new("people.edit_several").with("name", name),
    };
    desk.write(Actor::Seller, intent, move |tx| {
        let person = present(tx, id)?;
        edit::apply(tx, person, &values)
    })
    .await?;
    desk.read(move |read| detail(read, id, now)).await
}
