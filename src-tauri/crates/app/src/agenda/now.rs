use chrono::{DateTime, Utc};
use domain::agenda::Now;
use store::{Read, StoreError};

/// Now, in the desk's zone.
///
/// # Errors
/// [`StoreError`] when the desk cannot be read.
pub(crate) fn now(read: &Read<'_>, at: DateTime<Utc>) -> Result<Now, StoreError> {
    let settings = store::settings::load(read)?;
    Ok(Now { at, zone: settings.zone() })
}
