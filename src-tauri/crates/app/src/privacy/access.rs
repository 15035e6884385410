use super::PrivacyFault;
use super::card::card;
use super::page::page;
use super::told::Teller;
use crate::App;
use crate::exports::Target;
use crate::files::{CopyError, write_contents};
use crate::history::every_change_of;
use domain::files::{numbered, safe};
use domain::views::exports::ExportDone;
use domain::views::privacy::{AccessData, AccessRequest, HeldTable};
use domain::writing::Language;
use formats::export::{Cell, CsvExport, CsvStyle, ExportError};
use std::collections::HashSet;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use store::Read;
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// Writes everything held about one person to a zip file, in the clear: a page to read, its rows as a CSV for each table, all of it as
/// JSON, and the files kept on them.
///
/// # Errors
/// `people.not_found`, `exports.unwritable_file`; when the desk is locked or cannot be read.
pub async fn access(app: &App, request: AccessRequest) -> Result<ExportDone, PrivacyFault> {
    let at = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let person = store::people::get(read, request.id)?.ok_or(PrivacyFault::NotFound)?;
            let tables = store::privacy::held_about(read, request.id)?;
            let tables = tables.into_iter().map(|held| HeldTable { table: held.table, columns: held.columns, rows: held.rows }).collect();
            let data = AccessData { at, privacy: card(read, request.id, at)?, tables, changes: every_change_of(read, request.id)? };
            write(read, &person.label(), &data, PathBuf::from(request.path))
        })
        .await
}

fn write(read: &Read<'_>, name: &str, data: &AccessData, path: PathBuf) -> Result<ExportDone, PrivacyFault> {
    let settings = store::settings::load(read)?;
    let language = Language::of_code(settings.text("identity.locale")).unwrap_or(Language::Fr);
    let teller = Teller::new(read, language, settings.zone())?;
    let tables = data.tables.iter().filter_map(|table| teller.told(table).transpose()).collect::<Result<Vec<_>, _>>()?;
    let target = Target::new(path);
    let mut zip = ZipWriter::new(target.create()?);
    let form = SimpleFileOptions::default();
    let rows = data.tables.iter().map(|table| table.rows.len()).sum::<usize>();
    zip.start_file("index.html", form).map_err(unwritten)?;
    zip.write_all(page(&teller, &settings, name, data, &tables).as_bytes()).map_err(ExportError::from)?;
    zip.start_file("data.json", form).map_err(unwritten)?;
    let json = serde_json::to_vec_pretty(data).map_err(|error| ExportError::Io(std::io::Error::from(error).kind()))?;
    zip.write_all(&json).map_err(ExportError::from)?;
    let style = if language == Language::Fr { CsvStyle::EXCEL_FR } else { CsvStyle { bom: true, ..CsvStyle::PLAIN } };
    let mut taken = HashSet::new();
    for table in &tables {
        let heads: Vec<&str> = table.heads.iter().map(String::as_str).collect();
        let mut csv = CsvExport::new(Vec::new(), style, &heads)?;
        for row in &table.rows {
            csv.row(&row.iter().map(|value| Cell::from(value.as_str())).collect::<Vec<_>>())?;
        }
        zip.start_file(format!("csv/{}", free(&mut taken, &safe(&format!("{}.csv", table.name)))), form).map_err(unwritten)?;
        zip.write_all(&csv.finish()?).map_err(ExportError::from)?;
    }
    let mut taken = HashSet::new();
    for (name, hash) in files(&data.tables) {
        zip.start_file(format!("files/{}", free(&mut taken, &name)), form).map_err(unwritten)?;
        write_contents(read, hash, &mut zip)?;
    }
    let file = zip.finish().map_err(unwritten)?;
    Ok(target.finish(BufWriter::new(file), u32::try_from(rows).unwrap_or(u32::MAX))?)
}

/// A name no other file of the folder has.
fn free(taken: &mut HashSet<String>, name: &str) -> String {
    let mut names = std::iter::once(name.to_owned()).chain((2..).map(|n| numbered(name, n)));
    names.find(|name| taken.insert(name.to_lowercase())).unwrap_or_else(|| name.to_owned())
}

/// The files among what is held, in the trash too: names that are safe outside, and what is in them.
fn files(tables: &[HeldTable]) -> Vec<(String, &str)> {
    let Some(table) = tables.iter().find(|table| table.table == "file") else { return Vec::new() };
    let at = |column: &str| table.columns.iter().position(|name| name == column);
    let (Some(name), Some(hash)) = (at("name"), at("hash")) else { return Vec::new() };
    table.rows.iter().filter_map(|row| Some((safe(row.get(name)?.as_deref()?), row.get(hash)?.as_deref()?))).collect()
}

impl From<CopyError> for PrivacyFault {
    fn from(error: CopyError) -> Self {
        match error {
            CopyError::Store(error) => error.into(),
            CopyError::File(error) => error.into(),
        }
    }
}

fn unwritten(error: ZipError) -> ExportError {
    match error {
        ZipError::Io(error) => ExportError::from(error),
        _ => ExportError::Io(std::io::ErrorKind::Other),
    }
}
