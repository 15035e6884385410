//! Waiting for the search index before words are read by it.

use std::time::Duration;
use store::{Desk, StoreError};

/// How long a list waits for the search index; later it shows what there is, and is told when there is more.
const SHOWING: Duration = Duration::from_millis(250);
/// How long acting on what a search finds waits for the index.
const ACTING: Duration = Duration::from_secs(30);

/// The desk, for showing what these words find.
pub(crate) async fn desk_for_showing(desk: Desk, words: &str) -> Result<Desk, StoreError> {
    if !words.trim().is_empty() {
        desk.search_ready(SHOWING).await?;
    }
    Ok(desk)
}

/// The desk, once its search index knows everything that was written before: for acting on what these words find.
pub(crate) async fn desk_for_acting(desk: Desk, words: &str) -> Result<Desk, StoreError> {
    if !words.trim().is_empty() && !desk.search_ready(ACTING).await? {
        return Err(StoreError::Indexing);
    }
    Ok(desk)
}
