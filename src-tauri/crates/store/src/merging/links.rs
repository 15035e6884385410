use crate::journal::RECORDED;
use crate::values::Id;
use crate::{Read, StoreError, Tx};
use domain::views::duplicates::DuplicateKind;
use rusqlite::Connection;
use uuid::Uuid;

/// Where a value came from follows the value, not the person.
const OF_VALUES: &str = "person_field";

/// The columns of recorded tables that point to a person, or to a company: found by their names, so that no table is forgotten.
#[derive(Debug, Clone)]
pub struct Links {
    kind: DuplicateKind,
    columns: Vec<(&'static str, String)>,
}

impl Links {
    /// Those of this desk.
    pub fn of(read: &Read<'_>, kind: DuplicateKind) -> Result<Self, StoreError> {
        Self::on(read.conn(), kind)
    }

    pub(crate) fn on(conn: &Connection, kind: DuplicateKind) -> Result<Self, StoreError> {
        let mut columns = Vec::new();
        for table in RECORDED {
            for column in crate::journal::columns(conn, table.name)? {
                if points_to(kind, &column) {
                    columns.push((table.name, column));
                }
            }
        }
        Ok(Self { kind, columns })
    }

    /// To what they point.
    pub fn kind(&self) -> DuplicateKind {
        self.kind
    }

    /// Those of one table.
    pub(super) fn of_table(&self, table: &str) -> impl Iterator<Item = &str> {
        self.columns.iter().filter(move |(name, _)| *name == table).map(|(_, column)| column.as_str())
    }

    /// Every row that points to `other` points to `survivor` from now on. A row of which the survivor has its own (both are on the same list)
    /// stays where it is.
    pub(crate) fn repoint(&self, tx: &Tx<'_>, survivor: Uuid, other: Uuid) -> Result<(), StoreError> {
        self.repoint_on(tx.conn(), survivor, other)
    }

    pub(crate) fn repoint_on(&self, conn: &Connection, survivor: Uuid, other: Uuid) -> Result<(), StoreError> {
        for (table, column) in self.columns.iter().filter(|(table, _)| *table != OF_VALUES) {
            let sql = format!("UPDATE OR IGNORE \"{table}\" SET \"{column}\" = ?1 WHERE \"{column}\" = ?2");
            conn.prepare_cached(&sql)?.execute([Id(survivor), Id(other)])?;
        }
        Ok(())
    }
}

/// Whether a column of this name points to a person, or a company.
pub(crate) fn points_to(kind: DuplicateKind, column: &str) -> bool {
    let name = match kind {
        DuplicateKind::Person => "person_id",
        DuplicateKind::Company => "company_id",
    };
    column.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('_'))
}

/// Whether a column of this name points to either.
pub(crate) fn is_link(column: &str) -> Option<DuplicateKind> {
    DuplicateKind::ALL.into_iter().find(|kind| points_to(*kind, column))
}
