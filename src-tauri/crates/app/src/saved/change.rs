use super::SavedFault;
use crate::App;
use domain::tags::name;
use domain::text::fold_words;
use domain::views::saved::{SavedView, ViewNew, ViewSet};
use domain::views::{ById, ByIds, Changed};
use store::{Actor, Intent, Read};
use uuid::Uuid;

/// Every saved view, in the seller's order.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App) -> Result<Vec<SavedView>, SavedFault> {
    app.desk()?.read(|read| Ok(store::saved::all(read)?)).await
}

/// Keeps a view under a name.
///
/// # Errors
/// `views.name_taken`, a [`domain::tags::NameError`].
pub async fn create(app: &App, request: ViewNew) -> Result<SavedView, SavedFault> {
    let (shown, key) = name(&request.name)?;
    let written = app
        .desk()?
        .write(Actor::Seller, Intent::new("views.create").with("name", &shown), move |tx| {
            let of = request.content.query.of();
            if store::saved::named(tx, of.code(), &key)?.is_some() {
                return Err(SavedFault::NameTaken);
            }
            let view = SavedView {
                id: tx.new_id(),
                of,
                name: shown,
                builtin: String::new(),
                icon: request.icon,
                favourite: request.favourite,
                content: request.content,
            };
            store::saved::insert(tx, &view, &key)?;
            Ok(view)
        })
        .await?;
    Ok(written.value)
}

/// Changes a view: its name, its place in the sidebar, what it is made of.
///
/// # Errors
/// `views.not_found`, `views.name_taken`, a [`domain::tags::NameError`].
pub async fn set(app: &App, request: ViewSet) -> Result<SavedView, SavedFault> {
    let desk = app.desk()?;
    let before = desk.read(move |read| present(read, request.id)).await?;
    let intent = about(&before, "views.set", "views.set_own");
    let written = desk
        .write(Actor::Seller, intent, move |tx| {
            let mut view = present(tx, request.id)?;
            if let Some(content) = request.content {
                (view.of, view.content) = (content.query.of(), content);
            }
            if let Some(text) = &request.name {
                (view.name, _) = name(text)?;
            }
            let key = fold_words(&view.name);
            if store::saved::named(tx, view.of.code(), &key)?.is_some_and(|other| other != view.id) {
                return Err(SavedFault::NameTaken);
            }
            view.icon = request.icon.unwrap_or(view.icon);
            view.favourite = request.favourite.unwrap_or(view.favourite);
            store::saved::update(tx, &view, &key)?;
            Ok(view)
        })
        .await?;
    Ok(written.value)
}

/// Puts views in another order.
///
/// # Errors
/// When the desk is locked or cannot be written.
pub async fn order(app: &App, request: ByIds) -> Result<Vec<SavedView>, SavedFault> {
    app.desk()?
        .write(Actor::Seller, Intent::new("views.order"), move |tx| Ok::<_, SavedFault>(store::saved::put_in_order(tx, &request.ids)?))
        .await?;
    list(app).await
}

/// Takes a view away; undo brings it back.
///
/// # Errors
/// `views.not_found`.
pub async fn delete(app: &App, request: ById) -> Result<Changed, SavedFault> {
    let desk = app.desk()?;
    let view = desk.read(move |read| present(read, request.id)).await?;
    let intent = about(&view, "views.delete", "views.delete_own");
    let written =
        desk.write(Actor::Seller, intent, move |tx| Ok::<_, SavedFault>(u32::from(store::saved::remove(tx, request.id)?))).await?;
    Ok(Changed { count: written.value, operation: written.operation.map(|id| id.0) })
}

/// What is done with a view: one of the desk's own has no name but in the catalogues.
fn about(view: &SavedView, code: &'static str, own: &'static str) -> Intent {
    if view.name.is_empty() { Intent::new(own) } else { Intent::new(code).with("name", &view.name) }
}

fn present(read: &Read<'_>, view: Uuid) -> Result<SavedView, SavedFault> {
    store::saved::get(read, view)?.ok_or(SavedFault::NotFound)
}
