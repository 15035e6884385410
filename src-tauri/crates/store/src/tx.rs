use crate::edges::Edges;
use crate::{OperationId, StoreError, Tag, jobs};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::ops::Deref;
use uuid::Uuid;

/// One consistent view of the desk. The functions of the area modules take it.
pub struct Read<'c> {
    conn: &'c Connection,
    now: DateTime<Utc>,
}

impl<'c> Read<'c> {
    pub(crate) fn new(conn: &'c Connection, now: DateTime<Utc>) -> Self {
        Self { conn, now }
    }

    /// The time of this view of the desk: "today" in filters is a day around it.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
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
    tags: BTreeSet<Tag>,
    step: Option<OperationId>,
    beside: u32,
}

impl<'c> Tx<'c> {
    pub(crate) fn new(conn: &'c Connection, edges: Edges) -> Self {
        let now = edges.now();
        Self { read: Read::new(conn, now), edges, tags: BTreeSet::new(), step: None, beside: 0 }
    }

    /// The time of this write: one value for all rows it makes.
    pub fn now(&self) -> DateTime<Utc> {
        self.read.now()
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

    /// Makes this write a part of an open operation.
    pub(crate) fn join(&mut self, operation: OperationId) {
        self.step = Some(operation);
    }

    /// The undo step of this write.
    pub(crate) fn step(&mut self) -> OperationId {
        let new = OperationId(self.new_id());
        *self.step.get_or_insert(new)
    }

    /// Counts rows outside the record that an undo of this write takes back too: with them it is an undo step even if no recorded row
    /// changed.
    pub(crate) fn count_beside(&mut self, rows: u32) {
        self.beside += rows;
    }

    /// What was counted by [`Tx::count_beside`].
    pub(crate) fn beside(&self) -> u32 {
        self.beside
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
