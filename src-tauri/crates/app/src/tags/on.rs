use super::{CHUNK, TagsFault};
use crate::{App, chunks};
use domain::tags::{TagColour, name};
use domain::views::Changed;
use domain::views::tags::{ListOf, TagCompanies, TagPeople};
use store::tags::Tag;
use store::{Desk, Intent, StoreError, Tx};
use uuid::Uuid;

/// Puts tags on people and takes tags off them, as one undo step.
///
/// # Errors
/// `people.nobody`, a [`domain::tags::NameError`].
pub async fn tag_people(app: &App, request: TagPeople) -> Result<Changed, TagsFault> {
    let desk = crate::people::desk_for_acting(app.desk()?, &request.selection).await?;
    let selection = request.selection;
    let ids = desk.read(move |read| Ok::<_, TagsFault>(crate::people::ids_of(read, &selection)?)).await?;
    put(&desk, ListOf::People, ids, &request.add, &request.remove).await
}

/// The same for companies.
///
/// # Errors
/// `companies.none`, a [`domain::tags::NameError`].
pub async fn tag_companies(app: &App, request: TagCompanies) -> Result<Changed, TagsFault> {
    let (desk, ids) = crate::companies::chosen(app, request.selection).await?;
    put(&desk, ListOf::Companies, ids, &request.add, &request.remove).await
}

async fn put(desk: &Desk, of: ListOf, ids: Vec<Uuid>, add: &[String], remove: &[String]) -> Result<Changed, TagsFault> {
    if ids.is_empty() {
        return Err(TagsFault::Nobody);
    }
    let (add, remove) = (names(add)?, names(remove)?);
    let code = match (add.is_empty(), remove.is_empty()) {
        (false, true) => "tags.put_on",
        (true, _) => "tags.taken_off",
        _ => "tags.exchanged",
    };
    let shown = |names: &[(String, String)]| names.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    let intent = Intent::new(code).with("count", ids.len()).with("tags", shown(&add)).with("off", shown(&remove)).with("of", of.code());
    chunks::in_chunks(desk, CHUNK, ids, intent, move |tx, id| {
        let mut changed = false;
        for (name, key) in &add {
            let tag = found_or_made(tx, name, key)?;
            changed |= store::tags::tag(tx, of, id, tag)?;
        }
        for (_, key) in &remove {
            if let Some(tag) = store::tags::find(tx, key)? {
                changed |= store::tags::untag(tx, of, id, tag.id)?;
            }
        }
        Ok(changed)
    })
    .await
}

/// Names with their keys; who names a tag by a name that is none is told before anything is written.
fn names(names: &[String]) -> Result<Vec<(String, String)>, TagsFault> {
    Ok(names.iter().map(|text| name(text)).collect::<Result<_, _>>()?)
}

/// The tag of this name, made where there is none.
pub(crate) fn found_or_made(tx: &mut Tx<'_>, name: &str, key: &str) -> Result<Uuid, StoreError> {
    if let Some(tag) = store::tags::find(tx, key)? {
        return Ok(tag.id);
    }
    let id = tx.new_id();
    store::tags::insert(tx, &Tag { id, name: name.to_owned(), name_norm: key.to_owned(), colour: TagColour::Grey })?;
    Ok(id)
}
