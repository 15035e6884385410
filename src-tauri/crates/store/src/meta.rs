//! Facts about the desk itself, by key. Never recorded: undo does not touch them.

use crate::{Read, StoreError, Tx};
use rusqlite::OptionalExtension;

/// When everything outgoing was put on hold by a restore (RFC 3339); absent once the seller confirmed.
pub const HOLD_OUTGOING: &str = "hold_outgoing";
/// Why all sending is paused (code of the reason); absent when it is not.
pub const SENDING_PAUSED: &str = "sending_paused";
/// Configuration of the last run: the next one starts from it.
pub const LAST_RUN_CONFIG: &str = "last_run_config";
/// The recovery key until the seller has proved that they wrote it down; then it is nowhere but with them.
pub const RECOVERY_PENDING: &str = "recovery_pending";
/// Language chosen when the desk was created, `fr` or `en`.
pub const LOCALE: &str = "locale";
/// Time zone of the computer the desk was created on (IANA).
pub const TIME_ZONE: &str = "time_zone";

/// The value of a key.
pub fn get(read: &Read<'_>, key: &str) -> Result<Option<String>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

/// Sets a key.
pub fn set(tx: &mut Tx<'_>, key: &str, value: &str) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached("INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")?
        .execute([key, value])?;
    Ok(())
}

/// Removes a key; one that is absent is fine.
pub fn remove(tx: &mut Tx<'_>, key: &str) -> Result<(), StoreError> {
    tx.conn().prepare_cached("DELETE FROM meta WHERE key = ?1")?.execute([key])?;
    Ok(())
}
