use crate::edges::Edges;
use crate::{StoreError, Tag, jobs};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
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
}

impl<'c> Tx<'c> {
    pub(crate) fn new(conn: &'c Connection, edges: Edges) -> Self {
        let now = edges.now();
        Self { read: Read::new(conn), edges, now, tags: BTreeSet::new() }
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

    /// What was touched, and what is derived from it.
    pub(crate) fn into_tags(self) -> BTreeSet<Tag> {
        let mut tags = self.tags;
        let derived: Vec<_> = tags.iter().flat_map(|tag| tag.derived()).collect();
        tags.extend(derived);
        tags
    }
}

impl<'c> Deref for Tx<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Self::Target {
        &self.read
    }
}
