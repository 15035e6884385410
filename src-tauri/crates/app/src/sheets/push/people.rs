use crate::people::ids_of;
use domain::people::Person;
use domain::views::people::Selection;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use store::{Read, StoreError};
use uuid::Uuid;

/// Columns of the sheet.
pub(super) const COLUMNS: usize = 11;
/// Most characters Sheets takes in a cell (<https://support.google.com/drive/answer/37603>).
const LARGEST_CELL: usize = 50_000;

/// A person as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PersonRow {
    pub(super) person: Uuid,
    pub(super) cells: [String; COLUMNS],
    /// Fingerprint of the cells.
    pub(super) hash: String,
}

/// The people of a selection as rows, in its order.
pub(super) fn rows_of(read: &Read<'_>, selection: &Selection, locale: &str) -> Result<Vec<PersonRow>, StoreError> {
    let ids = ids_of(read, selection)?;
    let mut rows = Vec::with_capacity(ids.len());
    let statuses = store::statuses::all(read)?;
    store::people::each(read, &ids, |person| {
        rows.push(row(&person, statuses.name(person.status, locale)));
        Ok::<_, StoreError>(())
    })?;
    Ok(rows)
}

/// The cells in the order of `formats::people::SHEET_HEADER`.
pub(super) fn row(person: &Person, status: &str) -> PersonRow {
    let cells = [
        person.id.to_string(),
        format!("{} {}", person.first_name, person.last_name).trim().to_owned(),
        person.company.clone(),
        person.title.clone(),
        person.linkedin_url.clone(),
        person.location.clone(),
        person.added_on.to_string(),
        status.to_owned(),
        person.message_sent.clone(),
        person.followup_count.to_string(),
        person.notes.clone(),
    ]
    .map(bounded);
    PersonRow { person: person.id, hash: fingerprint(&cells), cells }
}

fn bounded(cell: String) -> String {
    // counted in UTF-16 code units, as Sheets does
    if cell.len() <= LARGEST_CELL || cell.encode_utf16().count() <= LARGEST_CELL {
        return cell;
    }
    cell.chars().take(LARGEST_CELL / 2 - 1).chain(['…']).collect()
}

fn fingerprint(cells: &[String; COLUMNS]) -> String {
    let mut hash = Sha256::new();
    for cell in cells {
        hash.update(cell.len().to_le_bytes());
        hash.update(cell.as_bytes());
    }
    hash.finalize().iter().take(16).fold(String::with_capacity(32), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
