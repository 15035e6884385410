use super::links::{Links, is_link};
use super::{joined, log, messages, ties};
use crate::journal::{self, Change, Kind};
use crate::values::Id;
use crate::{OperationId, Read, StoreError, Tag, Tx, outbox};
use domain::views::duplicates::DuplicateKind;
use rusqlite::{OptionalExtension, params_from_iter};
use uuid::Uuid;

/// One merge within an operation: who stayed, and who were made one with them then and still are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// What they are.
    pub kind: DuplicateKind,
    /// The operation.
    pub operation: OperationId,
    /// Who stayed.
    pub survivor: Uuid,
    /// The others.
    pub others: Vec<Uuid>,
    /// Whether the operation did nothing else.
    pub alone: bool,
}

impl Apart {
    /// The merge that this record was made one in; `None` when it is not.
    pub fn of(read: &Read<'_>, kind: DuplicateKind, other: Uuid) -> Result<Option<Self>, StoreError> {
        let (Some(survivor), Some(operation)) = (ties::is_merged(read, kind, other)?, ties::operation_of(read, kind, other)?) else {
            return Ok(None);
        };
        let (mut others, mut alone) = (Vec::new(), true);
        for deed in log::deeds(read, operation)? {
            if (deed.kind, deed.survivor) != (kind, survivor) {
                alone = false;
            } else if ties::is_merged(read, kind, deed.other)? == Some(survivor)
                && ties::operation_of(read, kind, deed.other)? == Some(operation)
            {
                others.push(deed.other);
            }
        }
        Ok(Some(Self { kind, operation, survivor, others, alone }))
    }
}

/// Takes one merge of an operation apart, whatever else the operation did and whatever came since: rows go back to whom they belonged, values to
/// what they were; what was edited since stays with the survivor and is given back as kept, what was added since stays with them.
pub fn split(tx: &mut Tx<'_>, apart: &Apart) -> Result<Vec<journal::KeptEdit>, StoreError> {
    let links = Links::of(tx, apart.kind)?;
    let kept = journal::take_back_part(tx, apart.operation, |tx, change| belongs(tx, &links, apart, change))?;
    let step = tx.step();
    for other in &apart.others {
        separated(tx, apart.kind, apart.survivor, *other, apart.operation, step)?;
    }
    outbox::bring_back_to(tx, apart.operation, apart.survivor, &apart.others)?;
    tx.touch(Tag::Duplicates);
    Ok(kept)
}

/// Whether a change of the operation is part of this merge.
fn belongs(tx: &Tx<'_>, links: &Links, apart: &Apart, change: &Change) -> Result<bool, StoreError> {
    let theirs = |id: &str| Uuid::parse_str(id).is_ok_and(|id| id == apart.survivor || apart.others.contains(&id));
    if change.table == apart.kind.code() {
        return Ok(theirs(&change.row()));
    }
    let text = |name: &str| {
        let part = change.columns.iter().find(|part| part.name == name);
        [part.and_then(|part| part.old.as_ref()), part.and_then(|part| part.new.as_ref())]
    };
    if change.table == "not_duplicate" {
        let told = ["one_id", "other_id"].into_iter().flat_map(text).flatten();
        return Ok(change.kind == Kind::Insert && told.map(journal::Cell::shown).any(|id| id == apart.survivor.to_string()));
    }
    for column in links.of_table(&change.table) {
        let mut told = text(column).into_iter().flatten().peekable();
        if told.peek().is_some() {
            if told.any(|cell| theirs(&cell.shown())) {
                return Ok(true);
            }
        } else if now(tx, change, column)?.is_some_and(|id| theirs(&id)) {
            // An update tells only what it changed: whose the row is, the row itself says.
            return Ok(true);
        }
    }
    Ok(false)
}

fn now(tx: &Tx<'_>, change: &Change, column: &str) -> Result<Option<String>, StoreError> {
    let condition = change.key().map(|(name, _)| format!("\"{name}\" = ?")).collect::<Vec<_>>().join(" AND ");
    let sql = format!("SELECT \"{column}\" FROM \"{}\" WHERE {condition}", change.table);
    let mut statement = tx.conn().prepare_cached(&sql)?;
    let found = statement.query_row(params_from_iter(change.key().map(|(_, cell)| cell)), |row| row.get::<_, Option<String>>(0));
    Ok(found.optional()?.flatten())
}

/// What the journal does not record of an operation that was taken back, or done `again`: to be called in the commit that ends it.
pub(crate) fn follow(tx: &mut Tx<'_>, operation: OperationId, again: bool) -> Result<(), StoreError> {
    for deed in log::deeds(tx, operation)? {
        let one = (deed.event == log::Event::Merged) == again;
        let stands = ties::is_merged(tx, deed.kind, deed.other)?;
        if one && stands == Some(deed.survivor) {
            // What a separation that was taken back had taken apart is that merge again.
            let merge = if deed.event == log::Event::Merged { Some(operation) } else { ties::operation_of(tx, deed.kind, deed.other)? };
            joined(tx, deed.kind, deed.survivor, deed.other, merge.unwrap_or(operation))?;
        } else if !one && stands.is_none() {
            let merge = ties::operation_of(tx, deed.kind, deed.other)?.unwrap_or(operation);
            separated(tx, deed.kind, deed.survivor, deed.other, merge, operation)?;
        }
        tx.touch(Tag::Duplicates);
    }
    Ok(())
}

/// What the journal does not record of a separation: of what `merge` did, by the operation `by`.
fn separated(
    tx: &mut Tx<'_>,
    kind: DuplicateKind,
    survivor: Uuid,
    other: Uuid,
    merge: OperationId,
    by: OperationId,
) -> Result<(), StoreError> {
    log::append(tx, log::Event::Split, kind, survivor, other, by)?;
    if kind == DuplicateKind::Person {
        messages::give_back(tx, survivor, other, merge)?;
    }
    Ok(())
}

/// Whether a value of a link column that is not what an operation left has only followed a merge since.
pub(crate) fn only_followed(conn: &rusqlite::Connection, column: &str, left: &str, now: &str) -> Result<bool, StoreError> {
    let (Some(kind), Ok(left), Ok(now)) = (is_link(column), Uuid::parse_str(left), Uuid::parse_str(now)) else { return Ok(false) };
    let sql = format!(
        "WITH RECURSIVE chain (id) AS (SELECT merged_into FROM {0} WHERE id = ?1 UNION SELECT r.merged_into FROM chain JOIN {0} r ON r.id = chain.id)
         SELECT EXISTS (SELECT 1 FROM chain WHERE id = ?2)",
        kind.code()
    );
    Ok(conn.prepare_cached(&sql)?.query_row([Id(left), Id(now)], |row| row.get(0))?)
}
