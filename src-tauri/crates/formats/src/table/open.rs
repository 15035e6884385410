use std::{
    fs::File,
    io::{Cursor, Read, Seek, SeekFrom},
    path::Path,
};

use encoding_rs::Encoding;

use super::{
    Container, Fingerprint, ReadOptions, Table, TableError, TableInfo,
    bytes::TextReader,
    delimiter,
    encoding::{self, Detected},
    header,
    records::{Record, RecordLimits, Records},
    rows::Source,
    workbook,
};
use crate::{archive, objects, vcard};

/// Bytes looked at to find delimiter and header.
const SAMPLE: u64 = 256 * 1024;

/// Rows kept of a table without a header.
const BEGINNING: usize = 100;

/// What a source of bytes must be able to do: be read twice.
pub(super) trait Input: Read + Seek + Send {}
impl<T: Read + Seek + Send> Input for T {}

/// Opens a CSV, TSV, XLSX, JSON or vCard file or LinkedIn's archive as a table. What it is is decided by its content, not its name.
///
/// Reads the whole file once; the rows are streamed in a second pass by the [`Table`].
///
/// # Errors
/// See [`TableError`]. A file above the size limit is refused unread.
pub fn open(path: &Path, options: &ReadOptions) -> Result<Table, TableError> {
    // Before opening: opening a pipe would wait for its writer.
    let metadata = std::fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(TableError::NotAFile);
    }
    let fingerprint = Fingerprint::from_metadata(&metadata);
    let mut table = open_input(Box::new(File::open(path)?), fingerprint.size, options)?;
    table.path = Some(path.to_path_buf());
    table.info.fingerprint = Some(fingerprint);
    table.check_unchanged()?;
    Ok(table)
}

/// Opens bytes as a table: a paste, or a file that is already in memory.
///
/// # Errors
/// See [`TableError`].
pub fn from_bytes(bytes: Vec<u8>, options: &ReadOptions) -> Result<Table, TableError> {
    let size = bytes.len() as u64;
    open_input(Box::new(Cursor::new(bytes)), size, options)
}

fn open_input(mut input: Box<dyn Input>, size: u64, options: &ReadOptions) -> Result<Table, TableError> {
    if size == 0 {
        return Err(TableError::Empty);
    }
    let mut start = Vec::new();
    input.by_ref().take(512).read_to_end(&mut start)?;
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return open_zip(input, options);
    }
    if size > options.max_bytes {
        return Err(TableError::TooLarge { size, limit: options.max_bytes });
    }
    if vcard::is_vcard(&start) {
        return open_cards(input);
    }
    if objects::is_objects(&start) {
        return open_objects(input, options);
    }
    open_text(input, &start, size, options)
}

/// Objects are laid out in columns whole, under the limit that was asked for already.
fn open_objects(mut input: Box<dyn Input>, options: &ReadOptions) -> Result<Table, TableError> {
    input.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let objects = objects::read(&bytes).map_err(|line| TableError::NotAnObject { line })?;
    let width = objects.header.len();
    if width > options.max_columns {
        return Err(TableError::TooManyColumns { line: 1, limit: options.max_columns });
    }
    let mut records = Vec::with_capacity(objects.rows.len());
    for (line, cells) in objects.rows {
        if let Some(column) = cells.iter().position(|cell| cell.len() > options.max_cell_bytes) {
            return Err(TableError::CellTooLarge { line, column: column + 1, limit: options.max_cell_bytes });
        }
        records.push(Record { line, filled: cells.len(), cells });
    }
    let info = TableInfo {
        container: Container::Objects,
        encoding: "UTF-8".to_owned(),
        had_bom: false,
        delimiter: None,
        header_line: 1,
        header: header::clean(objects.header, width),
        fingerprint: None,
    };
    let source = Source::Sheet(records.into_iter());
    Ok(Table { info, source, path: None, finished: false, size: bytes.len() as u64, beginning: Vec::new() })
}

/// Cards are laid out in columns whole, under the limit that was asked for already.
fn open_cards(mut input: Box<dyn Input>) -> Result<Table, TableError> {
    input.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let (header, rows) = vcard::rows(&bytes);
    let records: Vec<Record> = rows.into_iter().map(|(line, cells)| Record { line, filled: cells.len(), cells }).collect();
    let info = TableInfo {
        container: Container::Cards,
        encoding: "UTF-8".to_owned(),
        had_bom: false,
        delimiter: None,
        header_line: 1,
        header,
        fingerprint: None,
    };
    let source = Source::Sheet(records.into_iter());
    Ok(Table { info, source, path: None, finished: false, size: bytes.len() as u64, beginning: Vec::new() })
}

fn open_zip(input: Box<dyn Input>, options: &ReadOptions) -> Result<Table, TableError> {
    let mut zip = archive::Archive::open(input)?;
    if zip.has("xl/workbook.xml") {
        zip.check_parts(options.max_bytes)?;
        let sheet = workbook::read_sheet(zip.into_inner(), options, |records| has_rows(records, options))?;
        return sheet_table(sheet, options);
    }
    if zip.has("mimetype") && zip.has("content.xml") || zip.has("xl/workbook.bin") {
        return Err(TableError::UnsupportedWorkbook);
    }
    let connections = zip.connections()?;
    if connections.bytes.is_empty() {
        return Err(TableError::Empty);
    }
    // Text or nothing: an archive inside the archive, and one inside that, is no list of connections.
    let start = connections.bytes.get(..512).unwrap_or(&connections.bytes).to_vec();
    let size = connections.bytes.len() as u64;
    let mut table = open_text(Box::new(Cursor::new(connections.bytes)), &start, size, options)?;
    table.info.container = Container::Archive { entry: connections.entry, ignored: connections.ignored };
    Ok(table)
}

