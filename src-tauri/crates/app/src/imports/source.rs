//! Reading a file on a thread of its own, batch by batch.

use super::ImportFault;
use super::check::ReadRow;
use super::dates::LearningReader;
use super::incoming::refused;
use super::mapping::{Understood, names, understand};
use super::open::STAGE;
use domain::text::fold_words;
use domain::views::imports::{ImportAs, ImportReading, ImportSeparator};
use formats::people::Layout;
use formats::table::{Container, Delimiter, ReadOptions, Row, Table, TableError, from_bytes, open};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use store::imports::{Detected, Info, StagedRow, Told};
use tokio::sync::mpsc::Sender;

/// Values shown of each column, and how much of one.
const SAMPLES: usize = 3;
const SAMPLE_CHARS: usize = 120;

/// Where the rows come from.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// A file.
    File(PathBuf),
    /// Pasted text.
    Text(String),
}

impl Content {
    /// The table, read as told. Blocks.
    pub(super) fn open(&self, options: &ReadOptions) -> Result<Table, TableError> {
        match self {
            Self::File(path) => open(path, options),
            Self::Text(text) => from_bytes(text.clone().into_bytes(), options),
        }
    }

    fn hash(&self) -> Result<String, ImportFault> {
        match self {
            Self::File(path) => hash(&mut std::fs::File::open(path).map_err(io)?),
            Self::Text(text) => hash(&mut text.as_bytes()),
        }
    }
}

/// What the seller told about reading, in the words of the reader.
pub(super) fn options(reading: &ImportReading) -> ReadOptions {
    ReadOptions {
        encoding: reading.encoding.clone(),
        delimiter: reading.delimiter.map(separator),
        header_line: reading.header_line,
        sheet: reading.sheet.clone(),
        ..ReadOptions::default()
    }
}

/// What is known before the first row.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) hash: String,
    pub(super) kind: &'static str,
    pub(super) layout: Layout,
    /// Its fields by name, and those of the seller's own.
    pub(super) mapping: Vec<Option<String>>,
    pub(super) info: Info,
    pub(super) table: Table,
}

/// Opens the file and understands its columns. Blocks.
pub(super) fn open_file(content: &Content, read_as: ImportAs, reading: &ImportReading) -> Result<Opened, ImportFault> {
    let table = content.open(&options(reading))?;
    let info = table.info();
    let Understood { layout, kind, .. } = understand(&info.header, table.beginning(), read_as, reading.preset)?;
    let delimiter = info.delimiter.map(word).unwrap_or_default().to_owned();
    let found = |told: bool, found: &str| if told { String::new() } else { found.to_owned() };
    let known = Info {
        detected: Detected {
            encoding: found(reading.encoding.is_some(), &info.encoding),
            delimiter: found(reading.delimiter.is_some(), &delimiter),
            header_line: if reading.header_line.is_some() { 0 } else { info.header_line },
        },
        encoding: info.encoding.clone(),
        delimiter,
        header: info.header.clone(),
        header_line: info.header_line,
        sheet: sheet_of(&info.container).0.to_owned(),
        sheets: sheet_of(&info.container).1.to_vec(),
        samples: vec![Vec::new(); info.header.len()],
        ignored: if let Container::Archive { ignored, .. } = &info.container { ignored.clone() } else { Vec::new() },
        ..Info::default()
    };
    let hash = content.hash()?;
    table.check_unchanged()?;
    Ok(Opened { hash, kind, mapping: names(&layout), layout, info: known, table })
}

/// What an import notes of its file before the first row.
pub(super) struct Begun {
    pub(super) hash: String,
    pub(super) kind: String,
    pub(super) mapping: Vec<Option<String>>,
    pub(super) signature: String,
}

impl Opened {
    pub(super) fn begun(&self) -> Begun {
        Begun { hash: self.hash.clone(), kind: self.kind.to_owned(), mapping: self.mapping.clone(), signature: self.signature() }
    }

