use super::check::Check;
use super::dates::LearningReader;
use super::incoming::{Home, Reader};
use super::remap::plan_again;
use super::source::{Batch, Begun, Content, Opened, open_file};
use super::view::{find, view};
use super::{ImportFault, mapping, sweep};
use crate::{App, Progress};
use domain::fault::Reason;
use domain::imports::Rules;
use domain::views::imports::{ImportAs, ImportMode, ImportOpen, ImportState, ImportView};
use formats::table::TableError;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use store::imports::{Import, Info, NewImport, Remembered, Settings, Staged};
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
    let id = app.ports().ids.new_id();
    let ask = Ask::of(&desk, &request).await?;
    let (content, file_name, source) = match request.text {
        Some(text) if text.len() > MOST_PASTED => return Err(ImportFault::PastedTooMuch { limit: MOST_PASTED }),
        Some(text) => (Content::Text(text), request.path, String::new()),
        None => {
            let path = PathBuf::from(&request.path);
            let name = path.file_name().map_or_else(|| request.path.clone(), |name| name.to_string_lossy().into_owned());
            (Content::File(path), name, request.path)
        }
    };
    let new = NewImport { id, file_name, mode: ask.mode, source };
    let _reading = Reading::begin(id);
    let pasted = if let Content::Text(text) = &content { Some(text.clone()) } else { None };
    desk.write(Actor::Seller, Intent::new("imports.open"), move |tx| {
        if let Some(text) = pasted {
            store::imports::keep_text(tx, id, &text)?;
        }
        store::imports::insert(tx, &new)
    })
    .await?;
    match read(app, &desk, id, content, ask).await {
        Ok(()) => view(&desk, id).await,
        Err(error) => {
            discard(&desk, id, &error).await?;
            Err(error)
        }
    }
}

/// Most bytes of pasted text.
const MOST_PASTED: usize = 32 * 1024 * 1024;

/// How a file is to be read.
#[derive(Clone)]
pub(super) struct Ask {
    pub(super) read_as: ImportAs,
    pub(super) mode: ImportMode,
    pub(super) settings: Settings,
    /// Whose mapping serves, where columns have the same names.
    pub(super) like: Like,
}

/// Where a mapping comes from.
#[derive(Clone)]
pub(super) enum Like {
    /// The names of the columns.
    Names,
    /// The newest import of the same columns; their names where there is none.
    Latest,
    /// A certain import.
    This(Box<Import>),
}

impl Ask {
    async fn of(desk: &Desk, request: &ImportOpen) -> Result<Self, ImportFault> {
        let read_as = request.read_as;
        let reading = request.reading.clone();
        let Some(id) = request.like else {
            let settings = Settings { reading: reading.unwrap_or_default(), ..Settings::default() };
            return Ok(Self { read_as, mode: request.mode, settings, like: Like::Latest });
        };
        let import = find(desk, id).await?;
        let read = reading.unwrap_or_else(|| import.settings.reading.clone());
        let (rules, remembered) = (import.settings.rules.clone(), Some(remembered(&import)));
        let settings = Settings { reading: read, rules, remembered, ..Settings::default() };
        Ok(Self { read_as, mode: import.mode, settings, like: Like::This(Box::new(import)) })
    }

    /// Takes over the mapping that serves, and of the newest import of the same columns also what it told beside the form of the file.
    async fn take_over(&mut self, desk: &Desk, id: Uuid, opened: &mut Opened, home: &Home) -> Result<(), ImportFault> {
        let named = mapping::with_own(opened.mapping.clone(), &opened.info.header, home);
        let from = match std::mem::replace(&mut self.like, Like::Names) {
            Like::Names => {
                opened.mapping = named;
                return Ok(());
            }
            Like::This(import) => *import,
            Like::Latest => {
                let signature = opened.signature();
                let Some(import) = desk.read(move |read| store::imports::latest_like(read, &signature, id)).await? else {
                    opened.mapping = named;
                    return Ok(());
                };
                let theirs = import.settings.reading.clone();
                let told = &mut self.settings.reading;
                (told.dates, told.numbers) = (told.dates.or(theirs.dates), told.numbers.or(theirs.numbers));
                told.country = told.country.take().or(theirs.country);
                if told.preset.is_none() && theirs.preset.is_some() {
                    told.preset = theirs.preset;
                    let beginning = opened.table.beginning();
                    opened.kind = mapping::understand(&opened.info.header, beginning, self.read_as, told.preset)?.kind;
                }
                if self.mode == ImportMode::Both {
                    self.mode = import.mode;
                }
                self.settings.rules = import.settings.rules.clone();
                self.settings.remembered = Some(remembered(&import));
                import
            }
        };
        // Letters are the names of all columns that have none: they say nothing unless the same stands in them.
        let nameless = opened.info.header_line == 0 || from.info.header_line == 0;
        if nameless && from.signature != opened.signature() {
            opened.mapping = named;
            return Ok(());
        }
        opened.mapping = mapping::carried(&from.info.header, &from.mapping, &opened.info.header, &named);
        let how = (opened.kind, self.settings.reading.preset);
        opened.layout = mapping::layout_of(&opened.info.header, how, &opened.mapping, &BTreeMap::new());
        Ok(())
    }
}

