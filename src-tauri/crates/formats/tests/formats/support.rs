use std::path::PathBuf;

use formats::{
    people::{Layout, PersonRow, Reading, Rejection, read_person, recognise},
    table::{self, ReadOptions, RowError, Table, TableError},
};

pub(crate) fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/imports").join(name)
}

pub(crate) fn table(text: impl Into<Vec<u8>>) -> Table {
    table::from_bytes(text.into(), &ReadOptions::default()).unwrap()
}

/// The error of a file, whether it shows at once or while its rows are read.
pub(crate) fn error(bytes: impl Into<Vec<u8>>) -> TableError {
    let table = match table::from_bytes(bytes.into(), &ReadOptions::default()) {
        Ok(table) => table,
        Err(error) => return error,
    };
    let fatal = table.into_iter().find_map(|row| match row {
        Err(RowError::Table(error)) => Some(error),
        _ => None,
    });
    fatal.expect("a bad file is refused")
}

pub(crate) fn cells(table: Table) -> Vec<Vec<String>> {
    table.map(|row| row.unwrap().cells).collect()
}

/// Everything a file says of people.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) layout: Option<Layout>,
    pub(crate) people: Vec<PersonRow>,
    pub(crate) rejected: Vec<Rejection>,
    pub(crate) blank: usize,
}

impl People {
    pub(crate) fn of(mut table: Table) -> Self {
        let layout = recognise(&table.info().header);
        let mut found = Self::default();
        for row in &mut table {
            match row {
                Ok(row) => match read_person(&layout, &row) {
                    Reading::Person(person) => found.people.push(*person),
                    Reading::Rejected(rejection) => found.rejected.push(rejection),
                    Reading::Blank => found.blank += 1,
                },
                Err(error) => found.rejected.push(Rejection::of_row(&error).unwrap()),
            }
        }
        found.layout = Some(layout);
        found
    }

    pub(crate) fn reasons(&self) -> Vec<(u32, &'static str)> {
        self.rejected.iter().map(|rejection| (rejection.line, rejection.reason.code())).collect()
    }
}
