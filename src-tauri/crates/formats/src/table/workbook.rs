//! A sheet of an XLSX workbook as records.

use std::io::{BufReader, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xlsx};

use super::{ReadOptions, TableError, records::Record};

/// Most text kept of a sheet, in bytes. A workbook may refer to one long text from a million cells.
const MAX_TEXT: u64 = 256 * 1024 * 1024;

/// A sheet with rows.
pub(super) struct Sheet {
    /// Its name.
    pub(super) name: String,
    /// The names of all worksheets, in their order.
    pub(super) names: Vec<String>,
    pub(super) records: Vec<Record>,
}

/// Reads the sheet asked for, else the first worksheet that is a `table` (a cover sheet is none), else the first that has anything; visible ones
/// first. Cell by cell: the size a sheet declares (up to 17 billion cells) allocates nothing.
///
/// Dates come out as `YYYY-MM-DD`, whole numbers without decimals, errors such as `#N/A` as nothing, formulas as the
/// value they last had. Rows without any filled cell are no records.
pub(super) fn read_sheet<R: Read + Seek>(input: R, options: &ReadOptions, table: impl Fn(&[Record]) -> bool) -> Result<Sheet, TableError> {
    // The reader multiplies what a damaged cell reference says without looking. Nothing of it is used after a panic.
    catch_unwind(AssertUnwindSafe(|| sheet(input, options, table))).unwrap_or(Err(TableError::DamagedWorkbook))
}

fn sheet<R: Read + Seek>(input: R, options: &ReadOptions, table: impl Fn(&[Record]) -> bool) -> Result<Sheet, TableError> {
    let mut workbook = Xlsx::new(BufReader::new(input)).map_err(|_| TableError::DamagedWorkbook)?;
    let worksheets: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let names: Vec<String> = worksheets.iter().map(|(name, _)| name.clone()).collect();
    if let Some(told) = &options.sheet {
        let found =
            names.iter().find(|name| *name == told).or_else(|| names.iter().find(|name| name.to_lowercase() == told.to_lowercase()));
        let Some(name) = found.cloned() else {
            return Err(TableError::NoSuchSheet { sheets: names });
        };
        let records = records(&mut workbook, &name, options)?;
        return if records.is_empty() { Err(TableError::Empty) } else { Ok(Sheet { name, names, records }) };
    }
    let (visible, hidden): (Vec<_>, Vec<_>) = worksheets.into_iter().partition(|(_, visible)| *visible);
    let mut cover = None;
    for (name, _) in visible.into_iter().chain(hidden) {
        let records = records(&mut workbook, &name, options)?;
        if table(&records) {
            return Ok(Sheet { name, names, records });
        }
        if !records.is_empty() {
            cover.get_or_insert((name, records));
        }
    }
    cover.map(|(name, records)| Sheet { name, names, records }).ok_or(TableError::Empty)
}

fn records<R: Read + Seek>(workbook: &mut Xlsx<BufReader<R>>, name: &str, options: &ReadOptions) -> Result<Vec<Record>, TableError> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|_| TableError::DamagedWorkbook)?;
    let mut cells_read = Cells { records: Vec::new(), text: 0 };
    while let Some(cell) = cells.next_cell().map_err(|_| TableError::DamagedWorkbook)? {
        let (row, column) = cell.get_position();
        cells_read.put(row.saturating_add(1), column as usize, text(cell.get_value()), options)?;
    }
    Ok(cells_read.records)
}

struct Cells {
    records: Vec<Record>,
    text: u64,
}

impl Cells {
    fn put(&mut self, line: u32, column: usize, value: String, options: &ReadOptions) -> Result<(), TableError> {
        if value.is_empty() {
            return Ok(());
        }
        if value.len() > options.max_cell_bytes {
            return Err(TableError::CellTooLarge { line, column: column + 1, limit: options.max_cell_bytes });
        }
        self.text += value.len() as u64;
        if self.text > MAX_TEXT {
            return Err(TableError::TooLarge { size: self.text, limit: MAX_TEXT });
        }
        if self.records.last().is_none_or(|record| record.line != line) {
            let columns = self.records.last().map_or(0, |record| record.cells.len());
            self.records.push(Record { line, cells: Vec::with_capacity(columns), filled: 0 });
        }
        if let Some(record) = self.records.last_mut() {
            record.filled = record.filled.max(column + 1);
            if column < options.max_columns {
                if record.cells.len() <= column {
                    record.cells.resize(column + 1, String::new());
                }
                if let Some(cell) = record.cells.get_mut(column) {
                    *cell = value;
                }
            }
        }
        Ok(())
    }
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::DateTime(moment) => match Data::DateTime(*moment) {
            Data::DateTime(moment) if moment.is_datetime() => moment.as_datetime().map_or_else(String::new, date_text),
            _ => number_text(moment.as_f64()),
        },
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn date_text(moment: chrono::NaiveDateTime) -> String {
    let midnight = moment.time() == chrono::NaiveTime::MIN;
    moment.format(if midnight { "%Y-%m-%d" } else { "%Y-%m-%d %H:%M:%S" }).to_string()
}

/// Spreadsheets keep `33612345678` as a float; a person reads it without decimals or exponent.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}
