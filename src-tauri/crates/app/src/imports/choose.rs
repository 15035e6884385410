use super::ImportFault;
use super::decide::plan_of;
use super::edit::standing;
use super::view::view;
use crate::App;
use domain::people::PersonField;
use domain::views::imports::{ImportRowChoose, ImportView};
use store::imports::{Import, Staged};
use store::{Actor, Intent, Tx};

/// Conflicts decided in one write.
const CHUNK: u32 = 500;

/// Decides conflicts between what the seller typed and the file, of one row or of all of them.
///
/// # Errors
/// `imports.not_found`, `imports.not_checked`, `imports.no_row` where there is no such row or conflict.
pub async fn choose(app: &App, request: ImportRowChoose) -> Result<ImportView, ImportFault> {
    let (desk, id, file) = (app.desk()?, request.id, request.file);
    let field = request.field.map(|code| PersonField::of_code(&code).ok_or(ImportFault::NoRow)).transpose()?;
    let mut after = 0;
    loop {
        let only = request.n;
        let last = desk
            .write(Actor::Seller, Intent::new("imports.check"), move |tx| {
                let import = standing(tx, id)?;
                let rows = match only {
                    Some(n) => vec![store::imports::row(tx, id, n)?.filter(|row| conflicts(row, field)).ok_or(ImportFault::NoRow)?],
                    None => store::imports::conflicts_after(tx, id, after, CHUNK)?,
                };
                let last = rows.last().map(|row| row.row.n);
                decide(tx, import, rows, field, file)?;
                Ok::<_, ImportFault>(last)
            })
            .await?
            .value;
        match last {
            Some(n) if request.n.is_none() => after = n,
            _ => return view(&desk, id).await,
        }
    }
}

fn conflicts(row: &Staged, field: Option<PersonField>) -> bool {
    row.planned.changes.iter().any(|change| change.typed && field.is_none_or(|field| change.field == field))
}

fn decide(tx: &mut Tx<'_>, mut import: Import, mut rows: Vec<Staged>, field: Option<PersonField>, file: bool) -> Result<(), ImportFault> {
    for Staged { row, planned } in &mut rows {
        let before = planned.plan;
        for change in planned.changes.iter_mut().filter(|change| change.typed && field.is_none_or(|field| change.field == field)) {
            change.kept = !file;
            row.told.file.retain(|told| *told != change.field);
            if file {
                row.told.file.push(change.field);
            }
        }
        planned.plan = plan_of(&planned.changes, &planned.added);
        import.tally.recount(before, planned.plan);
        store::imports::edit(tx, import.id, row)?;
    }
    store::imports::replan(tx, import.id, rows.iter().map(|staged| (staged.row.n, &staged.planned)))?;
    Ok(store::imports::set_check(tx, import.id, &import.info, &import.tally, (import.suppressed, import.conflicts))?)
}
