//! Settings, as text by key. Recorded: a changed setting can be taken back.

use crate::{Read, StoreError, Tx, meta};
use domain::settings::Settings;

/// What the creation of the desk has settled: it counts until the seller sets something else.
const CREATED_WITH: [(&str, &str); 2] = [("identity.locale", meta::LOCALE), ("identity.time_zone", meta::TIME_ZONE)];

/// All settings as they stand.
pub fn load(read: &Read<'_>) -> Result<Settings, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT key, value FROM setting")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut values = Vec::new();
    for (key, fact) in CREATED_WITH {
        values.extend(meta::get(read, fact)?.map(|value| (key.to_owned(), value)));
    }
    // A later row of the same key wins.
    for row in rows {
        values.push(row?);
    }
    Ok(Settings::new(values))
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
