use super::incoming::Home;
use super::open::rules_of;
use super::remap::{read_again, reader};
use super::write::{Ready, Writer};
use super::{ImportFault, correspondence};
use crate::{App, Progress};
use domain::fault::Reason;
use domain::views::imports::ImportState;
use std::collections::VecDeque;
use std::time::{Duration, Instant};
use store::imports::Import;
use store::{Actor, Desk, Intent, OperationId, StoreError};
use tokio::sync::mpsc::{Receiver, channel};
use uuid::Uuid;

/// A chunk for which nobody waits: the larger, the fewer pages are written twice, and the more a crash does again.
const LONGEST: Duration = Duration::from_secs(1);
const MOST: usize = 12_000;
/// Rows read ahead at once, and how many such blocks.
const READ: u32 = 1_000;
const AHEAD: usize = 12;
/// How long the end of an import waits for the search index: with it everybody is found when the receipt says so.
const INDEXED: Duration = Duration::from_secs(60);
/// Between two reports.
const REPORT: Duration = Duration::from_millis(100);

/// Writes an import that was begun with [`super::apply`], to its end. After a crash it goes on where it was; when it is cancelled
/// meanwhile it stops between two chunks and what is written stays. Does nothing for an import in any other state.
///
/// # Errors
/// [`ImportFault`] when the desk cannot be written; the import goes on with the next call.
pub async fn work(app: &App, id: Uuid) -> Result<(), ImportFault> {
    let desk = app.desk()?;
    let Some(import) = desk.read(move |read| store::imports::find(read, id)).await? else { return Ok(()) };
    let unfinished = import.state == ImportState::Applying || (import.state == ImportState::Cancelled && import.finished_at.is_none());
    if !unfinished {
        return Ok(());
    }
    let operation = operation(&desk, &import).await?;
    if let Some(operation) = operation {
        write_all(app, &desk, &import, operation).await?;
        if import.settings.correspondence {
            correspondence::put(&desk, &import, operation).await?;
        }
    }
    end(app, &desk, id).await
}

/// The operation this import is: the one it has, the one a crash left without a name, or a new one. `None` when it is closed already.
async fn operation(desk: &Desk, import: &Import) -> Result<Option<OperationId>, ImportFault> {
    let id = import.id;
    if import.operation.is_some() {
        return Ok(import.operation.filter(|_| import.open));
    }
    let operation = match desk.read(move |read| store::imports::open_operation(read, id)).await? {
        Some(operation) => operation,
        None if import.state == ImportState::Cancelled => return Ok(None),
        None => {
            let intent = Intent::new("imports.apply").with("file", &import.file_name).with("rows", import.tally.rows);
            desk.begin_operation(Actor::Import(id), intent).await?
        }
    };
    desk.write(Actor::Import(id), Intent::new("imports.apply"), move |tx| store::imports::set_operation(tx, id, operation)).await?;
    Ok(Some(operation))
}

async fn write_all(app: &App, desk: &Desk, import: &Import, operation: OperationId) -> Result<(), ImportFault> {
    let (now, known) = (app.ports().clock.now(), import.clone());
    let rules = rules_of(import.mode, &import.settings)?;
    let (mut writer, home) = desk
        .read(move |read| {
            let today = crate::people::today(read, now)?;
            Ok::<_, StoreError>((Writer::load(read, &known, rules, today)?, Home::load(read)?))
        })
        .await?;
    let mut rows = read_ahead(app, desk, import, &home);
    let (mut ready, mut reported): (VecDeque<Ready>, Option<Instant>) = (VecDeque::new(), None);
    while fill(&mut ready, &mut rows, together(import.tally.rows.saturating_sub(writer.applied))).await? {
        let others = desk.clone();
        let (next, rest, goes_on) = desk
            .write_in(operation, move |tx| {
                let enough = others.enough(LONGEST);
                let goes_on = writer.write(tx, &mut ready, enough)?;
                Ok::<_, ImportFault>((writer, ready, goes_on))
            })
            .await?;
        store::failpoint!("import.chunk");
        (writer, ready) = (next, rest);
        if !goes_on {
            break;
        }
        if reported.is_none_or(|at| at.elapsed() >= REPORT) {
            reported = Some(Instant::now());
            app.report(Progress { kind: "import", id: import.id, done: writer.applied, of: writer.tally.rows });
        }
    }
    app.report(Progress { kind: "import", id: import.id, done: writer.applied, of: writer.tally.rows });
    Ok(())
}

