//! What the seller corrects in the check: a cell, a row that stays out. What changes is planned again at once, in the staging table.

use super::ImportFault;
use super::check::{Check, warned};
use super::decide::earlier_line;
use super::incoming::{Home, Reader, What};
use super::open::rules_of;
use super::remap::{read_again, reader};
use super::rows::views;
use super::view::{find, shown};
use crate::App;
use domain::fault::Params;
use domain::people::Person;
use domain::ports::Ids;
use domain::views::imports::{ImportRowChanged, ImportRowEdit, ImportRowLeave, ImportState};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::imports::{Import, Planned, Staged, StagedRow, Warned};
use store::{Actor, Desk, Intent, Read, StoreError, Tx};
use uuid::Uuid;

/// Rows that are looked at again beside the one that changed: who stands in a file more often than that is a mistake of the file.
const ALIKE: u32 = 200;
/// Characters of a cell: the longest field takes no more.
const MOST: usize = 20_000;

/// Corrects a cell. The row is read and planned again, and so is whoever else of the file is the same person.
///
/// # Errors
/// `imports.not_found`, `imports.not_checked`, `imports.no_row`.
pub async fn edit_row(app: &App, request: ImportRowEdit) -> Result<ImportRowChanged, ImportFault> {
    let ImportRowEdit { id, n, column, value } = request;
    change(app, id, n, move |row, columns| {
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= columns || value.chars().count() > MOST {
            return Err(ImportFault::NoRow);
        }
        // A row that is short, or too long, becomes one of the right length.
        row.cells.resize(columns, String::new());
        if let Some(cell) = row.cells.get_mut(column) {
            *cell = value;
        }
        Ok(())
    })
    .await
}

/// Takes a row out of the import, or back in. A later row of the same person then stands for them.
///
/// # Errors
/// As for [`edit_row`].
pub async fn leave_row(app: &App, request: ImportRowLeave) -> Result<ImportRowChanged, ImportFault> {
    change(app, request.id, request.n, move |row, _| {
        row.told.out = request.out;
        Ok(())
    })
    .await
}

async fn change(
    app: &App,
    id: Uuid,
    n: u32,
    f: impl FnOnce(&mut StagedRow, usize) -> Result<(), ImportFault> + Send + 'static,
) -> Result<ImportRowChanged, ImportFault> {
    let desk = app.desk()?;
    let (now, ids) = (app.ports().clock.now(), app.ports().ids.clone());
    let import = checked(&desk, id).await?;
    let (reader, before, changed, others) = desk
        .read(move |read| {
            let reader = reader(&import, now, &Home::load(read)?);
            let before = store::imports::row(read, id, n)?.ok_or(ImportFault::NoRow)?;
            let mut changed = before.row.clone();
            f(&mut changed, import.info.header.len())?;
            let mut others = store::imports::later_of(read, id, before.row.line, ALIKE)?;
            for row in [&before.row, &changed] {
                others.extend(alike(read, &reader, id, row)?);
            }
            Ok::<_, ImportFault>((reader, before, changed, others))
        })
        .await?;
    let written = desk
        .write(Actor::Seller, Intent::new("imports.check"), move |tx| {
            let mut import = standing(tx, id)?;
            let again = plan(tx, &import, &reader, ids, changed, others, before)?;
            for Again { before: (what, planned), now, says } in &again {
                count(&mut import, (what, planned), (says, &now.planned));
                store::imports::edit(tx, id, &now.row)?;
            }
            store::imports::replan(tx, id, again.iter().map(|again| (again.now.row.n, &again.now.planned)))?;
            store::imports::set_check(tx, id, &import.info, &import.tally, (import.suppressed, import.conflicts))?;
            let row = again.into_iter().map(|again| again.now).filter(|staged| staged.row.n == n).collect();
            Ok::<_, ImportFault>((import, views(tx, &reader, row)?))
        })
        .await?;
    let (import, row) = written.value;
    Ok(ImportRowChanged { import: shown(import), row: row.into_iter().next().ok_or(ImportFault::NoRow)? })
}

/// A row before and after.
struct Again {
    before: (What, Planned),
    now: Staged,
    says: What,
}

