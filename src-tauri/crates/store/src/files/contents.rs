//! What is in files: by its hash, once, in pieces. Beside the record; what nobody has any more goes after a time.

use crate::values::{At, time_text};
use crate::{Desk, Read, StoreError, Tx};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// How long contents no file has stay: as long as the trash. An undo or a redo within that time finds them.
const KEPT: TimeDelta = TimeDelta::days(30);
/// How long what was being written when the desk was cut off stays: nobody goes on with it.
const UNFINISHED: TimeDelta = TimeDelta::days(1);

/// Whether the desk has these contents, to their last byte.
pub fn is_whole(read: &Read<'_>, hash: &str) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM file_content WHERE hash = ?1 AND whole = 1)";
    Ok(read.conn().prepare_cached(sql)?.query_row([hash], |row| row.get(0))?)
}

/// Begins to write contents; `false` when they are there already. What an earlier attempt left of them goes.
pub fn begin(tx: &mut Tx<'_>, hash: &str) -> Result<bool, StoreError> {
    let at = At(tx.now());
    let conn = tx.conn();
    if is_whole(tx, hash)? {
        // Nobody may have had them until now: they must not go before the file that is about to.
        conn.prepare_cached("UPDATE file_content SET unused_since = NULL WHERE hash = ?1 AND unused_since IS NOT NULL")?.execute([hash])?;
        return Ok(false);
    }
    conn.prepare_cached("DELETE FROM file_chunk WHERE hash = ?1")?.execute([hash])?;
    conn.prepare_cached(
        "INSERT INTO file_content (hash, whole, unused_since) VALUES (?1, 0, ?2) ON CONFLICT (hash) DO UPDATE SET unused_since = ?2",
    )?
    .execute((hash, at))?;
    Ok(true)
}

/// Writes their next piece.
pub fn put(tx: &mut Tx<'_>, hash: &str, n: u32, bytes: &[u8]) -> Result<(), StoreError> {
    let sql = "INSERT INTO file_chunk (hash, n, bytes) VALUES (?1, ?2, ?3)";
    tx.conn().prepare_cached(sql)?.execute(params![hash, n, bytes]).map(drop)?;
    Ok(())
}

/// They are there to the last byte.
pub fn whole(tx: &mut Tx<'_>, hash: &str) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE file_content SET whole = 1, unused_since = NULL WHERE hash = ?1")?.execute([hash])?;
    Ok(())
}

/// Gives their pieces one after the other; `false`, and nothing is given, when they are not there.
pub fn copy<E: From<StoreError>>(read: &Read<'_>, hash: &str, mut each: impl FnMut(&[u8]) -> Result<(), E>) -> Result<bool, E> {
    if !is_whole(read, hash)? {
        return Ok(false);
    }
    let mut statement = read.conn().prepare_cached("SELECT bytes FROM file_chunk WHERE hash = ?1 ORDER BY n").map_err(StoreError::from)?;
    let mut rows = statement.query([hash]).map_err(StoreError::from)?;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        let bytes = row.get_ref(0).and_then(|value| Ok(value.as_blob()?)).map_err(StoreError::from)?;
        each(bytes)?;
    }
    Ok(true)
}

/// Takes contents out that no file has, whoever's they were; those that still have one are taken off the list.
pub(crate) fn forget_contents(conn: &Connection, hashes: &mut BTreeSet<String>) -> Result<(), StoreError> {
    for hash in std::mem::take(hashes) {
        let had: bool = conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM file WHERE hash = ?1)")?.query_row([&hash], |row| row.get(0))?;
        if !had {
            drop_one(conn, &hash)?;
        }
    }
    Ok(())
}

fn drop_one(conn: &Connection, hash: &str) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM file_chunk WHERE hash = ?1")?.execute([hash])?;
    conn.prepare_cached("DELETE FROM file_content WHERE hash = ?1")?.execute([hash])?;
    Ok(())
}

/// One whose time is over.
fn over(read: &Read<'_>, now: DateTime<Utc>) -> Result<Option<String>, StoreError> {
    let sql = "SELECT hash FROM file_content WHERE unused_since < CASE whole WHEN 1 THEN ?1 ELSE ?2 END
                  AND NOT EXISTS (SELECT 1 FROM file f WHERE f.hash = file_content.hash) LIMIT 1";
    let until = [now - KEPT, now - UNFINISHED].map(time_text);
    Ok(read.conn().prepare_cached(sql)?.query_row(until, |row| row.get(0)).optional()?)
}

impl Desk {
    /// Takes out contents that no file, here or in the trash, has had for 30 days, so that nothing of them is left in the desk's pages; how
    /// many. To be called from time to time.
    ///
    /// # Errors
    /// [`StoreError`]; the next call goes on.
    pub async fn sweep_files(&self, now: DateTime<Utc>) -> Result<u32, StoreError> {
        let known = move |read: &Read<'_>| {
            let stale = read.conn().prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM file_content c WHERE (c.unused_since IS NULL) <> EXISTS (SELECT 1 FROM file f WHERE f.hash = c.hash))",
            )?.query_row([], |row| row.get::<_, bool>(0))?;
            Ok::<_, StoreError>((stale, over(read, now)?.is_some()))
        };
        let (stale, any) = self.read(known).await?;
        if stale {
            self.unrecorded(move |tx| {
                let conn = tx.conn();
                conn.execute("UPDATE file_content SET unused_since = NULL WHERE hash IN (SELECT hash FROM file)", [])?;
                conn.execute(
                    "UPDATE file_content SET unused_since = ?1 WHERE unused_since IS NULL AND hash NOT IN (SELECT hash FROM file)",
                    [At(now)],
                )?;
                Ok(())
            })
            .await?;
        }
        let mut count = 0;
        // One a write: each is up to 25 MB.
        while any
            && self
                .unrecorded(move |tx| match over(tx, now)? {
                    Some(hash) => drop_one(tx.conn(), &hash).map(|()| true),
                    None => Ok(false),
                })
                .await?
        {
            count += 1;
        }
        if count > 0 {
            self.empty_log().await?;
        }
        Ok(count)
    }
}
