//! Saved views of the lists.

use crate::values::{At, Id, from_json, id, to_json};
use crate::{Read, StoreError, Tag, Tx};
use domain::views::saved::SavedView;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

const SELECT: &str = "SELECT id, name, builtin, icon, favourite, content FROM saved_view WHERE deleted_at IS NULL";

/// Every view in the seller's order.
pub fn all(read: &Read<'_>) -> Result<Vec<SavedView>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} ORDER BY position, id"))?;
    let mut rows = statement.query([])?;
    let mut views = Vec::new();
    while let Some(row) = rows.next()? {
        views.push(from_row(row)?);
    }
    Ok(views)
}

/// A view that is there.
pub fn get(read: &Read<'_>, view: Uuid) -> Result<Option<SavedView>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} AND id = ?1"))?;
    let found = statement.query_row([Id(view)], |row| Ok(from_row(row))).optional()?;
    found.transpose()
}

/// The view of this name among those of the same rows, by its key.
pub fn named(read: &Read<'_>, of: &str, name_norm: &str) -> Result<Option<Uuid>, StoreError> {
    let sql = "SELECT id FROM saved_view WHERE deleted_at IS NULL AND of = ?1 AND name_norm = ?2 AND name_norm <> '' LIMIT 1";
    let found = read.conn().prepare_cached(sql)?.query_row([of, name_norm], |row| Ok(row.get::<_, Id>(0)?.0)).optional()?;
    Ok(found)
}

/// Adds a view behind the others.
pub fn insert(tx: &mut Tx<'_>, view: &SavedView, name_norm: &str) -> Result<(), StoreError> {
    let (now, content) = (At(tx.now()), to_json(&view.content, "saved_view", "content")?);
    tx.conn()
        .prepare_cached(
            "INSERT INTO saved_view (id, of, name, name_norm, icon, favourite, position, content, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1 + coalesce((SELECT max(position) FROM saved_view), 0), ?7, ?8)",
        )?
        .execute(params![Id(view.id), view.of.code(), view.name, name_norm, view.icon, view.favourite, content, now])?;
    tx.touch(Tag::Views);
    Ok(())
}

/// Writes what a view is called, how it looks and what it is made of.
pub fn update(tx: &mut Tx<'_>, view: &SavedView, name_norm: &str) -> Result<(), StoreError> {
    let content = to_json(&view.content, "saved_view", "content")?;
    tx.conn()
        .prepare_cached("UPDATE saved_view SET of = ?2, name = ?3, name_norm = ?4, icon = ?5, favourite = ?6, content = ?7 WHERE id = ?1")?
        .execute(params![Id(view.id), view.of.code(), view.name, name_norm, view.icon, view.favourite, content])?;
    tx.touch(Tag::Views);
    Ok(())
}

/// Puts views in the order of these ids; others keep their place.
pub fn put_in_order(tx: &mut Tx<'_>, ids: &[Uuid]) -> Result<(), StoreError> {
    for (position, view) in (1u32..).zip(ids) {
        tx.conn()
            .prepare_cached("UPDATE saved_view SET position = ?2 WHERE id = ?1 AND position <> ?2")?
            .execute(params![Id(*view), position])?;
    }
    tx.touch(Tag::Views);
    Ok(())
}

/// Takes a view away.
pub fn remove(tx: &mut Tx<'_>, view: Uuid) -> Result<bool, StoreError> {
    let now = At(tx.now());
    let removed =
        tx.conn().prepare_cached("UPDATE saved_view SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL")?.execute((Id(view), now))?;
    tx.touch(Tag::Views);
    Ok(removed == 1)
}

fn from_row(row: &Row<'_>) -> Result<SavedView, StoreError> {
    let content: domain::views::saved::ViewContent = from_json(&row.get::<_, String>("content")?, "saved_view", "content")?;
    Ok(SavedView {
        id: id(row, "id")?,
        of: content.query.of(),
        name: row.get("name")?,
        builtin: row.get("builtin")?,
        icon: row.get("icon")?,
        favourite: row.get("favourite")?,
        content,
    })
}
