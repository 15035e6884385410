//! Companies or opportunities as a table: the columns of their kind, then the seller's own fields.

use super::form::{Form, decimal, of_table};
use super::json::custom;
use super::{ExportFault, Target, columns};
use crate::words;
use domain::fault::Params;
use domain::views::custom::{CustomField, CustomOf, CustomValueView};
use domain::views::exports::{ExportDone, TableFormat};
use domain::writing::Language;
use formats::export::{Cell, ExportError};
use serde_json::{Value, json};
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use store::Read;

/// A column: a name in one of the window's catalogues.
pub(super) type Column = (&'static str, &'static str);

pub(super) struct Table {
    target: Target,
    form: Form,
    own: Vec<CustomField>,
    decimal: char,
    pub(super) language: Language,
    rows: u32,
}

impl Table {
    /// Begins a file. Its sheet has the title of the records' own list.
    pub(super) fn begin(
        read: &Read<'_>,
        (of, area): (CustomOf, &'static str),
        (format, path): (TableFormat, &str),
        columns: &[Column],
    ) -> Result<Self, ExportFault> {
        let language = Language::of_code(store::settings::load(read)?.text("identity.locale")).unwrap_or(Language::Fr);
        let french = language == Language::Fr;
        let own: Vec<CustomField> = store::custom::all(read)?.into_iter().filter(|field| field.of == of).collect();
        let names: Vec<String> = columns.iter().map(|(area, key)| said(language, area, key)).collect();
        let header: Vec<&str> = names.iter().map(String::as_str).chain(own.iter().map(|field| field.name.as_str())).collect();
        let (target, format) = (Target::new(PathBuf::from(path)), of_table(format));
        let output = BufWriter::new(target.create()?);
        let form = Form::begin(output, format, french, &said(language, area, "title"), &header)?;
        Ok(Self { target, form, own, decimal: decimal(format, french), language, rows: 0 })
    }

    /// A number as the file writes it.
    pub(super) fn number(&self, plain: &str) -> String {
        plain.replace('.', &self.decimal.to_string())
    }

    /// Writes a record: its cells in the order of the columns, or everything about it where the file is JSON.
    pub(super) fn row(
        &mut self,
        values: &[CustomValueView],
        cells: Vec<Cell<'_>>,
        whole: impl FnOnce() -> Value,
    ) -> Result<(), ExportError> {
        let mut row = cells;
        row.extend(self.own.iter().map(|field| columns::own(field, values, self.decimal)));
        match &mut self.form {
            Form::Csv(file) => file.row(&row)?,
            Form::Xlsx(file) => file.row(&row)?,
            Form::Json(file) => writeln!(file, "{}", together(whole(), json!({ "custom": custom(&self.own, values) })))?,
            Form::Cards(_) => {}
        }
        self.rows = self.rows.saturating_add(1);
        Ok(())
    }

    /// Puts the file in its place.
    pub(super) fn finish(self) -> Result<ExportDone, ExportError> {
        self.target.finish(self.form.finish()?, self.rows)
    }
}

/// What a row says, and what stands beside it; that counts more.
pub(super) fn together(row: Value, beside: Value) -> Value {
    match (row, beside) {
        (Value::Object(mut row), Value::Object(beside)) => {
            row.extend(beside);
            Value::Object(row)
        }
        (row, _) => row,
    }
}

/// A word of the window's catalogues.
pub(super) fn said(language: Language, area: &str, key: &str) -> String {
    words::text(language, area, key, &Params::new()).unwrap_or_else(|| key.to_owned())
}
