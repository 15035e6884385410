use crate::values::Id;
use crate::{Read, StoreError};
use rusqlite::params_from_iter;
use rusqlite::types::ValueRef;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What only the desk's own work needs, or what holds nobody: not a person's data.
const NOT_THEIRS: &[&str] = &[
    "erasure",
    "erasure_key",
    "erasure_work",
    "erasing",
    "journal_segment",
    "operation",
    "meta",
    "setting",
    "duplicate_group",
    "duplicate_member",
];

/// Rows of one table about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The table.
    pub table: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// The rows, as text; `None` = unknown.
    pub rows: Vec<Vec<Option<String>>>,
}

/// Everything the desk holds about a person and whoever was made one with them: each row of each table that names them, or one of their
/// addresses. Tables are found by the schema, so that none is forgotten.
pub fn held_about(read: &Read<'_>, person: Uuid) -> Result<Vec<Held>, StoreError> {
    let conn = read.conn();
    let mut ids = BTreeSet::from([person.to_string()]);
    let mut merged = conn.prepare_cached(
        "WITH RECURSIVE one (id) AS (SELECT id FROM person WHERE merged_into = ?1 UNION SELECT p.id FROM one JOIN person p ON p.merged_into = one.id)
         SELECT id FROM one",
    )?;
    for id in merged.query_map([Id(person)], |row| row.get::<_, String>(0))? {
        ids.insert(id?);
    }
    let mut keys: BTreeSet<String> = BTreeSet::new();
    for id in &ids {
        let mut known = conn.prepare_cached(
            "SELECT email_norm FROM person WHERE id = ?1 UNION SELECT phone_norm FROM person WHERE id = ?1 UNION SELECT linkedin_slug FROM person WHERE id = ?1
             UNION SELECT norm FROM contact_point WHERE person_id = ?1",
        )?;
        for key in known.query_map([id], |row| row.get::<_, String>(0))? {
            keys.insert(key?);
        }
    }
    keys.remove("");
    let mut tables =
        conn.prepare_cached("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")?;
    let tables: Vec<String> = tables.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut all = Vec::new();
    for table in tables.into_iter().filter(|table| !NOT_THEIRS.contains(&table.as_str())) {
        let columns = crate::journal::columns(conn, &table)?;
        let points: Vec<&String> = columns.iter().filter(|column| points_to_person(&table, column)).collect();
        let by_key: &[&str] = match table.as_str() {
            "suppression" => &["key"],
            "outbox" => &["to_norm"],
            "send_ledger" => &["address_norm"],
            "practice_mail" => &["lower(envelope_to)"],
            _ => &[],
        };
        let with_ids = points.iter().map(|column| format!("\"{column}\" IN (SELECT value FROM json_each(?1))"));
        let with_keys = by_key.iter().map(|column| format!("{column} IN (SELECT value FROM json_each(?2))"));
        let conditions: Vec<String> = with_ids.chain(with_keys).collect();
        if conditions.is_empty() {
            continue;
        }
        let of_person = if table == "person" { " OR id IN (SELECT value FROM json_each(?1))" } else { "" };
        let list = columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let sql = format!("SELECT {list}, ?1, ?2 FROM \"{table}\" WHERE {}{of_person}", conditions.join(" OR "));
        let mut statement = conn.prepare(&sql)?;
        let texts = [serde_json::to_string(&ids).unwrap_or_default(), serde_json::to_string(&keys).unwrap_or_default()];
        let mut rows = statement.query(params_from_iter(texts))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let value = |at: usize| -> Result<Option<String>, StoreError> {
                Ok(match row.get_ref(at)? {
                    ValueRef::Null => None,
                    ValueRef::Integer(n) => Some(n.to_string()),
                    ValueRef::Real(x) => Some(x.to_string()),
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
                })
            };
            found.push((0..columns.len()).map(value).collect::<Result<Vec<_>, _>>()?);
        }
        if !found.is_empty() {
            all.push(Held { table, columns, rows: found });
        }
    }
    Ok(all)
}

/// Whether a column holds ids of people.
fn points_to_person(table: &str, column: &str) -> bool {
    match table {
        "person" => column == "merged_into",
        "merge_log" | "merge_message" => matches!(column, "survivor_id" | "other_id"),
        "not_duplicate" => matches!(column, "one_id" | "other_id"),
        "suppression" => column == "key",
        _ => column == "person_id" || column.ends_with("_person_id"),
    }
}
