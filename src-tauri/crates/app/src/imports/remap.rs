use super::check::Check;
use super::dates::LearningReader;
use super::incoming::{Home, Reader, What};
use super::open::{Reading, STAGE, conclude, rules_of};
use super::view::{find, view};
use super::{ImportFault, mapping, sweep};
use crate::{App, Progress};
use domain::fault::Reason;
use domain::imports::Rules;
use domain::text::clean_line;
use domain::views::imports::{ImportRemap, ImportRules, ImportState, ImportView};
use formats::table::Row;
use store::imports::{Import, Settings, StagedRow};
use store::{Actor, Desk, Intent};
use uuid::Uuid;

/// Checks the rows again with other columns, another mode, other rules or another order of dates, from the staging table: the file is not needed any more.
///
/// # Errors
/// `imports.not_found`, `imports.not_checked`, `imports.bad_mapping`, `imports.bad_rules`; `imports.stopped` when the seller stopped it.
pub async fn remap(app: &App, request: ImportRemap) -> Result<ImportView, ImportFault> {
    let (desk, id) = (app.desk()?, request.id);
    let import = find(&desk, id).await?;
    let home = desk.read(Home::load).await?;
    let mapping = mapping::checked(request.columns, &import.info.header, &home)?;
    let mut settings = import.settings.clone();
    settings.reading.dates = request.dates;
    settings.rules = request.rules.map_or(settings.rules, tidied);
    rules_of(request.mode, &settings)?;
    again(app, &desk, Import { mapping, mode: request.mode, settings, ..import }).await?;
    view(&desk, id).await
}

/// Rules as they are kept: names without spaces around them, none empty or twice.
fn tidied(mut rules: ImportRules) -> ImportRules {
    let mut seen = Vec::new();
    rules.tags = std::mem::take(&mut rules.tags).into_iter().map(|tag| clean_line(&tag)).filter(|tag| !tag.is_empty()).collect();
    rules.tags.retain(|tag| {
        let new = !seen.contains(tag);
        seen.push(tag.clone());
        new
    });
    (rules.list, rules.source) = (clean_line(&rules.list), clean_line(&rules.source));
    rules
}

/// Notes what is told now and checks all staged rows by it; when that fails, what is noted stays and the rows can be checked again.
pub(super) async fn again(app: &App, desk: &Desk, import: Import) -> Result<(), ImportFault> {
    let (id, changed, _reading) = (import.id, import.clone(), Reading::begin(import.id));
    desk.write(Actor::Seller, Intent::new("imports.remap"), move |tx| {
        if !store::imports::set_state(tx, id, ImportState::Checked, ImportState::Reading)? {
            return Err(ImportFault::NotChecked);
        }
        Ok(store::imports::start(tx, &changed)?)
    })
    .await?;
    match check_again(app, desk, &import).await {
        Ok(()) => Ok(()),
        Err(ImportFault::Stopped) => {
            sweep::clear(desk, id).await?;
            Err(ImportFault::Stopped)
        }
        Err(error) => {
            // The rows are all still there: it can be checked again.
            let back = move |tx: &mut store::Tx<'_>| store::imports::set_state(tx, id, ImportState::Reading, ImportState::Checked);
            desk.write(Actor::Desk, Intent::new("imports.remap"), back).await?;
            Err(error)
        }
    }
}

async fn check_again(app: &App, desk: &Desk, import: &Import) -> Result<(), ImportFault> {
    let (id, rows, rules) = (import.id, import.tally.rows, rules_of(import.mode, &import.settings)?);
    let home = desk.read(Home::load).await?;
    let reader = LearningReader::new(reader(import, app.ports().clock.now(), &home), import.settings.reading.dates);
    let told = (rules, import.settings.clone());
    let (mut check, mut reader) = plan_again(app, desk, id, told.clone(), rows, reader).await?;
    if reader.finish() {
        (check, reader) = plan_again(app, desk, id, told, rows, reader).await?;
    }
    conclude(desk, id, import.info.clone(), check, &reader).await
}

/// Reads and plans the staged rows anew.
pub(super) async fn plan_again(
    app: &App,
    desk: &Desk,
    id: Uuid,
    (rules, settings): (Rules, Settings),
    rows: u32,
    mut reader: LearningReader,
) -> Result<(Check, LearningReader), ImportFault> {
    let ids = app.ports().ids.clone();
    let mut check = desk.read(move |read| Check::load(read, rules, &settings, ids)).await?;
    let mut n = 0;
    loop {
        let (next, learnt, staged) = desk
            .read(move |read| {
                let rows = store::imports::rows_after(read, id, n, STAGE as u32)?;
                reader.learn(rows.iter().map(|staged| &staged.row.cells));
                let rows = rows.into_iter().map(|staged| read_again(&reader.reader, staged.row)).collect();
                let staged = check.plan(read, rows)?;
                Ok::<_, ImportFault>((check, reader, staged))
            })
            .await?;
        (check, reader) = (next, learnt);
        let Some(last) = staged.last() else { return Ok((check, reader)) };
        n = last.row.n;
        desk.write(Actor::Desk, Intent::new("imports.stage"), move |tx| match store::imports::standing(tx, id)? {
            Some((ImportState::Reading, _)) => {
                Ok(store::imports::replan(tx, id, staged.iter().map(|staged| (staged.row.n, &staged.planned)))?)
            }
            _ => Err(ImportFault::Stopped),
        })
        .await?;
        app.report(Progress { kind: "import", id, done: n, of: rows });
    }
}

/// Reads rows of an import's file as its mapping says.
pub(super) fn reader(import: &Import, now: chrono::DateTime<chrono::Utc>, home: &Home) -> Reader {
    let how = (import.kind.as_str(), import.settings.reading.preset);
    let layout = mapping::layout_of(&import.info.header, how, &import.mapping, &import.info.dates);
    Reader::of(layout, &import.mapping, (&import.kind, &import.settings.reading, &import.info), now, home)
}

/// What a staged row says. A row that had something in it is never blank.
pub(super) fn read_again(reader: &Reader, staged: StagedRow) -> (StagedRow, What) {
    let row = Row { line: staged.line, cells: staged.cells };
    let what = reader.read(&row).unwrap_or_else(|| What::Rejected(Reason::new("imports.no_identity")));
    (StagedRow { cells: row.cells, ..staged }, what)
}
