use super::ImportFault;
use super::dates::LearningReader;
use super::incoming::{Home, Reader, What, refused};
use super::mapping::{self, Understood, understand};
use super::reread::content;
use super::source::{Content, options, sample, sheet_of, word};
use super::view::find;
use crate::App;
use domain::people::PersonField;
use domain::views::imports::{
    ImportAs, ImportColumn, ImportPreset, ImportPreview, ImportPreviewRequest, ImportPreviewRow, ImportReading, ImportRival,
    ImportSeparator, ImportUnderstood,
};
use formats::people::{Field, Layout};
use formats::table::{Row, Table};
use std::collections::BTreeMap;
use store::imports::{Import, Info};

/// Rows shown.
const SHOWN: usize = 20;
/// Rows that are looked at for what tells one way of reading from another.
const LOOKED_AT: usize = 2_000;
/// Characters of a cell that are shown.
const CHARS: usize = 120;
/// Encodings offered beside the one detected: what spreadsheets and older programs write in Western Europe.
const ENCODINGS: [&str; 4] = ["UTF-8", "windows-1252", "macintosh", "UTF-16LE"];
const SEPARATORS: [(ImportSeparator, &str); 4] = [
    (ImportSeparator::Comma, "comma"),
    (ImportSeparator::Semicolon, "semicolon"),
    (ImportSeparator::Tab, "tab"),
    (ImportSeparator::Pipe, "pipe"),
];

/// The beginning of the file of an import as it would be read, and what the other ways would make of it. Nothing is kept.
///
/// # Errors
/// `imports.not_found`, and whatever refuses a file.
pub async fn preview(app: &App, request: ImportPreviewRequest) -> Result<ImportPreview, ImportFault> {
    let desk = app.desk()?;
    let import = find(&desk, request.id).await?;
    let content = content(&desk, &import).await?;
    let (now, home) = (app.ports().clock.now(), desk.read(Home::load).await?);
    let look = move || Look { content, import, now, home }.preview(&request.reading);
    tokio::task::spawn_blocking(look).await.map_err(|_| ImportFault::Interrupted)?
}

struct Look {
    content: Content,
    import: Import,
    now: chrono::DateTime<chrono::Utc>,
    home: Home,
}

impl Look {
    /// What is told, and beyond it what the first reading of the whole file found: it is not read whole again.
    fn settled(&self, reading: &ImportReading) -> ImportReading {
        let detected = &self.import.info.detected;
        let encoding = Some(detected.encoding.clone()).filter(|encoding| !encoding.is_empty());
        ImportReading { encoding: reading.encoding.clone().or(encoding), ..reading.clone() }
    }

    fn preview(&self, told: &ImportReading) -> Result<ImportPreview, ImportFault> {
        let reading = self.settled(told);
        let mut table = self.content.open(&options(&reading))?;
        let text = table.info().delimiter.is_some();
        let rows = beginning(&mut table)?;
        let info = table.info();
        let header = info.header.clone();
        let Meant { layout, mapping, preset, recognised } = self.meant(&table, &reading)?;
        let known = Info { delimiter: info.delimiter.map(word).unwrap_or_default().to_owned(), ..Info::default() };
        let mut samples = vec![Vec::new(); header.len()];
        rows.iter().for_each(|row| sample(&mut samples, row));
        let columns = header.iter().zip(mapping.clone()).zip(samples).enumerate().map(|(at, ((header, field), samples))| {
            let tells_of = super::view::tells_of(&layout, at);
            ImportColumn { header: header.clone(), field, samples, tells_of }
        });
        let columns = columns.collect();
        let reader = Reader::of(layout, &mapping, (&self.import.kind, &reading, &known), self.now, &self.home);
        let mut reader = LearningReader::new(reader, told.dates);
        reader.learn(rows.iter().map(|row| &row.cells));
        Ok(ImportPreview {
            encodings: if text { self.encodings(&reading, &rows) } else { Vec::new() },
            delimiters: if text { self.delimiters(&reading) } else { Vec::new() },
            encoding: info.encoding.clone(),
            header_line: info.header_line,
            sheet: sheet_of(&info.container).0.to_owned(),
            sheets: sheet_of(&info.container).1.to_vec(),
            preset,
            recognised,
            numbers: reader.reader.numbers,
            country: reader.reader.country.clone(),
            delimiter: known.delimiter,
            columns,
            rows: rows.iter().filter_map(|row| shown(&reader.reader, row)).take(SHOWN).collect(),
        })
    }

    /// The mapping of the import where its columns are still these.
    fn meant(&self, table: &Table, reading: &ImportReading) -> Result<Meant, ImportFault> {
        let (header, beginning) = (&table.info().header, table.beginning());
        let recognised = understand(header, beginning, ImportAs::Auto, None)?.preset;
        let Understood { layout, kind, preset } = understand(header, beginning, ImportAs::Auto, reading.preset)?;
        if *header != self.import.info.header || reading.preset != self.import.settings.reading.preset {
            let mapping = mapping::with_own(mapping::names(&layout), header, &self.home);
            return Ok(Meant { layout, mapping, preset, recognised });
        }
        let mapping = self.import.mapping.clone();
        let layout = mapping::layout_of(header, (kind, reading.preset), &mapping, &BTreeMap::new());
        Ok(Meant { layout, mapping, preset, recognised })
    }

