use super::RECORDED;
use super::change::Names;
use super::changeset::Changes;
use super::inserted::Inserted;
use crate::{StoreError, Tag};
use rusqlite::Connection;
use rusqlite::session::Session;

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
    /// Nothing was done.
    pub(crate) fn nothing() -> Self {
        Self { changeset: Vec::new(), names: Names::default(), rows: 0 }
    }

    /// What the session saw, behind the rows that were put in past it.
    pub(crate) fn of(conn: &Connection, session: &mut Session<'_>, inserted: Inserted) -> Result<Self, StoreError> {
        let mut capture = Self::nothing();
        for (table, rows) in inserted.tables() {
            capture.rows += rows;
            capture.names.learn(conn, table)?;
        }
        capture.changeset = inserted.into_changeset();
        let seen = capture.changeset.len();
        if !session.is_empty() {
            session.changeset_strm(&mut capture.changeset)?;
        }
        let mut changes = Changes::of(capture.changeset.get(seen..).unwrap_or_default());
        let mut last = "";
        while let Some(row) = changes.next()? {
            capture.rows += 1;
            if row.table != last {
                last = row.table;
                if let Some(recorded) = RECORDED.iter().find(|recorded| recorded.name == last) {
                    capture.names.learn(conn, recorded.name)?;
                }
            }
        }
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
