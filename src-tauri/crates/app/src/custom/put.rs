use super::{CHUNK, CustomFault};
use crate::{App, chunks};
use domain::custom::{CustomValue, read as read_value};
use domain::text::fold_words;
use domain::views::Changed;
use domain::views::custom::{CustomField, CustomOf, CustomPut, CustomSelection};
use domain::views::people::FieldValue;
use store::{Desk, Intent, Read};
use uuid::Uuid;

/// A field, its name, and a value as it takes it.
type Taken = (Uuid, String, Option<CustomValue>);

/// Types values of fields on records, as one undo step; all or none are taken.
///
/// # Errors
/// `people.nobody` and the like when nobody was chosen, a [`domain::custom::CustomError`] with the field's name and what was typed.
pub async fn put(app: &App, request: CustomPut) -> Result<Changed, CustomFault> {
    let (desk, of, ids) = chosen(app, request.on).await?;
    if ids.is_empty() {
        return Err(CustomFault::Nobody);
    }
    let values = request.values;
    let ready = desk.read(move |read| ready(read, of, values)).await?;
    let names = ready.iter().map(|(_, name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    let intent = Intent::new("fields.put").with("fields", names).with("count", ids.len());
    chunks::in_chunks(&desk, CHUNK, ids, intent, move |tx, id| {
        let mut changed = false;
        for (field, _, value) in &ready {
            changed |= store::custom::put(tx, of, id, *field, value.as_ref())?;
        }
        Ok::<_, CustomFault>(changed)
    })
    .await
}

/// Values read as their fields take them, before anything is written.
fn ready(read: &Read<'_>, of: CustomOf, values: Vec<FieldValue>) -> Result<Vec<Taken>, CustomFault> {
    let fields = store::custom::of(read, of)?;
    values.into_iter().map(|value| taken(&fields, value)).collect()
}

/// Which field of these a value is for, by id or name, what it is called, and the value as the field takes it.
pub(crate) fn taken(fields: &[CustomField], value: FieldValue) -> Result<Taken, CustomFault> {
    let FieldValue { field, value } = value;
    let called = |name: &str| fold_words(name) == fold_words(&field);
    let known = fields.iter().find(|one| one.id.to_string() == field || called(&one.name));
    let known = known.ok_or(CustomFault::NotFound)?;
    let read = read_value(known, &value).map_err(|error| CustomFault::Value { error, name: known.name.clone(), value })?;
    Ok((known.id, known.name.clone(), read))
}

/// The desk and the records a selection names.
pub(crate) async fn chosen(app: &App, on: CustomSelection) -> Result<(Desk, CustomOf, Vec<Uuid>), CustomFault> {
    match on {
        CustomSelection::People { selection } => {
            let desk = crate::people::desk_for_acting(app.desk()?, &selection).await?;
            let ids = desk.read(move |read| Ok::<_, CustomFault>(crate::people::ids_of(read, &selection)?)).await?;
            Ok((desk, CustomOf::People, ids))
        }
        CustomSelection::Companies { selection } => {
            let (desk, ids) = crate::companies::chosen(app, selection).await?;
            Ok((desk, CustomOf::Companies, ids))
        }
        CustomSelection::Opportunities { selection } => {
            let (desk, ids) = crate::opportunities::chosen(app, selection).await?;
            Ok((desk, CustomOf::Opportunities, ids))
        }
    }
}
