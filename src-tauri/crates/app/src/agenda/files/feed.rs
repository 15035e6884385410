use super::event::events;
use super::export::{between, put};
use crate::App;
use crate::agenda::{AgendaFault, now};
use chrono::{DateTime, Days, NaiveDate};
use formats::calendar::write;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Days behind and ahead that a feed holds.
const BEHIND: u64 = 31;
const AHEAD: u64 = 366;

/// What each feed was last written from: the newest change of the desk, the day, and whether titles alone.
static WRITTEN: Mutex<Option<HashMap<PathBuf, Source>>> = Mutex::new(None);

type Source = (u32, NaiveDate, bool);

/// Writes the feed anew where the seller wants one and something changed: a file in the clear that other calendars can read again and
/// again. Gives whether it was written.
///
/// # Errors
/// `calendar.unwritable`; when the desk is locked or cannot be read.
pub async fn write_feed(app: &App) -> Result<bool, AgendaFault> {
    let (desk, at) = (app.desk()?, app.ports().clock.now());
    desk.read(move |read| {
        let settings = store::settings::load(read)?;
        let path = PathBuf::from(settings.text("agenda.feed_path"));
        if !path.is_absolute() {
            return Ok(false);
        }
        let (now, titles_only) = (now(read, at)?, settings.text("agenda.feed_content") != "everything");
        let today = now.today();
        let source = (store::imports::newest_change(read)?, today, titles_only);
        if path.exists() && last_of(&path) == Some(source) {
            return Ok(false);
        }
        let ids = between(read, now, today.checked_sub_days(Days::new(BEHIND)), today.checked_add_days(Days::new(AHEAD)))?;
        let events = events(read, &ids, titles_only)?;
        // The same appointments are the same file: what watches it is woken by a change alone.
        let text = write("Rainmaker", &events, DateTime::UNIX_EPOCH);
        let written = std::fs::read(&path).ok().as_deref() != Some(text.as_bytes());
        if written {
            put(path.clone(), &text, u32::try_from(events.len()).unwrap_or(u32::MAX))?;
        }
        WRITTEN.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default().insert(path, source);
        Ok(written)
    })
    .await
}

fn last_of(path: &PathBuf) -> Option<Source> {
    WRITTEN.lock().unwrap_or_else(PoisonError::into_inner).as_ref()?.get(path).copied()
}
