use super::{CHUNK, TagsFault};
use crate::App;
use domain::tags::name;
use domain::views::tags::{ListOf, TagMerge, TagNew, TagRow, TagSet};
use domain::views::{ById, Changed};
use store::tags::Tag;
use store::{Actor, Intent, Read, Tx};
use uuid::Uuid;

/// Every tag by name.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App) -> Result<Vec<TagRow>, TagsFault> {
    app.desk()?.read(|read| Ok(store::tags::all(read)?)).await
}

/// Makes a tag; one of this name that is there stays as it is.
///
/// # Errors
/// A [`domain::tags::NameError`].
pub async fn create(app: &App, request: TagNew) -> Result<Vec<TagRow>, TagsFault> {
    let (name, name_norm) = name(&request.name)?;
    let intent = Intent::new("tags.create").with("name", &name);
    app.desk()?
        .write(Actor::Seller, intent, move |tx| {
            if store::tags::find(tx, &name_norm)?.is_none() {
                store::tags::insert(tx, &Tag { id: tx.new_id(), name, name_norm, colour: request.colour })?;
            }
            Ok::<_, TagsFault>(())
        })
        .await?;
    list(app).await
}

/// Changes name or colour.
///
/// # Errors
/// `tags.not_found`, `tags.name_taken`, a [`domain::tags::NameError`].
pub async fn set(app: &App, request: TagSet) -> Result<Vec<TagRow>, TagsFault> {
    let desk = app.desk()?;
    let before = desk.read(move |read| present(read, request.id)).await?;
    desk.write(Actor::Seller, Intent::new("tags.set").with("name", &before.name), move |tx| {
        let mut tag = present(tx, request.id)?;
        if let Some(text) = &request.name {
            (tag.name, tag.name_norm) = name(text)?;
            if store::tags::find(tx, &tag.name_norm)?.is_some_and(|other| other.id != tag.id) {
                return Err(TagsFault::NameTaken);
            }
        }
        tag.colour = request.colour.unwrap_or(tag.colour);
        Ok(store::tags::update(tx, &tag)?)
    })
    .await?;
    list(app).await
}

/// Makes two tags one, as one undo step: whoever had either has the one that stays.
///
/// # Errors
/// `tags.not_found`, `tags.same_tag`.
pub async fn merge(app: &App, request: TagMerge) -> Result<Vec<TagRow>, TagsFault> {
    let TagMerge { from, into } = request;
    if from == into {
        return Err(TagsFault::SameTag);
    }
    let desk = app.desk()?;
    let (one, other, whose) = desk
        .read(move |read| {
            let mut whose: Vec<(ListOf, Uuid)> = Vec::new();
            for of in [ListOf::People, ListOf::Companies] {
                whose.extend(store::tags::having(read, of, from)?.into_iter().map(|id| (of, id)));
            }
            Ok::<_, TagsFault>((present(read, from)?, present(read, into)?, whose))
        })
        .await?;
    let operation = desk.begin_operation(Actor::Seller, Intent::new("tags.merge").with("from", one.name).with("into", other.name)).await?;
    let mut outcome = Ok(());
    for some in whose.chunks(CHUNK) {
        let some = some.to_vec();
        outcome = desk.write_in(operation, move |tx| some.iter().try_for_each(|(of, id)| replace(tx, *of, *id, from, into))).await;
        if outcome.is_err() {
            break;
        }
    }
    if outcome.is_ok() {
        outcome = desk.write_in(operation, move |tx| store::tags::remove(tx, from).map(|_| ()).map_err(TagsFault::from)).await;
    }
    // Also after a failure: what was written is a whole operation that undo takes back.
    desk.finish_operation(operation).await?;
    outcome?;
    list(app).await
}

fn replace(tx: &mut Tx<'_>, of: ListOf, whose: Uuid, from: Uuid, into: Uuid) -> Result<(), TagsFault> {
    store::tags::merge(tx, of, whose, from, into)?;
    Ok(())
}

/// Removes a tag from everybody; undo puts it back where it was.
///
/// # Errors
/// `tags.not_found`.
pub async fn delete(app: &App, request: ById) -> Result<Changed, TagsFault> {
    let desk = app.desk()?;
    let tag = desk.read(move |read| present(read, request.id)).await?;
    let written = desk
        .write(Actor::Seller, Intent::new("tags.delete").with("name", tag.name), move |tx| {
            Ok::<_, TagsFault>(u32::from(store::tags::remove(tx, request.id)?))
        })
        .await?;
    Ok(Changed { count: written.value, operation: written.operation.map(|id| id.0) })
}

fn present(read: &Read<'_>, tag: Uuid) -> Result<Tag, TagsFault> {
    store::tags::get(read, tag)?.ok_or(TagsFault::NotFound)
}
