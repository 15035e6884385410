//! What a search found.

use super::cards::{hash, mark, tables};
use crate::values::{At, Id, to_json};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::views::duplicates::{DuplicateKind, DuplicateReason};
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

/// A group that was found.
#[derive(Debug, Clone)]
pub struct Finding {
    /// What they are.
    pub kind: DuplicateKind,
    /// Beyond doubt.
    pub exact: bool,
    /// 0 to 100.
    pub score: u32,
    /// What told.
    pub reasons: Vec<DuplicateReason>,
    /// The records, each with its mark when it was read.
    pub members: Vec<(Uuid, u64)>,
}

/// Begins a search; gives its number. Nothing of it is shown before [`finish`].
pub fn begin(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    let upto: i64 = tx.conn().query_row("SELECT coalesce(max(seq), 0) FROM journal_segment", [], |row| row.get(0))?;
    tx.conn().prepare_cached("INSERT INTO duplicate_search (started_at, upto) VALUES (?1, ?2)")?.execute(params![At(tx.now()), upto])?;
    Ok(tx.conn().last_insert_rowid())
}

/// Adds what a search found. Records that changed since they were read are left out, and groups of which one is left.
pub fn insert(tx: &mut Tx<'_>, search: i64, findings: &[Finding]) -> Result<(), StoreError> {
    for finding in findings {
        let sql = format!("SELECT {} FROM {} WHERE p.id = ?1 AND p.deleted_at IS NULL", mark(finding.kind), tables(finding.kind));
        let mut statement = tx.conn().prepare_cached(&sql)?;
        let mut members: Vec<(Uuid, String)> = Vec::with_capacity(finding.members.len());
        for (id, known) in &finding.members {
            let now: Option<String> = statement.query_row([Id(*id)], |row| row.get(0)).optional()?;
            members.extend(now.filter(|now| hash(now) == *known).map(|now| (*id, now)));
        }
        drop(statement);
        if members.len() < 2 {
            continue;
        }
        tx.conn()
            .prepare_cached("INSERT INTO duplicate_group (search_id, kind, exact, score, reasons) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![
                search,
                finding.kind.code(),
                finding.exact,
                finding.score,
                to_json(&finding.reasons, "duplicate_group", "reasons")?
            ])?;
        let group = tx.conn().last_insert_rowid();
        let mut insert =
            tx.conn().prepare_cached("INSERT INTO duplicate_member (group_id, kind, member_id, mark) VALUES (?1, ?2, ?3, ?4)")?;
        for (id, mark) in &members {
            insert.execute(params![group, finding.kind.code(), Id(*id), mark])?;
        }
    }
    Ok(())
}

/// Ends a search: from now on its groups are shown, and those of the searches before are not.
pub fn finish(tx: &mut Tx<'_>, search: i64, people: u32, companies: u32) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached("UPDATE duplicate_search SET finished_at = ?2, people = ?3, companies = ?4 WHERE id = ?1")?
        .execute(params![search, At(tx.now()), people, companies])?;
    tx.touch(Tag::Duplicates);
    Ok(())
}

/// Removes some of what is not shown any more: older searches, and those that were cut off. `false` when nothing is left to remove.
pub fn clear_old(tx: &mut Tx<'_>, at_work: Option<i64>) -> Result<bool, StoreError> {
    let old = "search_id <> coalesce((SELECT max(id) FROM duplicate_search WHERE finished_at IS NOT NULL), 0) AND search_id IS NOT ?1";
    let conn = tx.conn();
    let groups: Vec<i64> = conn
        .prepare_cached(&format!("SELECT id FROM duplicate_group WHERE {old} LIMIT 500"))?
        .query_map([at_work], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for group in &groups {
        conn.prepare_cached("DELETE FROM duplicate_member WHERE group_id = ?1")?.execute([group])?;
        conn.prepare_cached("DELETE FROM duplicate_group WHERE id = ?1")?.execute([group])?;
    }
    if groups.is_empty() {
        let old = old.replace("search_id", "id");
        conn.prepare_cached(&format!("DELETE FROM duplicate_search WHERE {old}"))?.execute([at_work])?;
    }
    Ok(!groups.is_empty())
}

/// The last search that ended: its number and when. Of several the newest counts.
pub fn last(read: &Read<'_>) -> Result<Option<(i64, DateTime<Utc>)>, StoreError> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT id, finished_at FROM duplicate_search WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1")?;
    Ok(statement.query_row([], |row| Ok((row.get(0)?, row.get::<_, At>(1)?.0))).optional()?)
}

/// Whether people or companies may have come or changed since the last search began. Segments of other things do not count, as far as their
/// size tells: this looks at the names of the tables alone.
pub fn stale(read: &Read<'_>) -> Result<bool, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM journal_segment WHERE seq > coalesce(
           (SELECT upto FROM duplicate_search WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1), 0)
           AND (instr(items, ?1) > 0 OR instr(items, ?2) > 0))",
    )?;
    // The names are JSON in a blob: bytes are looked for in bytes.
    Ok(statement.query_row([&b"\"person\":"[..], &b"\"company\":"[..]], |row| row.get(0))?)
}