fn sheet_table(sheet: workbook::Sheet, options: &ReadOptions) -> Result<Table, TableError> {
    let workbook::Sheet { name, names, records } = sheet;
    let index = header_index(&records, options)?;
    let (header, beginning) = match index {
        Some(_) => (Vec::new(), Vec::new()),
        None => unnamed(&records, options)?,
    };
    let mut rest = records.into_iter();
    let (header_line, header) = match index {
        Some(index) => {
            let row = rest.nth(index).ok_or(TableError::NoHeader)?;
            (row.line, header_names(row, options)?)
        }
        None => (0, header),
    };
    let info = TableInfo {
        container: Container::Workbook { sheet: name, sheets: names },
        encoding: "UTF-8".to_owned(),
        had_bom: false,
        delimiter: None,
        header_line,
        header,
        fingerprint: None,
    };
    Ok(Table { info, source: Source::Sheet(rest), path: None, finished: false, size: 0, beginning })
}

fn open_text(mut input: Box<dyn Input>, start: &[u8], size: u64, options: &ReadOptions) -> Result<Table, TableError> {
    encoding::refuse_known_binaries(start)?;
    let detected = detect_encoding(&mut input, start, options)?;
    let limits = RecordLimits { max_columns: options.max_columns, max_cell_bytes: options.max_cell_bytes };
    let sample = sample(&mut input, detected)?;
    if sample.trim().is_empty() && size <= SAMPLE {
        return Err(TableError::Empty);
    }
    let truncated = size > SAMPLE;
    let delimiter = options.delimiter.unwrap_or_else(|| delimiter::detect(&sample, truncated, limits));
    let found = delimiter::records(&sample, truncated, delimiter, limits);
    let index = header_index(&found, options);

    input.seek(SeekFrom::Start(detected.bom))?;
    let mut records = Records::new(TextReader::new(input, detected.encoding), delimiter.byte(), limits);
    let ((header_line, header), beginning) = if index == Ok(None) {
        if found.first().is_some_and(header::is_hint) {
            records.next_record(0)?;
        }
        let (header, beginning) = unnamed(&found, options)?;
        ((0, header), beginning)
    } else {
        let line = index.map(|index| index.and_then(|index| found.get(index)).map(|record| record.line));
        let row = loop {
            // An unreadable beginning (a quote never closed, an endless cell) explains itself here, better than "no header".
            let record = records.next_record(0)?.ok_or(TableError::NoHeader)?;
            if Some(record.line) == line.clone()? {
                break record;
            }
        };
        ((row.line, header_names(row, options)?), Vec::new())
    };
    let info = TableInfo {
        container: Container::Text,
        encoding: detected.encoding.name().to_owned(),
        had_bom: detected.bom > 0,
        delimiter: Some(delimiter),
        header_line,
        header,
        fingerprint: None,
    };
    Ok(Table { info, source: Source::Text(records), path: None, finished: false, size, beginning })
}

fn detect_encoding(input: &mut Box<dyn Input>, start: &[u8], options: &ReadOptions) -> Result<Detected, TableError> {
    let marked = encoding::byte_order_mark(start);
    let bom = marked.map_or(0, |marked| marked.bom);
    if let Some(label) = &options.encoding {
        let encoding = Encoding::for_label(label.as_bytes()).ok_or(TableError::UnknownEncoding)?;
        return Ok(Detected { encoding, bom });
    }
    input.seek(SeekFrom::Start(bom))?;
    match marked {
        Some(marked) if encoding::is_wide(marked.encoding) => Ok(marked),
        _ => Ok(Detected { bom, ..encoding::detect(input)? }),
    }
}

/// The beginning of the file as text.
fn sample(input: &mut Box<dyn Input>, detected: Detected) -> Result<String, TableError> {
    input.seek(SeekFrom::Start(detected.bom))?;
    let mut bytes = Vec::new();
    input.by_ref().take(SAMPLE).read_to_end(&mut bytes)?;
    Ok(detected.encoding.decode_without_bom_handling(&bytes).0.into_owned())
}

/// Where the header stands among the first records; `None` where there is none.
fn header_index(records: &[Record], options: &ReadOptions) -> Result<Option<usize>, TableError> {
    let index = match options.header_line {
        Some(0) if !records.is_empty() => Some(None),
        Some(line) => records.iter().position(|record| record.line == line).map(Some),
        None => header::locate(records).map(|found| found.index),
    };
    index.ok_or(if records.is_empty() { TableError::Empty } else { TableError::NoHeader })
}

/// Whether there is anything below the header, or at all where there is none.
fn has_rows(records: &[Record], options: &ReadOptions) -> bool {
    match header_index(records, options) {
        Ok(Some(index)) => records.len() > index + 1,
        Ok(None) => true,
        Err(_) => false,
    }
}

/// Names for columns that have none, as many as the widest of the first rows has, and these rows.
fn unnamed(records: &[Record], options: &ReadOptions) -> Result<(Vec<String>, Vec<Vec<String>>), TableError> {
    let rows = records.iter().filter(|record| !header::is_hint(record));
    let (width, line) = rows.clone().map(|record| (record.filled, record.line)).max().unwrap_or_default();
    if width > options.max_columns {
        return Err(TableError::TooManyColumns { line, limit: options.max_columns });
    }
    Ok((header::letters(width), rows.take(BEGINNING).map(|record| record.cells.clone()).collect()))
}

fn header_names(row: Record, options: &ReadOptions) -> Result<Vec<String>, TableError> {
    if row.filled > options.max_columns {
        return Err(TableError::TooManyColumns { line: row.line, limit: options.max_columns });
    }
    Ok(header::clean(row.cells, row.filled))
}
