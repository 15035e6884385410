use crate::edges::Edges;
use crate::journal::{self, Capture, Inserted};
use crate::listing::Kept;
use crate::{OperationId, StoreError, Tag, jobs};
use chrono::{DateTime, Utc};
use rusqlite::session::Session;
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, params_from_iter};
use std::collections::BTreeSet;
use std::ops::Deref;
use std::time::Instant;
use uuid::Uuid;

/// One consistent view of the desk. The functions of the area modules take it.
pub struct Read<'c> {
    conn: &'c Connection,
    now: DateTime<Utc>,
    kept: Option<(&'c Kept, Instant)>,
}

impl<'c> Read<'c> {
    pub(crate) fn new(conn: &'c Connection, now: DateTime<Utc>) -> Self {
        Self { conn, now, kept: None }
    }

    /// A view begun after this moment, which may look up what lists keep.
    pub(crate) fn with_kept(self, kept: &'c Kept, began: Instant) -> Self {
        Self { kept: Some((kept, began)), ..self }
    }

    /// What lists keep, and a moment before this view.
    pub(crate) fn kept(&self) -> Option<(&'c Kept, Instant)> {
        self.kept
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
    session: Option<Session<'c>>,
    inserted: Inserted,
}

impl<'c> Tx<'c> {
    pub(crate) fn new(conn: &'c Connection, edges: Edges) -> Self {
        let (read, tags, inserted) = (Read::new(conn, edges.now()), BTreeSet::new(), Inserted::default());
        Self { read, edges, tags, step: None, beside: 0, session: None, inserted }
    }

    /// Starts recording what is done through it.
    pub(crate) fn record(&mut self) -> Result<(), StoreError> {
        self.session = Some(journal::session(self.read.conn())?);
        Ok(())
    }

    /// Ends the recording: what was done until now.
    pub(crate) fn captured(&mut self) -> Result<Capture, StoreError> {
        let Some(mut session) = self.session.take() else { return Ok(Capture::nothing()) };
        Capture::of(self.read.conn(), &mut session, std::mem::take(&mut self.inserted))
    }

    /// Puts a row into a recorded table, with values for its first columns in their order, and records it from them: the session would read
    /// it back. Only for rows that nothing else in this write changes.
    pub(crate) fn put_in(&mut self, table: &'static str, values: &[ToSqlOutput<'_>]) -> Result<(), StoreError> {
        let table = self.inserted.rows_of(self.read.conn(), table, values.len())?;
        let mut insert = self.read.conn().prepare_cached(&table.insert)?;
        let Some(session) = &mut self.session else { return Ok(insert.execute(params_from_iter(values)).map(drop)?) };
        session.set_enabled(false);
        let put = insert.execute(params_from_iter(values));
        session.set_enabled(true);
        put?;
        table.add(values)
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