    /// What each encoding makes of the first cell on which they differ from the one in use.
    fn encodings(&self, reading: &ImportReading, rows: &[Row]) -> Vec<ImportRival> {
        let detected = self.import.info.detected.encoding.as_str();
        let mut labels = vec![detected];
        labels.extend(ENCODINGS.into_iter().filter(|label| !label.eq_ignore_ascii_case(detected)));
        if let Some(told) = reading.encoding.as_deref().filter(|told| !labels.iter().any(|label| label.eq_ignore_ascii_case(told))) {
            labels.push(told);
        }
        labels.retain(|label| !label.is_empty());
        let read: Vec<(&str, Vec<Row>)> = labels
            .into_iter()
            .filter_map(|label| {
                let told = ImportReading { encoding: Some(label.to_owned()), ..reading.clone() };
                let mut table = self.content.open(&options(&told)).ok()?;
                Some((label, beginning(&mut table).ok()?))
            })
            .collect();
        let telling = telling_cell(rows, &read);
        read.iter()
            .map(|(label, read)| ImportRival {
                value: (*label).to_owned(),
                detected: *label == detected,
                sample: telling.and_then(|(row, column)| cell(read, row, column)).unwrap_or_default(),
                broken: count(read.iter().filter(|row| row.cells.iter().any(|cell| cell.contains(lost)))),
                columns: count(read.first().into_iter().flat_map(|row| &row.cells)),
            })
            .collect()
    }

    fn delimiters(&self, reading: &ImportReading) -> Vec<ImportRival> {
        let read = |told: ImportSeparator| {
            let told = ImportReading { delimiter: Some(told), header_line: None, ..reading.clone() };
            let mut table = self.content.open(&options(&told)).ok()?;
            let columns = table.info().header.len();
            let mut broken = 0u32;
            for row in table.by_ref().take(LOOKED_AT) {
                match row {
                    Ok(_) => {}
                    Err(formats::table::RowError::TooManyCells { .. }) => broken = broken.saturating_add(1),
                    Err(_) => return None,
                }
            }
            Some((u32::try_from(columns).unwrap_or(u32::MAX), broken))
        };
        let rival = |(told, code): (ImportSeparator, &str)| {
            let (columns, broken) = read(told)?;
            let detected = self.import.info.detected.delimiter == code;
            Some(ImportRival { value: code.to_owned(), detected, sample: String::new(), broken, columns })
        };
        SEPARATORS.into_iter().filter_map(rival).collect()
    }
}

/// What the columns are understood as.
struct Meant {
    layout: Layout,
    mapping: Vec<Option<String>>,
    preset: ImportPreset,
    recognised: ImportPreset,
}

/// The first rows; those that do not fit the columns are rows all the same.
fn beginning(table: &mut Table) -> Result<Vec<Row>, ImportFault> {
    table.by_ref().take(LOOKED_AT).map(|row| row.or_else(refused).map_err(ImportFault::from)).collect()
}

/// Row and column of the first cell that is not the same in every way of reading.
fn telling_cell(rows: &[Row], read: &[(&str, Vec<Row>)]) -> Option<(usize, usize)> {
    rows.iter().enumerate().find_map(|(row, here)| {
        here.cells.iter().enumerate().find_map(|(column, text)| {
            let other = read.iter().any(|(_, rows)| rows.get(row).and_then(|row| row.cells.get(column)).is_some_and(|cell| cell != text));
            (other && text.chars().count() <= 40).then_some((row, column))
        })
    })
}

fn cell(rows: &[Row], row: usize, column: usize) -> Option<String> {
    Some(rows.get(row)?.cells.get(column)?.chars().take(40).collect())
}

/// A letter that is no letter: what a wrong encoding makes of others.
fn lost(c: char) -> bool {
    c == '\u{fffd}' || ('\u{80}'..'\u{a0}').contains(&c)
}

fn count<T>(of: impl Iterator<Item = T>) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}

/// A row, with what is understood of the cells that are read otherwise than they are written; nothing of a blank one, which no import counts.
fn shown(reader: &Reader, row: &Row) -> Option<ImportPreviewRow> {
    let what = reader.read(row)?;
    let incoming = if let What::Person(incoming, _) = &what { Some(incoming) } else { None };
    let value = |field: Field| {
        let given = |field| incoming.filter(|row| row.given.contains(&field));
        match field {
            Field::ConnectedOn => given(PersonField::ConnectedOn).map(|row| PersonField::ConnectedOn.get(&row.person).into_owned()),
            Field::AddedOn => given(PersonField::AddedOn).map(|row| PersonField::AddedOn.get(&row.person).into_owned()),
            Field::FollowUpCount => given(PersonField::FollowupCount).map(|row| row.person.followup_count.to_string()),
            Field::Phone => given(PersonField::Phone).map(|row| row.person.phone_norm.clone()),
            _ => given(PersonField::Email).map(|row| row.person.email.clone()),
        }
    };
    let read = [Field::ConnectedOn, Field::AddedOn, Field::FollowUpCount, Field::Phone, Field::Email];
    let understood = read.into_iter().filter_map(|field| {
        let column = reader.layout.column(field)?;
        let written = row.cells.get(column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())?;
        let value = value(field).unwrap_or_default();
        (value != written).then_some(ImportUnderstood { column: u32::try_from(column).unwrap_or(u32::MAX), value })
    });
    Some(ImportPreviewRow {
        line: row.line,
        cells: row.cells.iter().map(|cell| cell.chars().take(CHARS).collect()).collect(),
        understood: understood.collect(),
    })
}
