use super::Desk;
use crate::edges::Edges;
use crate::journal::{self, Capture};
use crate::values::{At, Id};
use crate::{Actor, Intent, OperationId, StoreError, Tag, Tx, Written, failpoint, migrate, outbox};
use rusqlite::{Connection, TransactionBehavior, named_params};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Writers are expected to hold the desk for 50 ms at most; from here on it is worth a line in the log.
const SLOW: Duration = Duration::from_millis(250);

impl Desk {
    /// Changes the desk: one immediate transaction in which the closure's changes, their journal entry, the jobs it enqueued and the cache
    /// tags it touched commit together. An error rolls everything back.
    ///
    /// The closure is synchronous and should take 50 ms at most; longer work is an operation of several writes ([`Desk::begin_operation`]).
    pub async fn write<T, E>(
        &self,
        actor: Actor,
        intent: Intent,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<Written<T>, E>
    where
        E: From<StoreError> + Send + 'static,
        T: Send + 'static,
    {
        self.write_within(None, actor, intent, f).await
    }

    /// [`Desk::write`] as a part of this operation as long as that is open; otherwise an undo step of its own.
    pub async fn write_within<T, E>(
        &self,
        operation: Option<OperationId>,
        actor: Actor,
        intent: Intent,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<Written<T>, E>
    where
        E: From<StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let work = move |tx: &mut Tx<'_>| {
            let joined = match operation {
                Some(operation) if is_open(tx.conn(), operation)? => Some(operation),
                _ => None,
            };
            if let Some(operation) = joined {
                tx.join(operation);
            }
            Ok((joined, f(tx)?))
        };
        let enter = move |tx: &mut Tx<'_>, capture: &Capture, (joined, _): &(Option<OperationId>, T)| {
            if capture.is_empty() && tx.beside() == 0 {
                return Ok(None);
            }
            let id = tx.step();
            if joined.is_none() {
                journal::insert_operation(tx, id, actor, intent.code, &intent.params, "done", None)?;
            }
            journal::add(tx, id, capture)?;
            Ok(Some(id))
        };
        self.recorded(intent.code, work, enter).await.map(|((_, value), operation)| Written { value, operation })
    }

    /// Starts an operation that consists of several writes and is one undo step. It stays open, also over a restart, until
    /// [`Desk::finish_operation`].
    pub async fn begin_operation(&self, actor: Actor, intent: Intent) -> Result<OperationId, StoreError> {
        self.recorded::<_, StoreError>(
            "begin_operation",
            move |tx| {
                let id = OperationId(tx.new_id());
                journal::insert_operation(tx, id, actor, intent.code, &intent.params, "open", None)?;
                Ok(id)
            },
            |_, _, _| Ok(None),
        )
        .await
        .map(|(id, _)| id)
    }

    /// One write of an open operation; otherwise like [`Desk::write`].
    pub async fn write_in<T, E>(&self, operation: OperationId, f: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        E: From<StoreError> + Send + 'static,
        T: Send + 'static,
    {
        self.recorded(
            "write_in",
            move |tx| {
                require_open(tx.conn(), operation)?;
                tx.join(operation);
                f(tx)
            },
            move |tx, capture, _| {
                journal::add(tx, operation, capture)?;
                Ok(None)
            },
        )
        .await
        .map(|(value, _)| value)
    }

    /// Ends an operation. One that nothing can be taken back of leaves no undo step.
    pub async fn finish_operation(&self, operation: OperationId) -> Result<(), StoreError> {
        self.recorded::<_, StoreError>(
            "finish_operation",
            move |tx| {
                require_open(tx.conn(), operation)?;
                journal::count_beside(tx, operation, outbox::of_run(tx, operation)?)?;
                tx.conn().execute("DELETE FROM operation WHERE id = ?1 AND rows = 0", [Id(operation.0)])?;
                tx.conn().execute("UPDATE operation SET state = 'done' WHERE id = ?1", [Id(operation.0)])?;
                tx.touch(Tag::History);
                Ok(())
            },
            |_, _, _| Ok(None),
        )
        .await
        .map(|_| ())
    }

    /// [`Desk::write`] without the journal: what the journal costs is measured against it.
    #[cfg(test)]
    pub(crate) async fn write_unrecorded<T, E>(&self, f: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        E: From<StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let edges = self.edges.clone();
        self.on(&self.inner.writer, move |conn| {
            let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
            let value = f(&mut Tx::new(&transaction, edges))?;
            transaction.commit().map_err(StoreError::from)?;
            Ok(value)
        })
        .await
    }

    /// A write the journal does not see, for taking somebody out of it. What is taken out is wiped from the file's pages too.
    pub(crate) async fn unrecorded<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let edges = self.edges.clone();
        let inner = std::sync::Arc::clone(&self.inner);
        self.on(&self.inner.writer, move |conn| {
            conn.execute_batch("PRAGMA secure_delete = ON")?;
            let done = (|| -> Result<_, StoreError> {
                let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
                let mut tx = Tx::new(&transaction, edges);
                let value = work(&mut tx)?;
                let tags = tx.into_tags();
                transaction.commit()?;
                Ok((value, tags))
            })();
            conn.execute_batch("PRAGMA secure_delete = OFF")?;
            let (value, tags) = done?;
            if !tags.is_empty() {
                inner.tell(tags);
            }
            Ok(value)
        })
        .await
    }

    /// Writes the log back into the file and empties it: what was wiped there stands in it still. Where readers hold it, it empties later.
    pub(crate) async fn empty_log(&self) -> Result<(), StoreError> {
        self.on(&self.inner.writer, |conn| {
            conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            Ok(())
        })
        .await
    }

    /// The transaction all writes go through: `work` changes, `enter` makes the journal entry from what was captured.
    pub(crate) async fn recorded<T, E>(
        &self,
        what: &'static str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        enter: impl FnOnce(&mut Tx<'_>, &Capture, &T) -> Result<Option<OperationId>, StoreError> + Send + 'static,
    ) -> Result<(T, Option<OperationId>), E>
    where
        E: From<StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let edges = self.edges.clone();
        let inner = std::sync::Arc::clone(&self.inner);
        self.on(&self.inner.writer, move |conn| {
            let began = Instant::now();
            let (value, operation, tags) = transact(conn, edges, work, enter)?;
            let took = began.elapsed();
            if took > SLOW {
                tracing::warn!(what, millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX), "a write held the desk for long");
            }
            // Here, with the writer still held: tags come in the order of the commits, also when the caller has gone.
            if !tags.is_empty() {
                inner.tell(tags);
            }
            Ok((value, operation))
        })
        .await
    }
}

