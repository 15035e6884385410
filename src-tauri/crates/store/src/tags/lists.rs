use super::{tables, touch};
use crate::values::{At, Id, id};
use crate::{Read, StoreError, Tag, Tx};
use domain::views::tags::{ListOf, ListRow};
use rusqlite::{OptionalExtension, Row, ToSql};
use uuid::Uuid;

const SELECT: &str = "SELECT id, name, of, CASE of
    WHEN 'people' THEN (SELECT count(*) FROM list_person x JOIN person p ON p.id = x.person_id WHERE x.list_id = l.id AND p.deleted_at IS NULL)
    ELSE (SELECT count(*) FROM list_company x JOIN company c ON c.id = x.company_id WHERE x.list_id = l.id AND c.deleted_at IS NULL) END AS count
  FROM named_list l WHERE deleted_at IS NULL";

/// Every list by name, with how many are on it.
pub fn lists(read: &Read<'_>) -> Result<Vec<ListRow>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} ORDER BY name_norm, id"))?;
    let mut rows = statement.query([])?;
    let mut lists = Vec::new();
    while let Some(row) = rows.next()? {
        lists.push(from_row(row)?);
    }
    Ok(lists)
}

/// A list that is there.
pub fn list(read: &Read<'_>, list: Uuid) -> Result<Option<ListRow>, StoreError> {
    one(read, "id = ?1", &[&Id(list)])
}

/// The list of this name, by its key.
pub fn list_named(read: &Read<'_>, of: ListOf, name_norm: &str) -> Result<Option<ListRow>, StoreError> {
    one(read, "name_norm = ?1 AND of = ?2", &[&name_norm, &of.code()])
}

/// Adds a list.
pub fn insert_list(tx: &mut Tx<'_>, list: Uuid, of: ListOf, (name, name_norm): (&str, &str)) -> Result<(), StoreError> {
    let now = At(tx.now());
    tx.conn().prepare_cached("INSERT INTO named_list (id, name, name_norm, of, created_at) VALUES (?1, ?2, ?3, ?4, ?5)")?.execute((
        Id(list),
        name,
        name_norm,
        of.code(),
        now,
    ))?;
    tx.touch(Tag::People);
    Ok(())
}

/// Writes another name.
pub fn rename_list(tx: &mut Tx<'_>, list: Uuid, (name, name_norm): (&str, &str)) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE named_list SET name = ?2, name_norm = ?3 WHERE id = ?1")?.execute((Id(list), name, name_norm))?;
    tx.touch(Tag::People);
    Ok(())
}

/// Takes a list away; those on it stay.
pub fn remove_list(tx: &mut Tx<'_>, list: Uuid) -> Result<bool, StoreError> {
    let now = At(tx.now());
    let removed =
        tx.conn().prepare_cached("UPDATE named_list SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL")?.execute((Id(list), now))?;
    tx.touch(Tag::People);
    Ok(removed == 1)
}

/// Puts one at the end of a list; `false` when they are on it already.
pub fn put_on(tx: &mut Tx<'_>, of: ListOf, list: Uuid, whom: Uuid) -> Result<bool, StoreError> {
    let (_, table, column) = tables(of);
    let now = At(tx.now());
    let sql = format!(
        "INSERT OR IGNORE INTO {table} ({column}, list_id, position, at)
         VALUES (?1, ?2, 1 + coalesce((SELECT max(position) FROM {table} WHERE list_id = ?2), 0), ?3)"
    );
    let put = tx.conn().prepare_cached(&sql)?.execute((Id(whom), Id(list), now))?;
    touch(tx, of);
    Ok(put == 1)
}

/// Puts people at the end of a list, in their order; those on it already stay where they are.
pub fn put_all_on(tx: &mut Tx<'_>, list: Uuid, people: &[Uuid]) -> Result<(), StoreError> {
    let now = At(tx.now());
    {
        let last: u32 = tx
            .conn()
            .prepare_cached("SELECT coalesce(max(position), 0) FROM list_person WHERE list_id = ?1")?
            .query_row([Id(list)], |row| row.get(0))?;
        let mut statement =
            tx.conn().prepare_cached("INSERT OR IGNORE INTO list_person (person_id, list_id, position, at) VALUES (?1, ?2, ?3, ?4)")?;
        for (position, person) in (last.saturating_add(1)..).zip(people) {
            statement.execute((Id(*person), Id(list), position, now))?;
        }
    }
    touch(tx, ListOf::People);
    Ok(())
}

/// Takes one off a list.
pub fn take_off(tx: &mut Tx<'_>, of: ListOf, list: Uuid, whom: Uuid) -> Result<bool, StoreError> {
    let (_, table, column) = tables(of);
    let sql = format!("DELETE FROM {table} WHERE {column} = ?1 AND list_id = ?2");
    let taken = tx.conn().prepare_cached(&sql)?.execute((Id(whom), Id(list)))?;
    touch(tx, of);
    Ok(taken == 1)
}

fn one(read: &Read<'_>, condition: &str, values: &[&dyn ToSql]) -> Result<Option<ListRow>, StoreError> {
    let sql = format!("{SELECT} AND {condition} ORDER BY id LIMIT 1");
    let found = read.conn().prepare_cached(&sql)?.query_row(values, |row| Ok(from_row(row))).optional()?;
    found.transpose()
}

fn from_row(row: &Row<'_>) -> Result<ListRow, StoreError> {
    let of = if row.get_ref("of")?.as_str().is_ok_and(|of| of == "companies") { ListOf::Companies } else { ListOf::People };
    Ok(ListRow { id: id(row, "id")?, name: row.get("name")?, of, count: row.get("count")? })
}
