use super::view::find;
use super::{ImportFault, mapping};
use crate::exports::Target;
use crate::{App, words};
use domain::fault::Reason;
use domain::views::exports::ExportDone;
use domain::views::imports::{ImportRejects, RowPlan};
use domain::writing::Language;
use formats::export::CsvStyle;
use formats::rejects::RejectsFile;
use formats::table::{Container, Delimiter, Row, TableInfo};
use std::path::PathBuf;
use store::imports::{Import, Shown, Staged};

/// Rows read at once.
const PAGE: u32 = 2_000;

/// Writes the rejected rows with their reasons, each as a code and as a sentence in the seller's language, to be corrected and imported again.
///
/// # Errors
/// `imports.not_found`, `imports.no_rejects`, `exports.unwritable_file`.
pub async fn rejects(app: &App, request: ImportRejects) -> Result<ExportDone, ImportFault> {
    let desk = app.desk()?;
    let import = find(&desk, request.id).await?;
    if import.tally.rejected == 0 {
        return Err(ImportFault::NoRejects);
    }
    let target = Target::new(PathBuf::from(&request.path));
    desk.read(move |read| {
        let language = Language::of_code(store::settings::load(read)?.text("identity.locale")).unwrap_or(Language::Fr);
        let mut file = RejectsFile::new(std::io::BufWriter::new(target.create()?), style(&import), &table(&import, language))?;
        let (mut rows, mut after) = (0u32, 0u32);
        let rejected = Shown { plan: Some(RowPlan::Reject), only: None };
        loop {
            let page = store::imports::page(read, import.id, rejected, after, 0, PAGE)?;
            if page.is_empty() {
                break;
            }
            for Staged { row, planned } in page {
                let row_number = row.n;
                let reason = planned.reason.unwrap_or_else(|| Reason::new("imports.no_identity"));
                file.row(
                    &Row { line: row.line, cells: row.cells },
                    reason.code.trim_start_matches("imports."),
                    &words::say(language, &reason.code, &reason.params),
                )?;
                (rows, after) = (rows.saturating_add(1), row_number);
            }
        }
        Ok(target.finish(file.finish()?, rows)?)
    })
    .await
}

/// The file is written as the one it came from.
fn style(import: &Import) -> CsvStyle {
    if import.info.delimiter == "semicolon" { CsvStyle::EXCEL_FR } else { CsvStyle { delimiter: Delimiter::Comma, bom: true } }
}

/// The columns of the file; those without names get the names of what they were taken for, so that they are taken for it again.
fn table(import: &Import, language: Language) -> TableInfo {
    let named = |(at, letter): (usize, &String)| {
        let field = import.mapping.get(at).and_then(|field| mapping::heading(field.as_deref()?, language));
        field.map_or_else(|| letter.clone(), str::to_owned)
    };
    let names = &import.info.header;
    TableInfo {
        container: Container::Text,
        encoding: import.info.encoding.clone(),
        had_bom: false,
        delimiter: None,
        header: if import.info.header_line == 0 { names.iter().enumerate().map(named).collect() } else { names.clone() },
        header_line: import.info.header_line,
        fingerprint: None,
    }
}
