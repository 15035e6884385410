use super::around::{Around, Arounds, Widths};
use super::chunks::in_chunks;
use super::form::{Form, decimal};
use super::{ExportFault, Target, around, cards, columns, json};
use crate::App;
use crate::people::{desk_for_acting, ids_of};
use domain::people::{Person, Statuses};
use domain::views::custom::{CustomField, CustomOf, CustomValueView};
use domain::views::exports::{ExportDone, ExportFormat, ExportLayout, ExportRequest};
use formats::export::ExportError;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use store::Read;

/// Writes people to a file, in the clear. All of them are as they were at one moment; the same file imports back without a change.
///
/// # Errors
/// `people.nobody`; `exports.unwritable_file`, `exports.too_many_rows`, `exports.cell_too_long`.
pub async fn people(app: &App, request: ExportRequest) -> Result<ExportDone, ExportFault> {
    let (app, desk) = (app.clone(), desk_for_acting(app.desk()?, &request.selection).await?);
    desk.read(move |read| {
        let ids = ids_of(read, &request.selection)?;
        if ids.is_empty() {
            return Err(ExportFault::Nobody);
        }
        let locale = store::settings::load(read)?.text("identity.locale").to_owned();
        let target = Target::new(PathBuf::from(&request.path));
        let output = BufWriter::new(target.create()?);
        let own: Vec<CustomField> = match request.layout {
            ExportLayout::Full => store::custom::all(read)?.into_iter().filter(|field| field.of == CustomOf::People).collect(),
            ExportLayout::Sheet => Vec::new(),
        };
        let widths = match (request.format, request.layout) {
            (ExportFormat::Csv | ExportFormat::Xlsx, ExportLayout::Full) => Some(Widths::of(read, &ids)?),
            _ => None,
        };
        let mut rows = Rows::begin(output, request.format, request.layout, &locale, (own, widths, store::statuses::all(read)?))?;
        let mut written = 0u32;
        in_chunks(&app, &ids, |chunk| {
            let mut values = store::custom::of_all(read, CustomOf::People, chunk)?;
            let mut arounds = Arounds::load(read, chunk)?;
            store::people::each(read, chunk, |person| {
                let (values, around) = (values.remove(&person.id).unwrap_or_default(), arounds.of(read, &person)?);
                written = written.saturating_add(1);
                rows.write(read, &person, &values, &around)
            })
        })?;
        Ok(target.finish(rows.finish()?, written)?)
    })
    .await
}

/// A file being written.
struct Rows {
    file: Form,
    layout: ExportLayout,
    locale: String,
    statuses: Statuses,
    /// The seller's own fields, behind the columns every desk has.
    own: Vec<CustomField>,
    /// Between the whole and the rest of a number.
    decimal: char,
    /// Columns of what stands beside people's fields, where the layout has them.
    widths: Option<Widths>,
}

impl Rows {
    fn begin(
        output: BufWriter<File>,
        format: ExportFormat,
        layout: ExportLayout,
        locale: &str,
        (own, widths, statuses): (Vec<CustomField>, Option<Widths>, Statuses),
    ) -> Result<Self, ExportError> {
        let french = locale.starts_with("fr");
        let beside = widths.as_ref().map(|widths| around::header(widths, locale)).unwrap_or_default();
        let header: Vec<&str> = columns::header(layout, locale)
            .into_iter()
            .chain(beside.iter().map(String::as_str))
            .chain(own.iter().map(|field| field.name.as_str()))
            .collect();
        let sheet = if french { "Personnes" } else { "People" };
        let file = Form::begin(output, format, french, sheet, &header)?;
        let decimal = decimal(format, french);
        Ok(Self { file, layout, locale: locale.to_owned(), statuses, own, decimal, widths })
    }

    fn write(&mut self, read: &Read<'_>, person: &Person, values: &[CustomValueView], around: &Around) -> Result<(), ExportFault> {
        let row = || {
            let mut row = columns::row(person, self.layout, &self.locale, &self.statuses);
            row.extend(self.widths.iter().flat_map(|widths| around::cells(around, widths, &self.locale)));
            row.extend(self.own.iter().map(|field| columns::own(field, values, self.decimal)));
            row
        };
        match &mut self.file {
            Form::Csv(file) => file.row(&row())?,
            Form::Xlsx(file) => file.row(&row())?,
            Form::Json(file) => writeln!(file, "{}", json::line(person, &self.own, values, around)).map_err(ExportError::from)?,
            Form::Cards(file) => file.card(&cards::card(read, person)?).map_err(ExportError::from)?,
        }
        Ok(())
    }

    fn finish(self) -> Result<BufWriter<File>, ExportError> {
        self.file.finish()
    }
}
