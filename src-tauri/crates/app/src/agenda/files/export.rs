use super::event::events;
use crate::App;
use crate::agenda::{AgendaFault, now};
use crate::exports::Target;
use chrono::{DateTime, NaiveDate, Utc};
use domain::agenda::Now;
use domain::views::agenda::CalendarExport;
use domain::views::exports::ExportDone;
use formats::calendar::write;
use formats::export::ExportError;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use store::{Read, StoreError};
use uuid::Uuid;

/// Most appointments of a file.
const MOST: u32 = 100_000;

/// Writes appointments to a calendar file, in the clear: the chosen ones, or those of some days, or all.
///
/// # Errors
/// `calendar.nothing`, `calendar.unwritable`, `agenda.range`.
pub async fn export_calendar(app: &App, request: CalendarExport) -> Result<ExportDone, AgendaFault> {
    if request.from.zip(request.to).is_some_and(|(from, to)| to < from) {
        return Err(AgendaFault::Range);
    }
    let at = app.ports().clock.now();
    let path = PathBuf::from(&request.path);
    app.desk()?
        .read(move |read| {
            let now = now(read, at)?;
            let ids = if request.ids.is_empty() { between(read, now, request.from, request.to)? } else { request.ids };
            let events = events(read, &ids, request.titles_only)?;
            if events.is_empty() {
                return Err(AgendaFault::Nothing);
            }
            let rows = u32::try_from(events.len()).unwrap_or(u32::MAX);
            Ok(put(path, &write("Rainmaker", &events, at), rows)?)
        })
        .await
}

/// The appointments that touch some days.
pub(super) fn between(read: &Read<'_>, now: Now, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Vec<Uuid>, StoreError> {
    let first = from.map_or(DateTime::<Utc>::UNIX_EPOCH, |day| now.midnight(day));
    let last = to.and_then(|day| day.succ_opt()).map_or(DateTime::<Utc>::MAX_UTC, |day| now.midnight(day));
    // Years of more digits than four do not sort as text.
    store::agenda::appointments(read, first, last.min(far()), MOST)
}

fn far() -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(9_999, 1, 1).unwrap_or_default().and_time(chrono::NaiveTime::MIN).and_utc()
}

/// Writes a whole file, so that half of one never stands under its name.
pub(super) fn put(path: PathBuf, text: &str, rows: u32) -> Result<ExportDone, ExportError> {
    let target = Target::new(path);
    let mut file = BufWriter::new(target.create()?);
    file.write_all(text.as_bytes())?;
    target.finish(file, rows)
}
