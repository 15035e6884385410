use super::{tables, touch};
use crate::values::{At, Id, ids_json};
use crate::{Read, StoreError, Tx};
use domain::tags::TagColour;
use domain::views::tags::{ListOf, TagView};
use std::collections::HashMap;
use uuid::Uuid;

/// Puts a tag on a person or a company; `false` when it is there already.
pub fn tag(tx: &mut Tx<'_>, of: ListOf, whose: Uuid, tag: Uuid) -> Result<bool, StoreError> {
    let (table, _, column) = tables(of);
    let now = At(tx.now());
    let sql = format!("INSERT OR IGNORE INTO {table} ({column}, tag_id, at) VALUES (?1, ?2, ?3)");
    let put = tx.conn().prepare_cached(&sql)?.execute((Id(whose), Id(tag), now))?;
    touch(tx, of);
    Ok(put == 1)
}

/// Puts tags on people, each as (person, tag); those that are there already are left.
pub fn tag_all(tx: &mut Tx<'_>, pairs: &[(Uuid, Uuid)]) -> Result<(), StoreError> {
    let now = At(tx.now());
    {
        let mut statement = tx.conn().prepare_cached("INSERT OR IGNORE INTO person_tag (person_id, tag_id, at) VALUES (?1, ?2, ?3)")?;
        for (person, tag) in pairs {
            statement.execute((Id(*person), Id(*tag), now))?;
        }
    }
    touch(tx, ListOf::People);
    Ok(())
}

/// Takes a tag off; `false` when it was not there.
pub fn untag(tx: &mut Tx<'_>, of: ListOf, whose: Uuid, tag: Uuid) -> Result<bool, StoreError> {
    let (table, _, column) = tables(of);
    let sql = format!("DELETE FROM {table} WHERE {column} = ?1 AND tag_id = ?2");
    let taken = tx.conn().prepare_cached(&sql)?.execute((Id(whose), Id(tag)))?;
    touch(tx, of);
    Ok(taken == 1)
}

/// People or companies that have a tag, removed ones included.
pub fn having(read: &Read<'_>, of: ListOf, tag: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let (table, _, column) = tables(of);
    let mut statement = read.conn().prepare_cached(&format!("SELECT {column} FROM {table} WHERE tag_id = ?1"))?;
    let found = statement.query_map([Id(tag)], |row| row.get::<_, Id>(0).map(|id| id.0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Puts `into` in the place of `from` on one person or company.
pub fn merge(tx: &mut Tx<'_>, of: ListOf, whose: Uuid, from: Uuid, into: Uuid) -> Result<bool, StoreError> {
    tag(tx, of, whose, into)?;
    untag(tx, of, whose, from)
}

/// The tags of several people by their ids, by name; who has none is left out.
pub fn of_people(read: &Read<'_>, people: &[Uuid]) -> Result<HashMap<Uuid, Vec<TagView>>, StoreError> {
    of(read, ListOf::People, people)
}

/// The same of companies.
pub fn of_companies(read: &Read<'_>, companies: &[Uuid]) -> Result<HashMap<Uuid, Vec<TagView>>, StoreError> {
    of(read, ListOf::Companies, companies)
}

/// Names of the lists several people are on; who is on none is left out.
pub fn lists_of_people(read: &Read<'_>, people: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>, StoreError> {
    lists_of(read, ("list_person", "person_id"), people)
}

/// Names of the lists several companies are on; those that are on none are left out.
pub fn lists_of_companies(read: &Read<'_>, companies: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>, StoreError> {
    lists_of(read, ("list_company", "company_id"), companies)
}

fn lists_of(read: &Read<'_>, (table, column): (&str, &str), ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<String>>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!(
        "SELECT x.{column}, l.name FROM json_each(?1) j CROSS JOIN {table} x ON x.{column} = j.value
           JOIN named_list l ON l.id = x.list_id WHERE l.deleted_at IS NULL ORDER BY l.name_norm"
    ))?;
    let mut rows = statement.query([ids_json(ids)])?;
    let mut found: HashMap<Uuid, Vec<String>> = HashMap::new();
    while let Some(row) = rows.next()? {
        found.entry(row.get::<_, Id>(0)?.0).or_default().push(row.get(1)?);
    }
    Ok(found)
}

fn of(read: &Read<'_>, of: ListOf, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<TagView>>, StoreError> {
    let (table, _, column) = tables(of);
    let mut statement = read.conn().prepare_cached(&format!(
        "SELECT x.{column}, t.id, t.name, t.colour FROM json_each(?1) j CROSS JOIN {table} x ON x.{column} = j.value
           JOIN tag t ON t.id = x.tag_id WHERE t.deleted_at IS NULL ORDER BY t.name_norm"
    ))?;
    let mut rows = statement.query([ids_json(ids)])?;
    let mut found: HashMap<Uuid, Vec<TagView>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let colour = TagColour::of_code(&row.get::<_, String>(3)?);
        let tag = TagView { id: row.get::<_, Id>(1)?.0, name: row.get(2)?, colour };
        found.entry(row.get::<_, Id>(0)?.0).or_default().push(tag);
    }
    Ok(found)
}
