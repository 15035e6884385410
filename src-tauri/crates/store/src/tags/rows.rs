use crate::values::{At, Id, id};
use crate::{Read, StoreError, Tx};
use domain::tags::TagColour;
use domain::views::tags::TagRow;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// UUIDv7.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Its key.
    pub name_norm: String,
    /// Colour.
    pub colour: TagColour,
}

/// Every tag by name, with how many people and companies have it.
pub fn all(read: &Read<'_>) -> Result<Vec<TagRow>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, name, colour,
                (SELECT count(*) FROM person_tag x JOIN person p ON p.id = x.person_id WHERE x.tag_id = t.id AND p.deleted_at IS NULL) AS people,
                (SELECT count(*) FROM company_tag x JOIN company c ON c.id = x.company_id WHERE x.tag_id = t.id AND c.deleted_at IS NULL) AS companies
           FROM tag t WHERE deleted_at IS NULL ORDER BY name_norm, id",
    )?;
    let mut rows = statement.query([])?;
    let mut tags = Vec::new();
    while let Some(row) = rows.next()? {
        tags.push(TagRow {
            id: id(row, "id")?,
            name: row.get("name")?,
            colour: TagColour::of_code(&row.get::<_, String>("colour")?),
            people: row.get("people")?,
            companies: row.get("companies")?,
        });
    }
    Ok(tags)
}

/// A tag that is there.
pub fn get(read: &Read<'_>, tag: Uuid) -> Result<Option<Tag>, StoreError> {
    one(read, "id = ?1", &tag.to_string())
}

/// The tag of this name, by its key.
pub fn find(read: &Read<'_>, name_norm: &str) -> Result<Option<Tag>, StoreError> {
    one(read, "name_norm = ?1", name_norm)
}

/// Adds one.
pub fn insert(tx: &mut Tx<'_>, tag: &Tag) -> Result<(), StoreError> {
    let now = At(tx.now());
    tx.conn().prepare_cached("INSERT INTO tag (id, name, name_norm, colour, created_at) VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
        Id(tag.id),
        tag.name,
        tag.name_norm,
        tag.colour.code(),
        now
    ])?;
    tx.touch(crate::Tag::People);
    Ok(())
}

/// Writes name and colour.
pub fn update(tx: &mut Tx<'_>, tag: &Tag) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE tag SET name = ?2, name_norm = ?3, colour = ?4 WHERE id = ?1")?.execute(params![
        Id(tag.id),
        tag.name,
        tag.name_norm,
        tag.colour.code()
    ])?;
    Ok(())
}

/// Takes a tag away; whom it was on is known to undo.
pub fn remove(tx: &mut Tx<'_>, tag: Uuid) -> Result<bool, StoreError> {
    let now = At(tx.now());
    let removed =
        tx.conn().prepare_cached("UPDATE tag SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL")?.execute((Id(tag), now))?;
    Ok(removed == 1)
}

fn one(read: &Read<'_>, condition: &str, value: &str) -> Result<Option<Tag>, StoreError> {
    let sql = format!("SELECT id, name, name_norm, colour FROM tag WHERE {condition} AND deleted_at IS NULL ORDER BY id LIMIT 1");
    let found = read.conn().prepare_cached(&sql)?.query_row([value], |row| Ok(from_row(row))).optional()?;
    found.transpose()
}

fn from_row(row: &Row<'_>) -> Result<Tag, StoreError> {
    Ok(Tag {
        id: id(row, "id")?,
        name: row.get("name")?,
        name_norm: row.get("name_norm")?,
        colour: TagColour::of_code(&row.get::<_, String>("colour")?),
    })
}