    /// What files of one making have in common: the names of their columns, or what stands in them where they have none.
    pub(super) fn signature(&self) -> String {
        let name = |(at, name): (usize, &String)| match self.info.header_line {
            0 => format!("{at} {}", self.layout.columns.get(at).copied().flatten().map_or("", |field| field.code())),
            _ => fold_words(name),
        };
        let names: Vec<String> = self.info.header.iter().enumerate().map(name).collect();
        hash(&mut names.join("\u{1f}").as_bytes()).unwrap_or_default()
    }

    /// Reads all rows and hands them over in batches; gives the samples of the columns and what was learnt of the dates. Blocks; ends early
    /// when nobody listens any more.
    pub(super) fn rows(mut self, mut reader: LearningReader, to: &Sender<Batch>) -> Result<(Info, LearningReader), ImportFault> {
        let mut block = Vec::with_capacity(STAGE);
        let mut n = 0u32;
        while let Some(next) = self.table.next() {
            block.push(match next {
                Ok(row) => row,
                Err(error) => refused(error)?,
            });
            if block.len() == STAGE {
                let rows = self.read(&mut reader, &mut block, &mut n);
                if to.blocking_send(Batch { rows, thousandths: self.thousandths() }).is_err() {
                    return Ok((self.info, reader));
                }
            }
        }
        let rows = self.read(&mut reader, &mut block, &mut n);
        // An error only means that nobody listens.
        let _nobody = to.blocking_send(Batch { rows, thousandths: 1_000 });
        Ok((self.info, reader))
    }

    /// Reads the rows of a block, which is empty afterwards, and numbers those that are not blank.
    fn read(&mut self, reader: &mut LearningReader, block: &mut Vec<Row>, n: &mut u32) -> Vec<ReadRow> {
        reader.learn(block.iter().map(|row| &row.cells));
        let mut rows = Vec::with_capacity(block.len());
        for row in block.drain(..) {
            let Some(what) = reader.reader.read(&row) else { continue };
            sample(&mut self.info.samples, &row);
            *n = n.saturating_add(1);
            rows.push((StagedRow { n: *n, line: row.line, cells: row.cells, told: Told::default() }, what));
        }
        rows
    }

    fn thousandths(&self) -> u32 {
        let (read, all) = self.table.progress();
        u32::try_from(read.saturating_mul(1_000) / all.max(1)).unwrap_or(1_000).min(1_000)
    }
}

/// The sheet a workbook was read from, and all it has.
pub(super) fn sheet_of(container: &Container) -> (&str, &[String]) {
    match container {
        Container::Workbook { sheet, sheets } => (sheet, sheets),
        _ => ("", &[]),
    }
}

/// Some rows of the file.
pub(super) struct Batch {
    pub(super) rows: Vec<ReadRow>,
    pub(super) thousandths: u32,
}

/// Notes the first values of each column.
pub(super) fn sample(samples: &mut [Vec<String>], row: &Row) {
    for (column, cell) in samples.iter_mut().zip(&row.cells) {
        let cell = cell.trim();
        if column.len() < SAMPLES && !cell.is_empty() {
            column.push(cell.chars().take(SAMPLE_CHARS).collect());
        }
    }
}

fn io(error: std::io::Error) -> ImportFault {
    ImportFault::File(error.into())
}

fn hash(from: &mut dyn std::io::Read) -> Result<String, ImportFault> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0u8; 256 * 1024];
    loop {
        let read = from.read(&mut buffer).map_err(io)?;
        match buffer.get(..read) {
            Some(bytes) if read > 0 => hasher.update(bytes),
            _ => break,
        }
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The name a separator has on the wire.
pub(super) fn word(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => "comma",
        Delimiter::Semicolon => "semicolon",
        Delimiter::Tab => "tab",
        Delimiter::Pipe => "pipe",
    }
}

fn separator(told: ImportSeparator) -> Delimiter {
    match told {
        ImportSeparator::Comma => Delimiter::Comma,
        ImportSeparator::Semicolon => Delimiter::Semicolon,
        ImportSeparator::Tab => Delimiter::Tab,
        ImportSeparator::Pipe => Delimiter::Pipe,
    }
}
