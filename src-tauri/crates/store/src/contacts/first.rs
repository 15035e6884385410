use super::rows::touch;
use crate::values::{At, Id, ids_json};
use crate::{Read, StoreError, Tx};
use chrono::{DateTime, Utc};
use domain::contacts::{Owner, PointKind};
use rusqlite::OptionalExtension;
use std::collections::HashMap;
use uuid::Uuid;

/// What belongs to a first address or number beside its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct First {
    /// What it is for.
    pub label: String,
    /// Where it came from.
    pub source: String,
    /// Since when it is known.
    pub at: DateTime<Utc>,
}

/// The column of the label, where there is one.
fn label_column(owner: Owner, kind: PointKind) -> Option<(&'static str, &'static str, Uuid)> {
    match (owner, kind) {
        (Owner::Person(id), PointKind::Email) => Some(("person", "email_label", id)),
        (Owner::Person(id), PointKind::Phone) => Some(("person", "phone_label", id)),
        (Owner::Company(id), PointKind::Phone) => Some(("company", "phone_label", id)),
        _ => None,
    }
}

/// Label and provenance of the first one; of somebody of whom nothing more is known, how they came in.
pub fn first(read: &Read<'_>, owner: Owner, kind: PointKind) -> Result<Option<First>, StoreError> {
    let label = label_column(owner, kind).map_or("''", |(_, column, _)| column);
    let (sql, id) = match owner {
        Owner::Person(id) => (
            format!(
                "SELECT {label}, coalesce(f.source, p.source), coalesce(f.at, p.created_at) FROM person p
                   LEFT JOIN person_field f ON f.person_id = p.id AND f.field = ?2 WHERE p.id = ?1"
            ),
            id,
        ),
        Owner::Company(id) => (format!("SELECT {label}, source, created_at FROM company WHERE id = ?1 AND ?2 <> ''"), id),
    };
    let found = read
        .conn()
        .prepare_cached(&sql)?
        .query_row((Id(id), kind.code()), |row| Ok(First { label: row.get(0)?, source: row.get(1)?, at: row.get::<_, At>(2)?.0 }));
    Ok(found.optional()?)
}

/// Notes label and provenance of a first one.
pub fn put_first(tx: &mut Tx<'_>, owner: Owner, kind: PointKind, first: &First) -> Result<(), StoreError> {
    if let Some((table, column, id)) = label_column(owner, kind) {
        tx.conn().prepare_cached(&format!("UPDATE {table} SET {column} = ?2 WHERE id = ?1"))?.execute((Id(id), &first.label))?;
    }
    if let Owner::Person(id) = owner {
        tx.conn()
            .prepare_cached(
                "INSERT INTO person_field (person_id, field, source, at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (person_id, field) DO UPDATE SET source = excluded.source, at = excluded.at",
            )?
            .execute((Id(id), kind.code(), &first.source, At(first.at)))?;
    }
    touch(tx, owner);
    Ok(())
}

/// What the first address and the first number of several people are for.
pub fn first_labels(read: &Read<'_>, people: &[Uuid]) -> Result<HashMap<Uuid, [String; 2]>, StoreError> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT p.id, p.email_label, p.phone_label FROM json_each(?1) j CROSS JOIN person p ON p.id = j.value")?;
    let rows = statement.query_map([ids_json(people)], |row| Ok((row.get::<_, Id>(0)?.0, [row.get(1)?, row.get(2)?])))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
