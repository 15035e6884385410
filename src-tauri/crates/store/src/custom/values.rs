use super::{table, tag};
use crate::values::{Id, ids_json};
use crate::{Read, StoreError, Tx};
use domain::custom::{BETWEEN, CustomValue, read as read_value};
use domain::views::custom::{CustomField, CustomOf, CustomValueView};
use rusqlite::{OptionalExtension, params};
use std::collections::HashMap;
use uuid::Uuid;

/// The values of these records, in the order of the fields; records without any are left out.
pub fn of_all(read: &Read<'_>, of: CustomOf, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<CustomValueView>>, StoreError> {
    let (table, column, _) = table(of);
    let sql = format!(
        "SELECT v.{column}, v.field_id, v.value FROM json_each(?1) j JOIN {table} v ON v.{column} = j.value
           JOIN custom_field f ON f.id = v.field_id AND f.deleted_at IS NULL ORDER BY f.position, f.id"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([ids_json(ids)])?;
    let mut found: HashMap<Uuid, Vec<CustomValueView>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let value = CustomValueView { field: row.get::<_, Id>(1)?.0, value: row.get(2)? };
        found.entry(row.get::<_, Id>(0)?.0).or_default().push(value);
    }
    Ok(found)
}

/// Writes a value on a record, or takes it away. `false` when it was so already.
pub fn put(tx: &mut Tx<'_>, of: CustomOf, whose: Uuid, field: Uuid, value: Option<&CustomValue>) -> Result<bool, StoreError> {
    let (table, column, _) = table(of);
    let before: Option<String> = tx
        .conn()
        .prepare_cached(&format!("SELECT value FROM {table} WHERE {column} = ?1 AND field_id = ?2"))?
        .query_row([Id(whose), Id(field)], |row| row.get(0))
        .optional()?;
    if before.as_deref() == value.map(|value| value.text.as_str()) {
        return Ok(false);
    }
    match value {
        Some(CustomValue { text, key, number }) => tx
            .conn()
            .prepare_cached(&format!(
                "INSERT INTO {table} ({column}, field_id, value, key, number) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT ({column}, field_id) DO UPDATE SET value = excluded.value, key = excluded.key, number = excluded.number"
            ))?
            .execute(params![Id(whose), Id(field), text, key, number])?,
        None => tx
            .conn()
            .prepare_cached(&format!("DELETE FROM {table} WHERE {column} = ?1 AND field_id = ?2"))?
            .execute([Id(whose), Id(field)])?,
    };
    tx.touch(tag(of));
    Ok(true)
}

/// Writes a value where there is none.
pub fn fill(tx: &mut Tx<'_>, of: CustomOf, whose: Uuid, field: Uuid, value: &CustomValue) -> Result<(), StoreError> {
    let (table, column, _) = table(of);
    let CustomValue { text, key, number } = value;
    let sql = format!("INSERT OR IGNORE INTO {table} ({column}, field_id, value, key, number) VALUES (?1, ?2, ?3, ?4, ?5)");
    tx.conn().prepare_cached(&sql)?.execute(params![Id(whose), Id(field), text, key, number])?;
    tx.touch(tag(of));
    Ok(())
}

/// Gives a choice another name wherever it was chosen; `field` has the new one already.
pub fn rename_choice(tx: &mut Tx<'_>, field: &CustomField, from: &str, to: &str) -> Result<(), StoreError> {
    rewrite(tx, field, |choice| Some(if choice == from { to } else { choice }.to_owned()))
}

/// Takes a choice off whoever had it.
pub fn take_off_choice(tx: &mut Tx<'_>, field: &CustomField, gone: &[String]) -> Result<(), StoreError> {
    rewrite(tx, field, |choice| (!gone.iter().any(|one| one == choice)).then(|| choice.to_owned()))
}

fn rewrite(tx: &mut Tx<'_>, field: &CustomField, to: impl Fn(&str) -> Option<String>) -> Result<(), StoreError> {
    let (table, column, _) = table(field.of);
    let mut had: Vec<(Uuid, String)> = Vec::new();
    {
        let mut statement = tx.conn().prepare_cached(&format!("SELECT {column}, value FROM {table} WHERE field_id = ?1"))?;
        let mut rows = statement.query([Id(field.id)])?;
        while let Some(row) = rows.next()? {
            had.push((row.get::<_, Id>(0)?.0, row.get(1)?));
        }
    }
    for (whose, value) in had {
        let chosen: Vec<String> = value.split(BETWEEN).filter_map(&to).collect();
        let next = chosen.join("\n");
        if next != value {
            let value = read_value(field, &next).ok().flatten();
            put(tx, field.of, whose, field.id, value.as_ref())?;
        }
    }
    Ok(())
}
