use super::layout::range;
use super::pace::{Minute, Pace};
use super::people::PersonRow;
use super::plan::{Place, batches, plan, rectangles};
use super::sheet::{Sheet, look};
use crate::sheets::access::{Access, access};
use crate::sheets::fault::SheetsFault;
use crate::{App, Progress};
use domain::fault::Reason;
use domain::ports::{CellWrite, SheetInfo, SpreadsheetError};
use domain::views::sheets::{SheetsProgress, SheetsPushed, SheetsWait};
use formats::people::SHEET_HEADER;
use std::collections::{HashMap, HashSet};
use std::time::Duration;
use store::{Actor, Intent};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// Cells Sheets allows in a spreadsheet (<https://support.google.com/drive/answer/37603>).
const MOST_CELLS: u64 = 10_000_000;
/// Fingerprints kept in one write of the desk: a few milliseconds.
const KEPT_AT_ONCE: usize = 2_000;

/// One push at work.
pub(super) struct Push {
    app: App,
    id: Uuid,
    spreadsheet: String,
    rows: Vec<PersonRow>,
    stop: CancellationToken,
    pace: Pace,
    reads: Minute,
    writes: Minute,
    calls: u32,
    failures: u32,
    added: HashSet<Uuid>,
    changed: HashSet<Uuid>,
    /// New rows of a write that was cut: where they stand now, they were written whole, because a request is applied as one.
    in_doubt: HashMap<Uuid, String>,
}

impl Push {
    pub(super) fn new(app: App, spreadsheet: String, rows: Vec<PersonRow>, stop: CancellationToken, pace: Pace) -> Self {
        let id = app.ports().ids.new_id();
        Self {
            app,
            id,
            spreadsheet,
            rows,
            stop,
            pace,
            reads: Minute::default(),
            writes: Minute::default(),
            calls: 0,
            failures: 0,
            added: HashSet::new(),
            changed: HashSet::new(),
            in_doubt: HashMap::new(),
        }
    }

    /// Looks, compares, writes; after a write whose outcome is not known, looks again before anything else is written.
    pub(super) async fn run(mut self) -> Result<SheetsPushed, SheetsFault> {
        loop {
            let sheet = match look(&mut self).await {
                Ok(sheet) => sheet,
                Err(fault) => {
                    self.after(fault).await?;
                    continue;
                }
            };
            match self.write_all(&sheet).await {
                Ok(()) => break,
                Err(fault) => self.after(fault).await?,
            }
        }
        let (added, changed) = (count(self.added.len()), count(self.changed.len()));
        Ok(SheetsPushed { added, changed, unchanged: count(self.rows.len()) - added - changed, calls: self.calls })
    }

    async fn write_all(&mut self, sheet: &Sheet) -> Result<(), SheetsFault> {
        self.settle_doubts(sheet).await?;
        let mut written = self.written().await?;
        if !sheet.layout.missing.is_empty() {
            // a column that is made anew is empty: nothing stands as it was written
            written.clear();
        }
        let rows = std::mem::take(&mut self.rows);
        let result = self.write_rows(sheet, &rows, &written).await;
        self.rows = rows;
        result
    }

    async fn write_rows(&mut self, sheet: &Sheet, rows: &[PersonRow], written: &HashMap<Uuid, String>) -> Result<(), SheetsFault> {
        let plan = plan(rows, &sheet.standing, written, sheet.next_row);
        self.report(count(plan.unchanged), rows.len());
        if plan.places.is_empty() && sheet.layout.missing.is_empty() {
            return Ok(());
        }
        self.make_room(sheet, plan.places.last().map_or(1, |place| place.at)).await?;
        let mut header = header_of(sheet);
        let mut done = plan.unchanged;
        let mut batches = batches(&plan.places, rows, &sheet.layout);
        if batches.is_empty() {
            batches.push(&[]);
        }
        for batch in batches {
            let mut cells = std::mem::take(&mut header);
            cells.extend(rectangles(batch, rows, &sheet.layout, &sheet.tab.title));
            let places = || batch.iter().filter_map(|place| Some((place, rows.get(place.row)?)));
            if let Err(fault) = self.write(&cells).await {
                self.in_doubt = places().filter(|(place, _)| place.new).map(|(_, row)| (row.person, row.hash.clone())).collect();
                return Err(fault);
            }
            store::failpoint!("sheets.written");
            self.keep(places().map(|(_, row)| (row.person, row.hash.clone())).collect()).await?;
            for (Place { new, .. }, row) in places() {
                self.count_one(row.person, *new);
            }
            self.failures = 0;
            done += batch.len();
            self.report(count(done), rows.len());
        }
        Ok(())
    }

    fn count_one(&mut self, person: Uuid, new: bool) {
        if new {
            self.added.insert(person);
        } else if !self.added.contains(&person) {
            self.changed.insert(person);
        }
    }

    /// New rows of a cut write that stand in the sheet now were written.
    async fn settle_doubts(&mut self, sheet: &Sheet) -> Result<(), SheetsFault> {
        let doubts = std::mem::take(&mut self.in_doubt);
        let stand: Vec<(Uuid, String)> = doubts.into_iter().filter(|(person, _)| sheet.standing.contains_key(person)).collect();
        self.added.extend(stand.iter().map(|(person, _)| *person));
        if !stand.is_empty() {
            self.failures = 0;
            self.keep(stand).await?;
        }
        Ok(())
    }