/// How many rows are written together when so many are left: fewer and fewer towards the end, so that the search index, which follows one
/// write behind, has little left to do when the last one is written.
fn together(left: u32) -> usize {
    (left as usize / 3).clamp(READ as usize, MOST)
}

/// Takes what has been read by now, at least one block, and about `most` rows; `false` when everything is written.
async fn fill(ready: &mut VecDeque<Ready>, rows: &mut Receiver<Result<Vec<Ready>, ImportFault>>, most: usize) -> Result<bool, ImportFault> {
    if ready.is_empty()
        && let Some(block) = rows.recv().await
    {
        ready.extend(block?);
    }
    while ready.len() < most
        && let Ok(block) = rows.try_recv()
    {
        ready.extend(block?);
    }
    Ok(!ready.is_empty())
}

/// Reads and understands the rows that are not written yet, beside the writing.
fn read_ahead(app: &App, desk: &Desk, import: &Import, home: &Home) -> Receiver<Result<Vec<Ready>, ImportFault>> {
    let (send, rows) = channel(AHEAD);
    let (desk, id, mut n, last) = (desk.clone(), import.id, import.applied, import.tally.rows);
    let reader = reader(import, app.ports().clock.now(), home);
    tokio::spawn(async move {
        while n < last {
            let reader = reader.clone();
            let block = desk
                .read(move |read| {
                    let staged = store::imports::rows_after(read, id, n, READ)?;
                    let ready = staged.into_iter().map(|staged| {
                        let (row, what) = read_again(&reader, staged.row);
                        Ready { n: row.n, line: row.line, planned: staged.planned, told: row.told, what }
                    });
                    Ok::<_, ImportFault>(ready.collect::<Vec<_>>())
                })
                .await;
            match block.as_ref().map(|block| block.last().map(|row| row.n)) {
                Ok(Some(reached)) => n = reached,
                Ok(None) | Err(_) => n = last,
            }
            if send.send(block).await.is_err() {
                break;
            }
        }
    });
    rows
}

/// Closes the operation, brings the index up to date, and says that it is over.
async fn end(app: &App, desk: &Desk, id: Uuid) -> Result<(), ImportFault> {
    let Some(import) = desk.read(move |read| store::imports::find(read, id)).await? else { return Ok(()) };
    match import.state {
        ImportState::Applying if import.applied < import.tally.rows => return Err(ImportFault::Interrupted),
        ImportState::Cancelled => leave_rest(desk, &import).await?,
        _ => {}
    }
    desk.search_ready(INDEXED).await?;
    if let (Some(operation), true) = (import.operation, import.open) {
        desk.finish_operation(operation).await?;
    }
    store::failpoint!("import.closed");
    desk.write(Actor::Import(id), Intent::new("imports.apply"), move |tx| store::imports::finish(tx, id)).await?;
    app.wake();
    Ok(())
}

/// Rows that were not written because the seller stopped are skipped rows.
async fn leave_rest(desk: &Desk, import: &Import) -> Result<(), ImportFault> {
    let (id, applied, mut n) = (import.id, import.applied, import.applied);
    loop {
        let reason = Reason::new("imports.stopped_before");
        let left = desk
            .write(Actor::Import(id), Intent::new("imports.cancel"), move |tx| store::imports::leave_rest(tx, id, n, 2_000, &reason))
            .await?
            .value;
        match left {
            Some(last) => n = last,
            None => break,
        }
    }
    desk.write(Actor::Import(id), Intent::new("imports.cancel"), move |tx| {
        let tally = store::imports::counts_from(tx, id, 0)?;
        tally.balanced()?;
        store::imports::progress(tx, id, &tally, applied)?;
        Ok::<_, ImportFault>(())
    })
    .await?;
    Ok(())
}
