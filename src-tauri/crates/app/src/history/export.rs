use super::HistoryFault;
use super::changes::each;
use crate::exports::Target;
use crate::{App, words};
use domain::fault::Params;
use domain::views::exports::{ExportDone, ExportFormat};
use domain::views::history::{ChangeView, ChangedField, ChangesExport, ValueForm};
use domain::writing::Language;
use formats::export::{Cell, CsvExport, CsvStyle, ExportError};
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;
use store::Read;

/// Writes changes to a file in the clear: CSV in the seller's words, one line each field, or JSON lines, one each change.
///
/// # Errors
/// `exports.unwritable_file`; when the desk is locked or cannot be read.
pub async fn export(app: &App, request: ChangesExport) -> Result<ExportDone, HistoryFault> {
    app.desk()?.read(move |read| write(read, &request)).await
}

fn write(read: &Read<'_>, request: &ChangesExport) -> Result<ExportDone, HistoryFault> {
    let language = Language::of_code(store::settings::load(read)?.text("identity.locale")).unwrap_or(Language::Fr);
    let target = Target::new(PathBuf::from(&request.path));
    let output = BufWriter::new(target.create()?);
    let mut rows = 0_u32;
    let file = if request.format == ExportFormat::Json {
        let mut output = output;
        each::<HistoryFault>(read, &request.ask, None, |change| {
            let line = serde_json::to_string(&change).map_err(|error| ExportError::Io(std::io::Error::from(error).kind()))?;
            writeln!(output, "{line}").map_err(ExportError::from)?;
            rows = rows.saturating_add(1);
            Ok(ControlFlow::Continue(()))
        })?;
        output
    } else {
        let style = if language == Language::Fr { CsvStyle::EXCEL_FR } else { CsvStyle { bom: true, ..CsvStyle::PLAIN } };
        let head = ["when", "by", "what", "record", "kind", "change", "field", "old", "new"]
            .map(|column| said(language, &format!("column.{column}")));
        let mut csv = CsvExport::new(output, style, &head.each_ref().map(String::as_str))?;
        each::<HistoryFault>(read, &request.ask, None, |change| {
            for line in lines(language, &change) {
                csv.row(&line.map(Cell::from))?;
                rows = rows.saturating_add(1);
            }
            Ok(ControlFlow::Continue(()))
        })?;
        csv.finish()?
    };
    Ok(target.finish(file, rows)?)
}

/// A change as lines of the file; one without fields (a removal) is one line all the same.
fn lines(language: Language, change: &ChangeView) -> Vec<[String; 9]> {
    let line = |field: String, old: String, new: String| {
        [
            change.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            said(language, &format!("actor.{}", change.actor)),
            words::say_intent(language, &change.intent.code, &change.intent.params),
            change.label.clone(),
            said(language, &format!("row.{}", change.row)),
            said(language, &format!("change.{}", code(&change.change))),
            field,
            old,
            new,
        ]
    };
    if change.fields.is_empty() {
        return vec![line(String::new(), String::new(), String::new())];
    }
    let told = |field: &ChangedField| {
        line(field_name(language, &field.field), value(language, field, &field.old), value(language, field, &field.new))
    };
    change.fields.iter().map(told).collect()
}

/// What a field is called.
pub fn field_name(language: Language, field: &str) -> String {
    words::text(language, "history", &format!("field.{field}"), &Params::new()).unwrap_or_else(|| field.replace('_', " "))
}

/// A value of a field in words.
pub fn value(language: Language, field: &ChangedField, raw: &str) -> String {
    match field.form {
        ValueForm::Code => code_words(language, raw),
        ValueForm::Money => {
            raw.parse::<i64>().map_or_else(|_| raw.to_owned(), |minor| format!("{}.{:02}", minor / 100, (minor % 100).abs()))
        }
        _ => raw.to_owned(),
    }
}

/// A code among the values of fields in words.
pub fn code_words(language: Language, raw: &str) -> String {
    words::text(language, "history", &format!("value.{raw}"), &Params::new()).unwrap_or_else(|| raw.to_owned())
}

fn said(language: Language, key: &str) -> String {
    let own = || key.rsplit('.').next().unwrap_or_default().to_owned();
    words::text(language, "history", key, &Params::new()).unwrap_or_else(own)
}

/// The word of a closed set, as it crosses to the window.
fn code<T: serde::Serialize>(word: &T) -> String {
    serde_json::to_value(word).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
