use super::table;
use crate::values::{At, Id, from_json, id, to_json};
use crate::{Read, StoreError, Tag, Tx};
use domain::text::fold_words;
use domain::views::custom::{CustomField, CustomKind, CustomOf};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

const SELECT: &str = "SELECT id, of, name, kind, choices, currency FROM custom_field WHERE deleted_at IS NULL";

/// Every field in the seller's order, with how often each has a value.
pub fn all(read: &Read<'_>) -> Result<Vec<CustomField>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} ORDER BY position, id"))?;
    let mut rows = statement.query([])?;
    let mut fields = Vec::new();
    while let Some(row) = rows.next()? {
        let mut field = from_row(row)?;
        field.used = used(read, &field)?;
        fields.push(field);
    }
    Ok(fields)
}

/// The fields of one kind of records, without how often they are used: what reading and writing values needs.
pub fn of(read: &Read<'_>, of: CustomOf) -> Result<Vec<CustomField>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} AND of = ?1 ORDER BY position, id"))?;
    let mut rows = statement.query([of.code()])?;
    let mut fields = Vec::new();
    while let Some(row) = rows.next()? {
        fields.push(from_row(row)?);
    }
    Ok(fields)
}

/// A field that is there.
pub fn get(read: &Read<'_>, field: Uuid) -> Result<Option<CustomField>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} AND id = ?1"))?;
    let found = statement.query_row([Id(field)], |row| Ok(from_row(row))).optional()?;
    found.transpose()
}

/// Adds a field behind the others.
pub fn insert(tx: &mut Tx<'_>, field: &CustomField) -> Result<(), StoreError> {
    let (now, choices) = (At(tx.now()), to_json(&field.choices, "custom_field", "choices")?);
    tx.conn()
        .prepare_cached(
            "INSERT INTO custom_field (id, of, name, name_norm, kind, choices, currency, position, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1 + coalesce((SELECT max(position) FROM custom_field), 0), ?8)",
        )?
        .execute(params![
            Id(field.id),
            field.of.code(),
            field.name,
            fold_words(&field.name),
            field.kind.code(),
            choices,
            field.currency,
            now
        ])?;
    tx.touch(Tag::Views);
    Ok(())
}

/// Writes name and choices.
pub fn update(tx: &mut Tx<'_>, field: &CustomField) -> Result<(), StoreError> {
    let choices = to_json(&field.choices, "custom_field", "choices")?;
    tx.conn().prepare_cached("UPDATE custom_field SET name = ?2, name_norm = ?3, choices = ?4 WHERE id = ?1")?.execute(params![
        Id(field.id),
        field.name,
        fold_words(&field.name),
        choices
    ])?;
    Ok(())
}

/// Puts fields in the order of these ids; others keep their place.
pub fn put_in_order(tx: &mut Tx<'_>, ids: &[Uuid]) -> Result<(), StoreError> {
    for (position, field) in (1u32..).zip(ids) {
        tx.conn()
            .prepare_cached("UPDATE custom_field SET position = ?2 WHERE id = ?1 AND position <> ?2")?
            .execute(params![Id(*field), position])?;
    }
    Ok(())
}

/// Takes a field away; its values stay with it, so that undo gives all back at once.
pub fn remove(tx: &mut Tx<'_>, field: Uuid) -> Result<bool, StoreError> {
    let now = At(tx.now());
    let removed = tx
        .conn()
        .prepare_cached("UPDATE custom_field SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL")?
        .execute((Id(field), now))?;
    Ok(removed == 1)
}

fn used(read: &Read<'_>, field: &CustomField) -> Result<u32, StoreError> {
    let (table, column, _) = table(field.of);
    let records = match field.of {
        CustomOf::People => "person",
        CustomOf::Companies => "company",
        CustomOf::Opportunities => "opportunity",
    };
    let sql =
        format!("SELECT count(*) FROM {table} v JOIN {records} r ON r.id = v.{column} WHERE v.field_id = ?1 AND r.deleted_at IS NULL");
    Ok(read.conn().prepare_cached(&sql)?.query_row([Id(field.id)], |row| row.get(0))?)
}

fn from_row(row: &Row<'_>) -> Result<CustomField, StoreError> {
    let malformed = |column| StoreError::Malformed { table: "custom_field", column };
    Ok(CustomField {
        id: id(row, "id")?,
        of: row.get_ref("of")?.as_str().ok().and_then(CustomOf::of_code).ok_or_else(|| malformed("of"))?,
        name: row.get("name")?,
        kind: row.get_ref("kind")?.as_str().ok().and_then(CustomKind::of_code).ok_or_else(|| malformed("kind"))?,
        choices: from_json(&row.get::<_, String>("choices")?, "custom_field", "choices")?,
        currency: row.get("currency")?,
        used: 0,
    })
}
