use super::ImportFault;
use super::incoming::{Home, Reader, What};
use super::remap::{read_again, reader};
use super::view::find;
use crate::App;
use domain::imports::{Added, FieldChange};
use domain::people::{Person, PersonField, Status};
use domain::views::imports::{ImportChange, ImportRowView, ImportRowsRequest};
use domain::views::people::PersonRow;
use std::collections::HashMap;
use store::imports::{Shown, Staged};
use store::{Read, StoreError};
use uuid::Uuid;

/// Characters of a cell that are shown.
const SHOWN: usize = 120;
/// Most rows of a page.
const MOST: u32 = 500;

/// Rows of the check: as they stand in the file, with the plan for each.
///
/// # Errors
/// `imports.not_found`; when the desk is locked or cannot be read.
pub async fn rows(app: &App, request: ImportRowsRequest) -> Result<Vec<ImportRowView>, ImportFault> {
    let desk = app.desk()?;
    let import = find(&desk, request.id).await?;
    let now = app.ports().clock.now();
    let limit = request.limit.clamp(1, MOST);
    let shown = Shown { plan: request.plan, only: request.only };
    desk.read(move |read| {
        let reader = reader(&import, now, &Home::load(read)?);
        let staged = store::imports::page(read, request.id, shown, request.after.unwrap_or_default(), request.offset, limit)?;
        Ok(views(read, &reader, staged)?)
    })
    .await
}

/// Rows as the check shows them.
pub(super) fn views(read: &Read<'_>, reader: &Reader, staged: Vec<Staged>) -> Result<Vec<ImportRowView>, StoreError> {
    let met: Vec<Uuid> = staged.iter().filter_map(|staged| staged.planned.person).collect();
    let people: HashMap<Uuid, PersonRow> = store::people::views(read, &met)?.into_iter().map(|row| (row.id, row)).collect();
    let blocked = store::suppression::blocked(read)?;
    let (statuses, settings) = (store::statuses::all(read)?, store::settings::load(read)?);
    let locale = settings.text("identity.locale");
    let change = |change: FieldChange| {
        // A status is kept by its key; what it is called may change until the import is looked at again.
        let named = |key: String| match Status::of_key(&key).filter(|_| change.field == PersonField::Status) {
            Some(status) => statuses.name(status, locale).to_owned(),
            None => key,
        };
        let FieldChange { field, old, new, kept, typed } = change.clone();
        ImportChange { field: field.code().to_owned(), old: named(old), new: named(new), kept, typed }
    };
    Ok(staged
        .into_iter()
        .map(|staged| {
            let planned = staged.planned;
            let (row, what) = read_again(reader, staged.row);
            let said = if let What::Person(incoming, _) = what { Some(incoming.person) } else { None };
            let person = planned.person.and_then(|id| people.get(&id).cloned());
            let suppressed = person.as_ref().is_some_and(|person| person.suppressed)
                || said.as_ref().is_some_and(|said| blocked.holds(said.id, &said.email_norm, &said.linkedin_slug));
            let [name, title, company, email] = said.as_ref().map_or_else(|| raw(&row.cells), texts);
            let correctable = planned.is_correctable();
            ImportRowView {
                n: row.n,
                line: row.line,
                cells: row.cells.iter().map(|cell| cell.chars().take(SHOWN).collect()).collect(),
                plan: planned.plan,
                name,
                title,
                company,
                email,
                reason: planned.reason.map(Into::into),
                changes: planned.changes.into_iter().map(change).chain(planned.added.into_iter().map(added)).collect(),
                person,
                suppressed,
                correctable,
            }
        })
        .collect())
}

/// What comes beside what is there stands in the place of nothing.
fn added(Added { field, value }: Added) -> ImportChange {
    ImportChange { field, old: String::new(), new: value, kept: false, typed: false }
}

/// Name, title, company, address.
fn texts(said: &Person) -> [String; 4] {
    [said.label(), said.title.clone(), said.company.clone(), said.email.clone()]
}

/// Of a row that says nothing usable: what stands in it, so that the seller finds it again.
fn raw(cells: &[String]) -> [String; 4] {
    let text = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ");
    [text.chars().take(200).collect(), String::new(), String::new(), String::new()]
}