    async fn make_room(&mut self, sheet: &Sheet, last_row: u32) -> Result<(), SheetsFault> {
        let columns = (sheet.layout.span().1 + 1).max(sheet.tab.columns);
        let rows = last_row.max(sheet.tab.rows);
        if u64::from(columns) * u64::from(rows) > MOST_CELLS {
            return Err(SheetsFault::TooLarge);
        }
        if rows == sheet.tab.rows && columns == sheet.tab.columns {
            return Ok(());
        }
        let access = self.ready_to_write().await?;
        self.calls += 1;
        Ok(self.app.ports().spreadsheet.grow(&access.at, &access.token, &self.spreadsheet, sheet.tab.id, rows, columns).await?)
    }

    async fn write(&mut self, cells: &[CellWrite]) -> Result<(), SheetsFault> {
        let access = self.ready_to_write().await?;
        self.calls += 1;
        Ok(self.app.ports().spreadsheet.write(&access.at, &access.token, &self.spreadsheet, cells).await?)
    }

    pub(super) async fn info(&mut self) -> Result<SheetInfo, SheetsFault> {
        let access = self.ready_to_read().await?;
        Ok(self.app.ports().spreadsheet.info(&access.at, &access.token, &self.spreadsheet).await?)
    }

    pub(super) async fn read(&mut self, range: &str) -> Result<Vec<Vec<String>>, SheetsFault> {
        let access = self.ready_to_read().await?;
        Ok(self.app.ports().spreadsheet.read(&access.at, &access.token, &self.spreadsheet, range).await?)
    }

    async fn ready_to_read(&mut self) -> Result<Access, SheetsFault> {
        while let Err(wait) = self.reads.take(self.app.ports().clock.now(), self.pace.per_minute) {
            self.rest(wait, Reason::new("sheets.limit")).await?;
        }
        self.calls += 1;
        self.ready().await
    }

    async fn ready_to_write(&mut self) -> Result<Access, SheetsFault> {
        while let Err(wait) = self.writes.take(self.app.ports().clock.now(), self.pace.per_minute) {
            self.rest(wait, Reason::new("sheets.limit")).await?;
        }
        self.ready().await
    }

    async fn ready(&self) -> Result<Access, SheetsFault> {
        if self.stop.is_cancelled() {
            return Err(SheetsFault::Cancelled);
        }
        access(&self.app, false).await
    }

    /// After a failure: waits and goes on with a new look, or gives up.
    async fn after(&mut self, fault: SheetsFault) -> Result<(), SheetsFault> {
        self.failures += 1;
        let asked = match &fault {
            SheetsFault::Service(SpreadsheetError::Busy(asked)) => *asked,
            SheetsFault::Service(SpreadsheetError::Cut { .. }) => None,
            SheetsFault::Service(SpreadsheetError::Expired) if self.failures <= 2 => {
                access(&self.app, true).await?;
                return Ok(());
            }
            _ => return Err(fault),
        };
        if self.failures > self.pace.patience {
            return Err(fault);
        }
        self.rest(self.pace.wait(self.failures, asked), Reason::of(&fault)).await
    }

    /// Waits, and says why and until when to whoever watches.
    async fn rest(&self, wait: Duration, why: Reason) -> Result<(), SheetsFault> {
        let until = self.app.ports().clock.now() + chrono::Duration::from_std(wait).unwrap_or_default();
        self.waits(Some(SheetsWait { until, reason: why.into() }));
        let rested = tokio::select! {
            () = self.stop.cancelled() => Err(SheetsFault::Cancelled),
            () = tokio::time::sleep(wait) => Ok(()),
        };
        self.waits(None);
        rested
    }

    fn waits(&self, waiting: Option<SheetsWait>) {
        if let Some((_, progress)) = &mut self.app.sheets().state().push {
            progress.waiting = waiting;
        }
    }

    async fn written(&self) -> Result<HashMap<Uuid, String>, SheetsFault> {
        let sheet = self.spreadsheet.clone();
        self.app.desk()?.read(move |read| Ok(store::sheets::hashes(read, &sheet)?)).await
    }

    async fn keep(&self, rows: Vec<(Uuid, String)>) -> Result<(), SheetsFault> {
        for part in rows.chunks(KEPT_AT_ONCE).map(<[_]>::to_vec) {
            let sheet = self.spreadsheet.clone();
            let desk = self.app.desk()?;
            desk.write(Actor::Desk, Intent::new("sheets.pushed"), move |tx| {
                Ok::<_, SheetsFault>(store::sheets::record(tx, &sheet, &part)?)
            })
            .await?;
        }
        Ok(())
    }

    fn report(&self, done: u32, of: usize) {
        if let Some((_, progress)) = &mut self.app.sheets().state().push {
            *progress = SheetsProgress { done, of: count(of), calls: self.calls, waiting: None };
        }
        self.app.report(Progress { kind: "sheets", id: self.id, done, of: count(of) });
    }
}

/// Headers that are missing, to be written with the first rows.
fn header_of(sheet: &Sheet) -> Vec<CellWrite> {
    let cell = |field: &usize| {
        let column = sheet.layout.columns.get(*field)?;
        let name = SHEET_HEADER.get(*field)?;
        Some(CellWrite { range: range(&sheet.tab.title, (*column, 1), (*column, 1)), values: vec![vec![Some((*name).to_owned())]] })
    };
    sheet.layout.missing.iter().filter_map(cell).collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
