use super::{CHUNK, TagsFault};
use crate::{App, chunks};
use domain::tags::name;
use domain::views::tags::{ListCompanies, ListNew, ListOf, ListPeople, ListRename, ListRow};
use domain::views::{ById, Changed};
use store::{Actor, Desk, Intent, Read, StoreError, Tx};
use uuid::Uuid;

/// Every list by name.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn lists(app: &App) -> Result<Vec<ListRow>, TagsFault> {
    app.desk()?.read(|read| Ok(store::tags::lists(read)?)).await
}

/// Makes a list.
///
/// # Errors
/// `tags.name_taken`, a [`domain::tags::NameError`].
pub async fn create_list(app: &App, request: ListNew) -> Result<ListRow, TagsFault> {
    let (shown, key) = name(&request.name)?;
    let intent = Intent::new("lists.create").with("name", &shown);
    let written = app
        .desk()?
        .write(Actor::Seller, intent, move |tx| {
            if store::tags::list_named(tx, request.of, &key)?.is_some() {
                return Err(TagsFault::NameTaken);
            }
            let id = tx.new_id();
            store::tags::insert_list(tx, id, request.of, (&shown, &key))?;
            Ok(ListRow { id, name: shown, of: request.of, count: 0 })
        })
        .await?;
    Ok(written.value)
}

/// Gives a list another name.
///
/// # Errors
/// `lists.not_found`, `tags.name_taken`, a [`domain::tags::NameError`].
pub async fn rename_list(app: &App, request: ListRename) -> Result<Vec<ListRow>, TagsFault> {
    let (shown, key) = name(&request.name)?;
    app.desk()?
        .write(Actor::Seller, Intent::new("lists.rename").with("name", &shown), move |tx| {
            let list = store::tags::list(tx, request.id)?.ok_or(TagsFault::NoList)?;
            if store::tags::list_named(tx, list.of, &key)?.is_some_and(|other| other.id != list.id) {
                return Err(TagsFault::NameTaken);
            }
            Ok(store::tags::rename_list(tx, list.id, (&shown, &key))?)
        })
        .await?;
    lists(app).await
}

/// Removes a list; those on it stay where they are.
///
/// # Errors
/// `lists.not_found`.
pub async fn delete_list(app: &App, request: ById) -> Result<Changed, TagsFault> {
    let desk = app.desk()?;
    let list = desk.read(move |read| store::tags::list(read, request.id)?.ok_or(TagsFault::NoList)).await?;
    let written = desk
        .write(Actor::Seller, Intent::new("lists.delete").with("name", list.name), move |tx| {
            Ok::<_, TagsFault>(u32::from(store::tags::remove_list(tx, request.id)?))
        })
        .await?;
    Ok(Changed { count: written.value, operation: written.operation.map(|id| id.0) })
}

/// Puts people at the end of a list, or takes them off, as one undo step.
///
/// # Errors
/// `lists.not_found`, `people.nobody`.
pub async fn list_people(app: &App, request: ListPeople) -> Result<Changed, TagsFault> {
    let desk = crate::people::desk_for_acting(app.desk()?, &request.selection).await?;
    let selection = request.selection;
    let ids = desk.read(move |read| Ok::<_, TagsFault>(crate::people::ids_of(read, &selection)?)).await?;
    put(&desk, ListOf::People, request.id, ids, request.remove).await
}

/// The same for companies.
///
/// # Errors
/// `lists.not_found`, `companies.none`.
pub async fn list_companies(app: &App, request: ListCompanies) -> Result<Changed, TagsFault> {
    let (desk, ids) = crate::companies::chosen(app, request.selection).await?;
    put(&desk, ListOf::Companies, request.id, ids, request.remove).await
}

async fn put(desk: &Desk, of: ListOf, list: Uuid, ids: Vec<Uuid>, remove: bool) -> Result<Changed, TagsFault> {
    if ids.is_empty() {
        return Err(TagsFault::Nobody);
    }
    let known = desk.read(move |read| holding(read, list, of)).await?;
    let intent = Intent::new(if remove { "lists.taken_off" } else { "lists.put_on" }).with("count", ids.len()).with("name", known.name);
    chunks::in_chunks(desk, CHUNK, ids, intent.with("of", of.code()), move |tx, id| {
        Ok(if remove { store::tags::take_off(tx, of, list, id)? } else { store::tags::put_on(tx, of, list, id)? })
    })
    .await
}

/// The list of people of this name, made where there is none.
pub(crate) fn list_found_or_made(tx: &mut Tx<'_>, shown: &str, key: &str) -> Result<Uuid, StoreError> {
    if let Some(list) = store::tags::list_named(tx, ListOf::People, key)? {
        return Ok(list.id);
    }
    let id = tx.new_id();
    store::tags::insert_list(tx, id, ListOf::People, (shown, key))?;
    Ok(id)
}

fn holding(read: &Read<'_>, list: Uuid, of: ListOf) -> Result<ListRow, TagsFault> {
    store::tags::list(read, list)?.filter(|list| list.of == of).ok_or(TagsFault::NoList)
}
