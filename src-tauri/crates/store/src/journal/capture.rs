use super::RECORDED;
use super::change::Names;
use crate::{StoreError, Tag};
use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::session::{ChangesetIter, Session};
use std::io::Read;

/// Starts recording what happens to the recorded tables on this connection.
pub(crate) fn session(conn: &Connection) -> Result<Session<'_>, StoreError> {
    let mut session = Session::new(conn)?;
    for table in RECORDED {
        session.attach(Some(table.name))?;
    }
    Ok(session)
}

/// What a transaction did to the recorded tables.
pub(crate) struct Capture {
    /// SQLite session changeset, <https://www.sqlite.org/sessionintro.html>; empty when nothing changed.
    pub(crate) changeset: Vec<u8>,
    /// Names of the columns of its tables.
    pub(crate) names: Names,
    /// Rows changed.
    pub(crate) rows: u32,
}

impl Capture {
    pub(crate) fn of(conn: &Connection, session: &mut Session<'_>) -> Result<Self, StoreError> {
        let mut capture = Self { changeset: Vec::new(), names: Names::default(), rows: 0 };
        if session.is_empty() {
            return Ok(capture);
        }
        session.changeset_strm(&mut capture.changeset)?;
        if capture.changeset.is_empty() {
            return Ok(capture);
        }
        let input: &mut dyn Read = &mut capture.changeset.as_slice();
        let mut changes = ChangesetIter::start_strm(&input)?;
        let mut last = None;
        while let Some(item) = changes.next()? {
            capture.rows += 1;
            let operation = item.op()?;
            let table = RECORDED.iter().find(|recorded| recorded.name == operation.table_name()).map(|recorded| recorded.name);
            if table != last
                && let Some(table) = table
            {
                capture.names.learn(conn, table)?;
                last = Some(table);
            }
        }
        drop(changes);
        Ok(capture)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Caches its tables make stale.
    pub(crate) fn tags(&self) -> impl Iterator<Item = Tag> + '_ {
        RECORDED.iter().filter(|recorded| self.names.has(recorded.name)).map(|recorded| recorded.tag)
    }
}
