//! Settings, as text by key. Recorded: a changed setting can be taken back.

use crate::{Read, StoreError, Tx, meta};
use domain::settings::Settings;

/// All settings as they stand. The language chosen when the desk was created counts until the seller sets another.
pub fn load(read: &Read<'_>) -> Result<Settings, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT key, value FROM setting")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let chosen = meta::get(read, meta::LOCALE)?.map(|locale| ("identity.locale".to_owned(), locale));
    // a later row of the same key wins
    Ok(Settings::new(chosen.into_iter().chain(rows.collect::<Result<Vec<_>, _>>()?)))
}

/// Sets a value already checked; `None` goes back to the default.
pub fn set(tx: &mut Tx<'_>, key: &str, value: Option<&str>) -> Result<(), StoreError> {
    match value {
        Some(value) => tx
            .conn()
            .prepare_cached("INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")?
            .execute([key, value])?,
        None => tx.conn().prepare_cached("DELETE FROM setting WHERE key = ?1")?.execute([key])?,
    };
    tx.touch(crate::Tag::Settings);
    Ok(())
}
