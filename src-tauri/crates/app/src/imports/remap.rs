use super::check::Check;
use super::incoming::{Reader, What};
use super::open::{Reading, STAGE};
use super::view::{find, view};
use super::{ImportFault, mapping};
use crate::{App, Progress};
use domain::fault::Reason;
use domain::views::imports::{ImportRemap, ImportState, ImportView};
use formats::table::Row;
use store::imports::{Import, Info, StagedRow};
use store::{Actor, Desk, Intent};

/// Checks the rows again with other columns or another mode, from the staging table: the file is not needed any more.
///
/// # Errors
/// `imports.not_found`, `imports.not_checked`, `imports.bad_mapping`.
pub async fn remap(app: &App, request: ImportRemap) -> Result<ImportView, ImportFault> {
    let (desk, id) = (app.desk()?, request.id);
    let import = find(&desk, id).await?;
    let mapping = mapping::checked(request.columns, &import.info.header)?;
    let import = Import { mapping, mode: request.mode, ..import };
    let (changed, _reading) = (import.clone(), Reading::begin(id));
    desk.write(Actor::Seller, Intent::new("imports.remap"), move |tx| {
        if !store::imports::set_state(tx, id, ImportState::Checked, ImportState::Reading)? {
            return Err(ImportFault::NotChecked);
        }
        Ok(store::imports::start(tx, &changed)?)
    })
    .await?;
    match check_again(app, &desk, &import).await {
        Ok(()) => view(&desk, id).await,
        Err(error) => {
            // The rows are all still there: it can be checked again.
            let back = move |tx: &mut store::Tx<'_>| store::imports::set_state(tx, id, ImportState::Reading, ImportState::Checked);
            desk.write(Actor::Desk, Intent::new("imports.remap"), back).await?;
            Err(error)
        }
    }
}

async fn check_again(app: &App, desk: &Desk, import: &Import) -> Result<(), ImportFault> {
    let (id, mode, ids) = (import.id, import.mode, app.ports().ids.clone());
    let reader = reader(import, app.ports().clock.now());
    let mut check = desk.read(move |read| Check::load(read, mode, ids)).await?;
    let mut n = 0;
    loop {
        let reader = reader.clone();
        let (next, staged) = desk
            .read(move |read| {
                let rows = store::imports::rows_after(read, id, n, STAGE as u32)?;
                let rows = rows.into_iter().map(|staged| read_again(&reader, staged.row)).collect();
                let staged = check.plan(read, rows)?;
                Ok::<_, ImportFault>((check, staged))
            })
            .await?;
        check = next;
        let Some(last) = staged.last() else { break };
        n = last.row.n;
        desk.write(Actor::Desk, Intent::new("imports.stage"), move |tx| {
            store::imports::replan(tx, id, staged.iter().map(|staged| (staged.row.n, &staged.planned)))
        })
        .await?;
        app.report(Progress { kind: "import", id, done: n, of: import.tally.rows });
    }
    check.tally.balanced()?;
    let info = Info { warnings: check.warnings(), ..import.info.clone() };
    desk.write(Actor::Desk, Intent::new("imports.check"), move |tx| {
        store::imports::set_check(tx, id, &info, &check.tally, check.suppressed)
    })
    .await?;
    Ok(())
}

/// Reads rows of an import's file as its mapping says.
pub(super) fn reader(import: &Import, now: chrono::DateTime<chrono::Utc>) -> Reader {
    let source = match import.kind.as_str() {
        "linkedin" => "linkedin",
        "sheet" => "sheet",
        _ => "csv",
    };
    Reader { layout: mapping::layout_of(&import.info.header, &import.kind, &import.mapping), source, now }
}

/// What a staged row says. A row that had something in it is never blank.
pub(super) fn read_again(reader: &Reader, staged: StagedRow) -> (StagedRow, What) {
    let row = Row { line: staged.line, cells: staged.cells };
    let what = reader.read(&row).unwrap_or_else(|| What::Rejected(Reason::new("imports.no_identity")));
    (StagedRow { n: staged.n, line: row.line, cells: row.cells }, what)
}
