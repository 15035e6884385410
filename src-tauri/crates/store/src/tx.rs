use crate::edges::Edges;
use crate::{StoreError, Tag, jobs};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::collections::BTreeSet;
use std::ops::Deref;
use uuid::Uuid;

/// One consistent view of the desk. The functions of the area modules take it.
pub struct Read<'c> {
    conn: &'c Connection,
}

impl<'c> Read<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Self {
        Self { conn }
    }

    /// The connection, for the modules of this crate.
    pub(crate) fn conn(&self) -> &'c Connection {
        self.conn
    }
}

/// An open write: everything done through it commits together, or not at all.
pub struct Tx<'c> {
    read: Read<'c>,
    edges: Edges,
    now: DateTime<Utc>,
    tags: BTreeSet<Tag>,
    bulk: Option<TriggersOff<'c>>,
}

/// While it lives, no trigger of its connection fires.
struct TriggersOff<'c>(&'c Connection);

impl Drop for TriggersOff<'_> {
    fn drop(&mut self) {
        // Setting a flag of an open connection cannot fail.
        let _on = self.0.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true);
    }
}

impl<'c> Tx<'c> {
    pub(crate) fn new(conn: &'c Connection, edges: Edges) -> Self {
        let now = edges.now();
        Self { read: Read::new(conn), edges, now, tags: BTreeSet::new(), bulk: None }
    }

    /// The time of this write: one value for all rows it makes.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// A new UUIDv7.
    pub fn new_id(&self) -> Uuid {
        self.edges.new_id()
    }

    /// Says that caches of this kind are stale once the write has committed. Tables that the journal records are noticed by themselves.
    pub fn touch(&mut self, tag: Tag) {
        self.tags.insert(tag);
    }

    /// Adds a job, or finds the one that has the same `idem_key`. See [`jobs::enqueue`].
    pub fn enqueue(&mut self, job: &jobs::NewJob) -> Result<jobs::Enqueued, StoreError> {
        jobs::enqueue(self, job)
    }

    /// From here on the triggers of recorded tables, which keep the search index in step, do not fire: what the write changed is marked for the
    /// index when it ends. With them every row pays for a savepoint of its own.
    pub(crate) fn set_bulk(&mut self) -> Result<(), StoreError> {
        if self.bulk.is_none() {
            self.read.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
            self.bulk = Some(TriggersOff(self.read.conn));
        }
        Ok(())
    }

    /// Whether [`Tx::set_bulk`] was called; the triggers fire again.
    pub(crate) fn end_bulk(&mut self) -> bool {
        self.bulk.take().is_some()
    }

    pub(crate) fn into_tags(self) -> BTreeSet<Tag> {
        self.tags
    }
}

impl<'c> Deref for Tx<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Self::Target {
        &self.read
    }
}