fn remembered(import: &Import) -> Remembered {
    Remembered { id: import.id, file_name: import.file_name.clone(), at: import.created_at }
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

/// Reads and checks all rows of an import that is being read.
pub(super) async fn read(app: &App, desk: &Desk, id: Uuid, content: Content, mut ask: Ask) -> Result<(), ImportFault> {
    let (now, read_as, told) = (app.ports().clock.now(), ask.read_as, ask.settings.reading.clone());
    let file = content.clone();
    let opened = tokio::task::spawn_blocking(move || open_file(&file, read_as, &told)).await;
    let mut opened = match (opened.map_err(|_| ImportFault::Interrupted)?, &ask.like) {
        // The next workbook of a kind may call its sheet otherwise.
        (Err(ImportFault::File(TableError::NoSuchSheet { .. })), Like::This(_)) => {
            ask.settings.reading.sheet = None;
            let told = ask.settings.reading.clone();
            tokio::task::spawn_blocking(move || open_file(&content, read_as, &told)).await.map_err(|_| ImportFault::Interrupted)??
        }
        (opened, _) => opened?,
    };
    let home = desk.read(Home::load).await?;
    ask.take_over(desk, id, &mut opened, &home).await?;
    let info = Info { notice: seen_before(desk, id, opened.hash.clone()).await?, ..opened.info.clone() };
    let (notice, rules, settings) = (info.notice.clone(), rules_of(ask.mode, &ask.settings)?, ask.settings.clone());
    let told = &ask.settings.reading;
    let reader = Reader::of(opened.layout.clone(), &opened.mapping, (opened.kind, told, &info), now, &home);
    let reader = LearningReader::new(reader, told.dates);
    start(desk, id, opened.begun(), info, ask).await?;

    let (send, batches) = tokio::sync::mpsc::channel::<Batch>(4);
    let reading = tokio::task::spawn_blocking(move || opened.rows(reader, &send));
    let (known, told, ids) = (rules.clone(), settings.clone(), app.ports().ids.clone());
    let check = desk.read(move |read| Check::load(read, known, &told, ids)).await?;
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
        (check, reader) = plan_again(app, desk, id, (rules, settings), rows, reader).await?;
    }
    conclude(desk, id, Info { notice, ..info }, check, &reader).await
}

/// The rules of an import, ready to be asked.
pub(super) fn rules_of(mode: ImportMode, settings: &Settings) -> Result<Rules, ImportFault> {
    Rules::of(mode, &settings.rules).ok_or(ImportFault::BadRules)
}

/// Notes how the check came out, unless the seller has stopped it.
pub(super) async fn conclude(desk: &Desk, id: Uuid, info: Info, check: Check, reader: &LearningReader) -> Result<(), ImportFault> {
    check.tally.balanced()?;
    let warnings = reader.warnings().chain(check.warnings()).collect();
    let info = Info { warnings, not_taken: check.not_taken, dates: reader.orders(), ..info };
    desk.write(Actor::Desk, Intent::new("imports.check"), move |tx| match store::imports::standing(tx, id)? {
        Some((ImportState::Reading, _)) => Ok(store::imports::set_check(tx, id, &info, &check.tally, (check.suppressed, check.conflicts))?),
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

async fn start(desk: &Desk, id: Uuid, begun: Begun, info: Info, ask: Ask) -> Result<(), ImportFault> {
    let Begun { hash: file_hash, kind, mapping, signature } = begun;
    desk.write(Actor::Desk, Intent::new("imports.open"), move |tx| {
        let import = store::imports::find(tx, id)?.ok_or(ImportFault::Stopped)?;
        let import = Import { file_hash, kind, mapping, info, signature, mode: ask.mode, settings: ask.settings, ..import };
        Ok::<_, ImportFault>(store::imports::start(tx, &import)?)
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
