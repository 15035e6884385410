//! Reading a file on a thread of its own, batch by batch.

use super::ImportFault;
use super::check::ReadRow;
use super::dates::LearningReader;
use super::incoming::{Reader, refused};
use super::mapping::{names, understand};
use super::open::STAGE;
use chrono::{DateTime, Utc};
use domain::views::imports::ImportAs;
use formats::people::Layout;
use formats::table::{Container, Delimiter, ReadOptions, Row, Table, open};
use sha2::{Digest, Sha256};
use std::io::Read as _;
use std::path::Path;
use store::imports::{Info, StagedRow};
use tokio::sync::mpsc::Sender;

/// Values shown of each column, and how much of one.
const SAMPLES: usize = 3;
const SAMPLE_CHARS: usize = 120;

/// What is known before the first row.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) hash: String,
    pub(super) kind: &'static str,
    pub(super) layout: Layout,
    pub(super) info: Info,
    pub(super) table: Table,
}

/// Opens the file and understands its columns. Blocks.
pub(super) fn open_file(path: &Path, read_as: ImportAs) -> Result<Opened, ImportFault> {
    let table = open(path, &ReadOptions::default())?;
    let info = table.info();
    let (layout, kind) = understand(&info.header, read_as)?;
    let known = Info {
        encoding: info.encoding.clone(),
        delimiter: info.delimiter.map(word).unwrap_or_default().to_owned(),
        header: info.header.clone(),
        header_line: info.header_line,
        samples: vec![Vec::new(); info.header.len()],
        ignored: if let Container::Archive { ignored, .. } = &info.container { ignored.clone() } else { Vec::new() },
        ..Info::default()
    };
    let hash = hash(path)?;
    table.check_unchanged()?;
    Ok(Opened { hash, kind, layout, info: known, table })
}

impl Opened {
    /// The mapping by name.
    pub(super) fn mapping(&self) -> Vec<Option<String>> {
        names(&self.layout)
    }

    /// Reads all rows and hands them over in batches; gives the samples of the columns and what was learnt of the dates. Blocks; ends early
    /// when nobody listens any more.
    pub(super) fn rows(mut self, now: DateTime<Utc>, to: &Sender<Batch>) -> Result<(Info, LearningReader), ImportFault> {
        let mut reader = LearningReader::new(Reader { layout: self.layout.clone(), source: self.kind, now }, None);
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
            rows.push((StagedRow { n: *n, line: row.line, cells: row.cells }, what));
        }
        rows
    }

    fn thousandths(&self) -> u32 {
        let (read, all) = self.table.progress();
        u32::try_from(read.saturating_mul(1_000) / all.max(1)).unwrap_or(1_000).min(1_000)
    }
}

/// Some rows of the file.
pub(super) struct Batch {
    pub(super) rows: Vec<ReadRow>,
    pub(super) thousandths: u32,
}

fn sample(samples: &mut [Vec<String>], row: &Row) {
    for (column, cell) in samples.iter_mut().zip(&row.cells) {
        let cell = cell.trim();
        if column.len() < SAMPLES && !cell.is_empty() {
            column.push(cell.chars().take(SAMPLE_CHARS).collect());
        }
    }
}

fn hash(path: &Path) -> Result<String, ImportFault> {
    let io = |error: std::io::Error| ImportFault::File(error.into());
    let mut file = std::fs::File::open(path).map_err(io)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0u8; 256 * 1024];
    loop {
        let read = file.read(&mut buffer).map_err(io)?;
        match buffer.get(..read) {
            Some(bytes) if read > 0 => hasher.update(bytes),
            _ => break,
        }
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn word(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => "comma",
        Delimiter::Semicolon => "semicolon",
        Delimiter::Tab => "tab",
        Delimiter::Pipe => "pipe",
    }
}
