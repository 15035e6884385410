use crate::values::{At, Id, id, id_or_none, time};
use crate::{Read, StoreError, Tx};
use chrono::{DateTime, Utc};
use domain::views::history::{RecordKind, RecordRef};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

/// A file.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// Id.
    pub id: Uuid,
    /// What it is kept on.
    pub of: RecordRef,
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: u32,
    /// SHA-256 of its contents, hexadecimal.
    pub hash: String,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

const SELECT: &str = "SELECT id, person_id, company_id, opportunity_id, name, size, hash, added_at, by FROM file";

/// Those of a record, newest first.
pub fn of(read: &Read<'_>, record: &RecordRef) -> Result<Vec<File>, StoreError> {
    let sql = format!("{SELECT} WHERE {} = ?1 AND deleted_at IS NULL ORDER BY added_at DESC, id DESC", column(record.kind));
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([Id(record.id)])?;
    let mut files = Vec::new();
    while let Some(row) = rows.next()? {
        files.push(from_row(row)?);
    }
    Ok(files)
}

/// One of them; `None` when it is not there (any more).
pub fn get(read: &Read<'_>, file: Uuid) -> Result<Option<File>, StoreError> {
    let sql = format!("{SELECT} WHERE id = ?1 AND deleted_at IS NULL");
    read.conn().prepare_cached(&sql)?.query_row([Id(file)], |row| Ok(from_row(row))).optional()?.transpose()
}

/// Whether the record has these contents under this name.
pub fn has(read: &Read<'_>, record: &RecordRef, name: &str, hash: &str) -> Result<bool, StoreError> {
    let column = column(record.kind);
    let sql = format!("SELECT EXISTS (SELECT 1 FROM file WHERE hash = ?1 AND {column} = ?2 AND name = ?3 AND deleted_at IS NULL)");
    Ok(read.conn().prepare_cached(&sql)?.query_row(params![hash, Id(record.id), name], |row| row.get(0))?)
}

/// Adds one whose contents are there.
pub fn insert(tx: &mut Tx<'_>, file: &File) -> Result<(), StoreError> {
    let sql =
        format!("INSERT INTO file (id, {}, name, size, hash, added_at, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", column(file.of.kind));
    tx.conn().prepare_cached(&sql)?.execute(params![
        Id(file.id),
        Id(file.of.id),
        file.name,
        file.size,
        file.hash,
        At(file.added_at),
        file.by
    ])?;
    Ok(())
}

/// Gives it another name.
pub fn rename(tx: &mut Tx<'_>, file: Uuid, name: &str) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE file SET name = ?2 WHERE id = ?1")?.execute(params![Id(file), name])?;
    Ok(())
}

/// Puts it into the trash; undo brings it back. `false` when it is not there.
pub fn remove(tx: &mut Tx<'_>, file: Uuid) -> Result<bool, StoreError> {
    let now = At(tx.now());
    let sql = "UPDATE file SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL";
    Ok(tx.conn().prepare_cached(sql)?.execute((Id(file), now))? == 1)
}

fn column(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Person => "person_id",
        RecordKind::Company => "company_id",
        RecordKind::Opportunity => "opportunity_id",
    }
}

fn from_row(row: &Row<'_>) -> Result<File, StoreError> {
    let mut of = None;
    for kind in [RecordKind::Person, RecordKind::Company, RecordKind::Opportunity] {
        of = of.or(id_or_none(row, column(kind))?.map(|id| RecordRef { kind, id }));
    }
    Ok(File {
        id: id(row, "id")?,
        of: of.ok_or(StoreError::Malformed { table: "file", column: "person_id" })?,
        name: row.get("name")?,
        size: row.get("size")?,
        hash: row.get("hash")?,
        added_at: time(row, "added_at")?,
        by: row.get("by")?,
    })
}
