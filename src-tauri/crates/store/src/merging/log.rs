//! The log of who was made one with whom: append-only, outside undo.

use crate::values::{At, Id};
use crate::{OperationId, Read, StoreError, Tx};
use chrono::{DateTime, Utc};
use domain::merging::{Span, bonds, spans};
use domain::views::duplicates::DuplicateKind;
use rusqlite::params;
use uuid::Uuid;

/// What an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Event {
    /// Made one.
    Merged,
    /// Separated.
    Split,
}

impl Event {
    fn as_str(self) -> &'static str {
        match self {
            Self::Merged => "merged",
            Self::Split => "split",
        }
    }
}

pub(super) fn append(
    tx: &Tx<'_>,
    event: Event,
    kind: DuplicateKind,
    survivor: Uuid,
    other: Uuid,
    operation: OperationId,
) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO merge_log (id, at, event, kind, survivor_id, other_id, operation_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![Id(tx.new_id()), At(tx.now()), event.as_str(), kind.code(), Id(survivor), Id(other), Id(operation.0)])?;
    Ok(())
}

/// What an operation did: the first thing the log says of each pair.
pub(super) struct Deed {
    pub(super) event: Event,
    pub(super) kind: DuplicateKind,
    pub(super) survivor: Uuid,
    pub(super) other: Uuid,
}

pub(super) fn deeds(read: &Read<'_>, operation: OperationId) -> Result<Vec<Deed>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT event, kind, survivor_id, other_id FROM merge_log WHERE id IN (
           SELECT min(id) FROM merge_log WHERE operation_id = ?1 GROUP BY kind, survivor_id, other_id) ORDER BY id",
    )?;
    let rows = statement.query_map([Id(operation.0)], |row| {
        Ok(Deed {
            event: if row.get_ref(0)?.as_str()? == "split" { Event::Split } else { Event::Merged },
            kind: DuplicateKind::of_code(row.get_ref(1)?.as_str()?).unwrap_or_default(),
            survivor: row.get::<_, Id>(2)?.0,
            other: row.get::<_, Id>(3)?.0,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whose entries count for a person beside their own; none for nearly everybody.
#[derive(Debug, Default)]
pub(crate) struct Kept(Vec<Span>);

/// Reads whose entries of the ledger count for a person beside their own.
pub(crate) fn counted(read: &Read<'_>, person: Uuid) -> Result<Kept, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "WITH RECURSIVE near (id) AS (
           VALUES (?1)
           UNION SELECT l.other_id FROM near JOIN merge_log l ON l.survivor_id = near.id
           UNION SELECT l.survivor_id FROM near JOIN merge_log l ON l.other_id = near.id)
         SELECT l.event = 'merged', l.survivor_id, l.other_id, l.id FROM near JOIN merge_log l ON l.survivor_id = near.id
          WHERE l.kind = 'person' ORDER BY l.id",
    )?;
    let rows = statement.query_map([Id(person)], |row| {
        Ok((row.get::<_, bool>(0)?, row.get::<_, Id>(1)?.0, row.get::<_, Id>(2)?.0, row.get::<_, Id>(3)?.0))
    })?;
    let log = rows.collect::<Result<Vec<_>, _>>()?;
    Ok(Kept(spans(person, &bonds(&log))))
}

impl Kept {
    /// Whether there is nobody.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The newest entry of the ledger `l` under one of these ids that meets a condition; `?1` is the id, `?2` and `?3` are the bounds, `?4` the
    /// step.
    pub(crate) fn newest(&self, read: &Read<'_>, condition: &str, step: &str) -> Result<Option<DateTime<Utc>>, StoreError> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let sql = format!(
            "SELECT max(l.at) FROM send_ledger l WHERE l.person_id = ?1 AND l.id >= ?2 AND l.id < ?3 AND l.step = ?4 AND {condition}"
        );
        let mut statement = read.conn().prepare_cached(&sql)?;
        let mut newest = None;
        for span in &self.0 {
            let bound = |id: Option<Uuid>, none: &str| id.map_or_else(|| none.to_owned(), |id| id.to_string());
            // '~' comes after every id.
            let at = statement
                .query_row(params![Id(span.id), bound(span.from, ""), bound(span.until, "~"), step], |row| row.get::<_, Option<At>>(0))?;
            newest = newest.max(at.map(|at| at.0));
        }
        Ok(newest)
    }
}
