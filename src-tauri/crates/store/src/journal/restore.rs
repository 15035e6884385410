//! Takes one segment back.
//!
//! Where the file's form is the same and every row is as the operation left it, SQLite applies the inverted changeset. Otherwise the segment
//! is taken back value by value: a value changed since is kept and reported, an inserted row that was edited since stays whole.

use super::change::{Cell, Change, Kind, Names, columns, decode};
use super::pack::unpack;
use super::undo::KeptEdit;
use super::{RECORDED, Recorded};
use crate::values::Id;
use crate::{OperationId, StoreError, Tx, merging, statuses};
use rusqlite::session::{ConflictAction, invert_strm};
use rusqlite::{Connection, ErrorCode, OptionalExtension, params_from_iter};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Takes a segment back and returns what was kept.
pub(super) fn take_back(tx: &mut Tx<'_>, changeset: &[u8], names: &[u8], same_schema: bool) -> Result<Vec<KeptEdit>, StoreError> {
    if changeset.is_empty() || (same_schema && apply_inverse(tx.conn(), changeset)?) {
        return Ok(Vec::new());
    }
    let changes = decode(changeset, &Names::decode(names)?)?;
    by_value(tx.conn(), &changes)
}

/// Takes those changes of an operation back that `part` names, value by value, and returns what was kept.
pub(crate) fn take_back_part(
    tx: &mut Tx<'_>,
    operation: OperationId,
    part: impl Fn(&Tx<'_>, &Change) -> Result<bool, StoreError>,
) -> Result<Vec<KeptEdit>, StoreError> {
    let segments: Vec<(Vec<u8>, Vec<u8>)> = tx
        .conn()
        .prepare_cached("SELECT changeset, items FROM journal_segment WHERE operation_id = ?1 ORDER BY n DESC")?
        .query_map([Id(operation.0)], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut kept = Vec::new();
    for (changeset, names) in segments {
        let mut changes = Vec::new();
        for change in decode(&unpack(&changeset)?, &Names::decode(&names)?)? {
            if part(tx, &change)? {
                changes.push(change);
            }
        }
        kept.extend(by_value(tx.conn(), &changes)?);
    }
    Ok(kept)
}

/// Whether the inverted changeset fitted. When it did not, nothing was changed.
fn apply_inverse(conn: &Connection, mut changeset: &[u8]) -> Result<bool, StoreError> {
    let mut inverse = Vec::with_capacity(changeset.len());
    invert_strm(&mut changeset, &mut inverse)?;
    conn.execute_batch("SAVEPOINT taking_back")?;
    // Any conflict ends the attempt, SQLite rolls it back. In the handler nothing may be asked of a FOREIGN_KEY conflict but its count.
    let applied = conn.apply_strm(&mut inverse.as_slice(), None::<fn(&str) -> bool>, |_, _| ConflictAction::SQLITE_CHANGESET_ABORT);
    let fitted = match applied {
        Ok(()) => !statuses::someone_is_nowhere(conn)?,
        // Abort for a conflict of values, constraint for a reference that would be left dangling.
        Err(error) if matches!(error.sqlite_error_code(), Some(ErrorCode::OperationAborted | ErrorCode::ConstraintViolation)) => false,
        Err(error) => return Err(error.into()),
    };
    conn.execute_batch(if fitted { "RELEASE taking_back" } else { "ROLLBACK TO taking_back; RELEASE taking_back" })?;
    Ok(fitted)
}

fn by_value(conn: &Connection, changes: &[Change]) -> Result<Vec<KeptEdit>, StoreError> {
    let desk = Present::of(conn)?;
    let of = |table: &Recorded, insert: bool| {
        let name = table.name;
        changes.iter().filter(move |change| change.table == name && (change.kind == Kind::Insert) == insert)
    };
    let mut kept = Vec::new();
    // Rows come back parents first, and go children first.
    for table in RECORDED {
        for change in of(table, false) {
            kept.extend(match change.kind {
                Kind::Update => desk.give_values_back(change)?,
                _ => desk.give_row_back(change)?,
            });
        }
    }
    let mut staying = BTreeSet::new();
    for table in RECORDED {
        for change in of(table, true) {
            let edited = desk.edited_since(change)?;
            if !edited.is_empty() {
                staying.insert((table.name, change.row()));
                kept.extend(kept_edit(change, edited));
            }
        }
    }
    for table in RECORDED.iter().rev() {
        for change in of(table, true) {
            let stays = staying.contains(&(table.name, change.row())) || part_of_staying(table, change, &staying);
            // A row that is still referred to stays for that row's sake, which is the one to report.
            if !stays && !desk.referred_to(change)? {
                desk.take_row_away(change)?;
            }
        }
    }
    Ok(kept)
}

fn kept_edit(change: &Change, columns: Vec<String>) -> Option<KeptEdit> {
    Some(KeptEdit { table: change.table.clone(), row: change.row(), columns })
}

/// Whether the row belongs to one that stays: what the operation noted about a person stays with the person.
fn part_of_staying(table: &Recorded, change: &Change, staying: &BTreeSet<(&'static str, String)>) -> bool {
    table.owner.is_some_and(|(owner, column)| {
        change
            .columns
            .iter()
            .find(|part| part.name == column)
            .and_then(|part| part.new.as_ref())
            .is_some_and(|cell| staying.contains(&(owner, cell.shown())))
    })
}

fn key_condition(change: &Change) -> String {
    change.key().map(|(name, _)| format!("\"{name}\" = ?")).collect::<Vec<_>>().join(" AND ")
}

/// Whether a value that differs from what the operation left points to the same record all the same, which was made one with another since.
fn followed(conn: &Connection, column: &str, left: &Cell, now: &Cell) -> Result<bool, StoreError> {
    match (left, now) {
        (Cell::Text(_), Cell::Text(_)) => merging::only_followed(conn, column, &left.shown(), &now.shown()),
        _ => Ok(false),
    }
}

/// Where a person's status stands: its table and column.
const STATUS: (&str, &str) = ("person", "status");

struct Reference {
    table: &'static str,
    column: String,
    parent: String,
    parent_column: String,
}

/// The recorded tables as they are now.
struct Present<'c> {
    conn: &'c Connection,
    columns: BTreeMap<&'static str, Vec<String>>,
    references: Vec<Reference>,
}

impl<'c> Present<'c> {
    fn of(conn: &'c Connection) -> Result<Self, StoreError> {
        // A person's status is older than the table of statuses, so the schema does not say that it refers to one.
        let (table, column) = STATUS;
        let status = Reference { table, column: column.to_owned(), parent: "person_status".to_owned(), parent_column: "key".to_owned() };
        let mut present = Self { conn, columns: BTreeMap::new(), references: vec![status] };
        for table in RECORDED {
            present.columns.insert(table.name, columns(conn, table.name)?);
            let mut statement =
                conn.prepare_cached("SELECT \"from\", \"table\", coalesce(\"to\", 'id') FROM pragma_foreign_key_list(?1)")?;
            let mut rows = statement.query([table.name])?;
            while let Some(row) = rows.next()? {
                present.references.push(Reference {
                    table: table.name,
                    column: row.get(0)?,
                    parent: row.get(1)?,
                    parent_column: row.get(2)?,
                });
            }
        }
        Ok(present)
    }

    fn has_column(&self, table: &str, column: &str) -> bool {
        self.columns.get(table).is_some_and(|columns| columns.iter().any(|name| name == column))
    }

    /// The row as it is now: the columns the change knows and the table still has. `None` = it is gone.
    fn current(&self, change: &Change) -> Result<Option<BTreeMap<String, Cell>>, StoreError> {
        let known: Vec<&String> =
            change.columns.iter().map(|part| &part.name).filter(|name| self.has_column(&change.table, name)).collect();
        if known.is_empty() {
            return Ok(None);
        }
        let list = known.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let sql = format!("SELECT {list} FROM \"{}\" WHERE {}", change.table, key_condition(change));
        let row = self
            .conn
            .prepare_cached(&sql)?
            .query_row(params_from_iter(change.key().map(|(_, cell)| cell)), |row| {
                let mut values = BTreeMap::new();
                for (at, name) in known.iter().enumerate() {
                    values.insert((*name).clone(), Cell::from(row.get_ref(at)?));
                }
                Ok(values)
            })
            .optional()?;
        Ok(row)
    }

    /// Columns of an inserted row that no longer hold what was inserted; none when the row is gone.
    fn edited_since(&self, change: &Change) -> Result<Vec<String>, StoreError> {
        let Some(now) = self.current(change)? else { return Ok(Vec::new()) };
        Ok(change
            .columns
            .iter()
            .filter(|part| now.get(&part.name).is_some_and(|value| Some(value) != part.new.as_ref()))
            .map(|part| part.name.clone())
            .collect())
    }

    /// The operation changed values of this row: each gets its old value back unless it was changed again since.
    fn give_values_back(&self, change: &Change) -> Result<Option<KeptEdit>, StoreError> {
        let changed = || change.columns.iter().filter(|part| !part.key && part.new.is_some());
        let Some(now) = self.current(change)? else {
            return Ok(kept_edit(change, changed().map(|part| part.name.clone()).collect()));
        };
        let mut sets: Vec<(&str, &Cell)> = Vec::new();
        let mut later = Vec::new();
        for part in changed() {
            let (Some(old), Some(new)) = (&part.old, &part.new) else { continue };
            match now.get(&part.name) {
                Some(value)
                    if (value == new || followed(self.conn, &part.name, new, value)?)
                        && self.parent_exists(&change.table, &part.name, old)? =>
                {
                    sets.push((&part.name, old));
                }
                Some(value) if value == old => {}
                _ => later.push(part.name.clone()),
            }
        }
        if !sets.is_empty() {
            let assignments = sets.iter().map(|(name, _)| format!("\"{name}\" = ?")).collect::<Vec<_>>().join(", ");
            let sql = format!("UPDATE \"{}\" SET {assignments} WHERE {}", change.table, key_condition(change));
            let values = sets.iter().map(|(_, cell)| *cell).chain(change.key().map(|(_, cell)| cell));
            self.conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        }
        Ok(if later.is_empty() { None } else { kept_edit(change, later) })
    }

    /// The operation deleted this row: it comes back unless one with its key is there again.
    fn give_row_back(&self, change: &Change) -> Result<Option<KeptEdit>, StoreError> {
        if self.current(change)?.is_some() {
            return Ok(kept_edit(change, Vec::new()));
        }
        let mut values = Vec::new();
        let mut without = Vec::new();
        for part in change.columns.iter().filter(|part| self.has_column(&change.table, &part.name)) {
            let Some(old) = &part.old else { continue };
            if self.parent_exists(&change.table, &part.name, old)? {
                values.push((part.name.as_str(), Cow::Borrowed(old)));
                continue;
            }
            without.push(part.name.clone());
            if (change.table.as_str(), part.name.as_str()) == STATUS {
                // What somebody's status counts as they do not lose with it: the gate believes it.
                let counts_as = old.shown().split(':').next().unwrap_or_default().to_owned();
                values.push((part.name.as_str(), Cow::Owned(Cell::Text(counts_as.into_bytes()))));
            }
        }
        if !values.is_empty() {
            let names = values.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
            let marks = vec!["?"; values.len()].join(", ");
            let sql = format!("INSERT INTO \"{}\" ({names}) VALUES ({marks})", change.table);
            self.conn.prepare_cached(&sql)?.execute(params_from_iter(values.iter().map(|(_, cell)| cell.as_ref())))?;
        }
        Ok(if without.is_empty() { None } else { kept_edit(change, without) })
    }

    fn take_row_away(&self, change: &Change) -> Result<(), StoreError> {
        if self.columns.get(change.table.as_str()).is_none_or(Vec::is_empty) {
            return Ok(());
        }
        let sql = format!("DELETE FROM \"{}\" WHERE {}", change.table, key_condition(change));
        self.conn.prepare_cached(&sql)?.execute(params_from_iter(change.key().map(|(_, cell)| cell)))?;
        Ok(())
    }

    /// Whether a value of this column may stand: it refers to nothing, or to a row that is there.
    fn parent_exists(&self, table: &str, column: &str, value: &Cell) -> Result<bool, StoreError> {
        let reference = self.references.iter().find(|reference| reference.table == table && reference.column == column);
        match reference {
            Some(reference) if *value != Cell::Null => {
                let sql = format!("SELECT 1 FROM \"{}\" WHERE \"{}\" = ?1", reference.parent, reference.parent_column);
                Ok(self.conn.prepare_cached(&sql)?.exists([value])?)
            }
            _ => Ok(true),
        }
    }

    /// Whether another row refers to this one.
    fn referred_to(&self, change: &Change) -> Result<bool, StoreError> {
        for reference in self.references.iter().filter(|reference| reference.parent == change.table) {
            let target = change.columns.iter().find(|part| part.name == reference.parent_column);
            if let Some(value) = target.and_then(|part| part.new.as_ref()) {
                let sql = format!("SELECT 1 FROM \"{}\" WHERE \"{}\" = ?1", reference.table, reference.column);
                if self.conn.prepare_cached(&sql)?.exists([value])? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}