/// Plans the changed row and those of the same person anew, in the order of the file; gives the row, and those whose plan follows from it.
fn plan(
    tx: &Tx<'_>,
    import: &Import,
    reader: &Reader,
    ids: Arc<dyn Ids>,
    changed: StagedRow,
    others: Vec<Staged>,
    before: Staged,
) -> Result<Vec<Again>, ImportFault> {
    let (n, line) = (changed.n, changed.line);
    let mut seen = BTreeSet::from([n]);
    let mut group: Vec<Staged> = others.into_iter().filter(|other| seen.insert(other.row.n)).collect();
    group.push(Staged { row: changed, planned: before.planned });
    group.sort_by_key(|staged| staged.row.n);
    let plans: Vec<Planned> = group.iter().map(|staged| staged.planned.clone()).collect();
    let rows: Vec<_> = group.into_iter().map(|staged| read_again(reader, staged.row)).collect();
    let says: Vec<What> = rows.iter().map(|(_, what)| what.clone()).collect();
    let former = read_again(reader, before.row).1;
    let mut check = Check::about(tx, rules_of(import.mode, &import.settings)?, &import.settings, ids, &rows)?;
    let staged = check.plan(tx, rows)?;
    let line = line.to_string();
    let later = |planned: &Planned| earlier_line(planned) == Some(line.as_str());
    let again = plans.into_iter().zip(staged).zip(says).map(|((planned, now), says)| {
        let what = if now.row.n == n { former.clone() } else { says.clone() };
        Again { before: (what, planned), now, says }
    });
    Ok(again.filter(|again| again.now.row.n == n || later(&again.before.1) || later(&again.now.planned)).collect())
}

/// Other rows that may be of the same person.
fn alike(read: &Read<'_>, reader: &Reader, id: Uuid, row: &StagedRow) -> Result<Vec<Staged>, StoreError> {
    let (row, what) = read_again(reader, row.clone());
    let What::Person(incoming, _) = what else { return Ok(Vec::new()) };
    let Person { email_norm, linkedin_slug, last_name, first_name, .. } = &incoming.person;
    let name = if last_name.is_empty() { first_name } else { last_name };
    store::imports::alike(read, id, row.n, &[email_norm, linkedin_slug, name], ALIKE)
}

/// Moves a row from its former fate to its new one, in every count.
fn count(import: &mut Import, (was, before): (&What, &Planned), (says, now): (&What, &Planned)) {
    import.tally.recount(before.plan, now.plan);
    let moved = |of: u32, before: bool, now: bool| of.saturating_sub(u32::from(before)).saturating_add(u32::from(now));
    import.suppressed = moved(import.suppressed, before.held, now.held);
    import.conflicts = moved(import.conflicts, before.conflicts() > 0, now.conflicts() > 0);
    import.info.not_taken = moved(import.info.not_taken, before.is_partly_taken(), now.is_partly_taken());
    for (code, field) in warned(was, before) {
        let known = import.info.warnings.iter_mut().find(|known| known.code == code && known.field == field);
        known.into_iter().for_each(|known| known.rows = known.rows.saturating_sub(1));
    }
    for (code, field) in warned(says, now) {
        match import.info.warnings.iter_mut().find(|known| known.code == code && known.field == field) {
            Some(known) => known.rows = known.rows.saturating_add(1),
            None => import.info.warnings.push(Warned { code, field, rows: 1, params: Params::new() }),
        }
    }
    import.info.warnings.retain(|known| known.rows > 0);
}

/// An import that waits for the seller.
async fn checked(desk: &Desk, id: Uuid) -> Result<Import, ImportFault> {
    let import = find(desk, id).await?;
    if import.state == ImportState::Checked { Ok(import) } else { Err(ImportFault::NotChecked) }
}

/// The same, as it is inside the write.
pub(super) fn standing(read: &Read<'_>, id: Uuid) -> Result<Import, ImportFault> {
    let import = store::imports::find(read, id)?.ok_or(ImportFault::NotFound)?;
    if import.state == ImportState::Checked { Ok(import) } else { Err(ImportFault::NotChecked) }
}
