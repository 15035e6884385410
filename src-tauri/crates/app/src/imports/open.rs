use super::check::Check;
use super::dates::LearningReader;
use super::remap::plan_again;
use super::source::{Batch, open_file};
use super::view::view;
use super::{ImportFault, sweep};
use crate::{App, Progress};
use domain::fault::Reason;
use domain::views::imports::{ImportOpen, ImportState, ImportView};
use formats::table::TableError;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use store::imports::{Import, Info, NewImport, Staged};
use store::{Actor, Desk, Intent};
use tokio::sync::mpsc::{Receiver, Sender};
use uuid::Uuid;

/// Rows read, planned and staged at once: well under 50 ms each.
pub(super) const STAGE: usize = 2_000;

/// Reads the whole file and checks every row against the desk, into the encrypted staging table. Nothing of it touches people.
///
/// # Errors
/// `imports.*` for a file that cannot be used: nothing is changed and the import is kept as failed with the reason; `imports.stopped`
/// when the seller stopped it.
pub async fn open(app: &App, request: ImportOpen) -> Result<ImportView, ImportFault> {
    let desk = app.desk()?;
    let path = PathBuf::from(&request.path);
    let id = app.ports().ids.new_id();
    let file_name = path.file_name().map_or_else(|| request.path.clone(), |name| name.to_string_lossy().into_owned());
    let new = NewImport { id, file_name, mode: request.mode };
    let _reading = Reading::begin(id);
    desk.write(Actor::Seller, Intent::new("imports.open"), move |tx| store::imports::insert(tx, &new)).await?;
    match read(app, &desk, id, path, &request).await {
        Ok(()) => view(&desk, id).await,
        Err(error) => {
            discard(&desk, id, &error).await?;
            Err(error)
        }
    }
}

/// Imports this process is reading: tidying up leaves them alone.
static READING: Mutex<BTreeSet<Uuid>> = Mutex::new(BTreeSet::new());

/// Held while the rows of an import are read or checked again.
pub(super) struct Reading(Uuid);

impl Reading {
    pub(super) fn begin(id: Uuid) -> Self {
        READING.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
        Self(id)
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        READING.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

/// Whether this process is reading the file of an import.
pub(super) fn is_reading(id: Uuid) -> bool {
    READING.lock().unwrap_or_else(PoisonError::into_inner).contains(&id)
}

async fn read(app: &App, desk: &Desk, id: Uuid, path: PathBuf, request: &ImportOpen) -> Result<(), ImportFault> {
    let (now, read_as) = (app.ports().clock.now(), request.read_as);
    let opened = tokio::task::spawn_blocking(move || open_file(&path, read_as)).await.map_err(|_| ImportFault::Interrupted)??;
    let (hash, kind, mapping) = (opened.hash.clone(), opened.kind, opened.mapping());
    let info = Info { notice: seen_before(desk, id, hash.clone()).await?, ..opened.info.clone() };
    let notice = info.notice.clone();
    start(desk, id, hash, kind, mapping, info).await?;

    let (send, batches) = tokio::sync::mpsc::channel::<Batch>(4);
    let reading = tokio::task::spawn_blocking(move || opened.rows(now, &send));
    let (mode, ids) = (request.mode, app.ports().ids.clone());
    let check = desk.read(move |read| Check::load(read, mode, ids)).await?;
    let (plans, mut planned) = tokio::sync::mpsc::channel(2);
    let planning = tokio::spawn(plan(desk.clone(), check, batches, plans));
    while let Some((staged, done)) = planned.recv().await {
        desk.write(Actor::Desk, Intent::new("imports.stage"), move |tx| match store::imports::standing(tx, id)? {
            Some((ImportState::Reading, _)) => Ok::<_, ImportFault>(store::imports::add_rows(tx, id, &staged)?),
            _ => Err(ImportFault::Stopped),
        })
        .await?;
        app.report(Progress { kind: "import", id, done, of: 1_000 });
    }
    let mut check = planning.await.map_err(|_| ImportFault::Interrupted)??;
    let (info, mut reader) = reading.await.map_err(|_| ImportFault::Interrupted)??;
    if check.tally.rows == 0 {
        return Err(TableError::NoRows.into());
    }
    if reader.finish() {
        let rows = check.tally.rows;
        (check, reader) = plan_again(app, desk, id, request.mode, rows, reader).await?;
    }
    conclude(desk, id, Info { notice, ..info }, check, &reader).await
}

/// Notes how the check came out, unless the seller has stopped it.
pub(super) async fn conclude(desk: &Desk, id: Uuid, info: Info, check: Check, reader: &LearningReader) -> Result<(), ImportFault> {
    check.tally.balanced()?;
    let warnings = reader.warnings().chain(check.warnings()).collect();
    let info = Info { warnings, dates: reader.orders(), ..info };
    desk.write(Actor::Desk, Intent::new("imports.check"), move |tx| match store::imports::standing(tx, id)? {
        Some((ImportState::Reading, _)) => Ok(store::imports::set_check(tx, id, &info, &check.tally, check.suppressed)?),
        _ => Err(ImportFault::Stopped),
    })
    .await?;
    Ok(())
}

/// Plans batch after batch, beside the reading before it and the writing behind it.
async fn plan(desk: Desk, mut check: Check, mut batches: Receiver<Batch>, plans: Sender<(Vec<Staged>, u32)>) -> Result<Check, ImportFault> {
    while let Some(Batch { rows, thousandths }) = batches.recv().await {
        let (next, staged) = desk
            .read(move |read| {
                let staged = check.plan(read, rows)?;
                Ok::<_, ImportFault>((check, staged))
            })
            .await?;
        check = next;
        if plans.send((staged, thousandths)).await.is_err() {
            break;
        }
    }
    Ok(check)
}

async fn start(desk: &Desk, id: Uuid, hash: String, kind: &str, mapping: Vec<Option<String>>, info: Info) -> Result<(), ImportFault> {
    let kind = kind.to_owned();
    desk.write(Actor::Desk, Intent::new("imports.open"), move |tx| {
        let import = store::imports::find(tx, id)?.ok_or(ImportFault::Stopped)?;
        Ok::<_, ImportFault>(store::imports::start(tx, &Import { file_hash: hash, kind, mapping, info, ..import })?)
    })
    .await?;
    Ok(())
}

/// Whether this very file was imported before: worth saying, not an obstacle.
async fn seen_before(desk: &Desk, id: Uuid, hash: String) -> Result<Option<Reason>, ImportFault> {
    let seen = desk.read(move |read| store::imports::latest_of(read, &hash, id)).await?;
    Ok(seen.map(|(_, at)| Reason::new("imports.same_file").with("at", at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))))
}

/// Takes the staged rows away again and keeps the reason.
async fn discard(desk: &Desk, id: Uuid, error: &ImportFault) -> Result<(), ImportFault> {
    if matches!(error, ImportFault::Store(store::StoreError::Closed)) {
        return Ok(());
    }
    let (stopped, reason) = (matches!(error, ImportFault::Stopped), error.reason());
    desk.write(Actor::Desk, Intent::new("imports.discard"), move |tx| {
        if !stopped {
            store::imports::set_failed(tx, id, &reason)?;
        }
        Ok::<_, ImportFault>(())
    })
    .await?;
    sweep::clear(desk, id).await
}