fn transact<T, E: From<StoreError>>(
    conn: &mut Connection,
    edges: Edges,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    enter: impl FnOnce(&mut Tx<'_>, &Capture, &T) -> Result<Option<OperationId>, StoreError>,
) -> Result<(T, Option<OperationId>, BTreeSet<Tag>), E> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
    let mut tx = Tx::new(&transaction, edges);
    tx.record()?;
    let value = work(&mut tx)?;
    let capture = tx.captured()?;
    let operation = enter(&mut tx, &capture, &value)?;
    for tag in capture.tags() {
        tx.touch(tag);
    }
    if !capture.is_empty() {
        tx.touch(Tag::History);
    }
    let tags = tx.into_tags();
    failpoint!("write.before_commit");
    transaction.commit().map_err(StoreError::from)?;
    failpoint!("write.after_commit");
    Ok((value, operation, tags))
}

fn require_open(conn: &Connection, operation: OperationId) -> Result<(), StoreError> {
    if is_open(conn, operation)? { Ok(()) } else { Err(StoreError::NoOperation) }
}

fn is_open(conn: &Connection, operation: OperationId) -> Result<bool, StoreError> {
    let mut open = conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM operation WHERE id = ?1 AND undoes IS NULL AND state = 'open')")?;
    Ok(open.query_row([Id(operation.0)], |row| row.get(0))?)
}

impl Tx<'_> {
    pub(crate) fn insert_operation_row(
        &self,
        id: OperationId,
        actor: &str,
        intent: &str,
        params: &str,
        state: &str,
        undoes: Option<OperationId>,
    ) -> Result<(), StoreError> {
        self.conn()
            .prepare_cached(
                "INSERT INTO operation (id, at, actor, intent, params, state, undoes, schema)
                 VALUES (:id, :at, :actor, :intent, :params, :state, :undoes, :schema)",
            )?
            .execute(named_params! {
                ":id": Id(id.0), ":at": At(self.now()), ":actor": actor, ":intent": intent, ":params": params, ":state": state,
                ":undoes": undoes.map(|undone| Id(undone.0)), ":schema": migrate::latest(),
            })?;
        Ok(())
    }
}
