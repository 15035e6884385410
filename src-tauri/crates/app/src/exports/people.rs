use super::{ExportFault, Target, columns, json};
use crate::people::{desk_for_acting, ids_of};
use crate::{App, Progress};
use domain::people::Person;
use domain::views::exports::{ExportDone, ExportFormat, ExportLayout, ExportRequest};
use formats::export::{CsvExport, CsvStyle, ExportError, XlsxExport};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use store::Read;
use uuid::Uuid;

/// People read at once.
const CHUNK: usize = 500;
/// Between two reports.
const REPORT: Duration = Duration::from_millis(100);

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
        let mut rows = Rows::begin(output, request.format, request.layout, &locale)?;
        let (id, of) = (app.ports().ids.new_id(), u32::try_from(ids.len()).unwrap_or(u32::MAX));
        let mut written = 0u32;
        write(
            read,
            &ids,
            |person| {
                rows.write(&person)?;
                written = written.saturating_add(1);
                Ok(())
            },
            |done| app.report(Progress { kind: "export", id, done, of }),
        )?;
        Ok(target.finish(rows.finish()?, written)?)
    })
    .await
}

fn write(
    read: &Read<'_>,
    ids: &[Uuid],
    mut each: impl FnMut(Person) -> Result<(), ExportFault>,
    report: impl Fn(u32),
) -> Result<(), ExportFault> {
    let (mut done, mut reported) = (0u32, Instant::now());
    for chunk in ids.chunks(CHUNK) {
        store::people::each(read, chunk, &mut each)?;
        done = done.saturating_add(u32::try_from(chunk.len()).unwrap_or(u32::MAX));
        if reported.elapsed() >= REPORT {
            reported = Instant::now();
            report(done);
        }
    }
    report(done);
    Ok(())
}

/// A file being written.
struct Rows {
    file: Form,
    layout: ExportLayout,
    locale: String,
}

enum Form {
    Csv(Box<CsvExport<BufWriter<File>>>),
    Xlsx(Box<XlsxExport<BufWriter<File>>>),
    Json(BufWriter<File>),
}

impl Rows {
    fn begin(output: BufWriter<File>, format: ExportFormat, layout: ExportLayout, locale: &str) -> Result<Self, ExportError> {
        let (header, french) = (columns::header(layout, locale), locale.starts_with("fr"));
        let file = match format {
            ExportFormat::Csv => {
                let style = if french { CsvStyle::EXCEL_FR } else { CsvStyle { bom: true, ..CsvStyle::PLAIN } };
                Form::Csv(Box::new(CsvExport::new(output, style, &header)?))
            }
            ExportFormat::Xlsx => {
                let sheet = if french { "Personnes" } else { "People" };
                Form::Xlsx(Box::new(XlsxExport::new(output, sheet, &header)?))
            }
            ExportFormat::Json => Form::Json(output),
        };
        Ok(Self { file, layout, locale: locale.to_owned() })
    }

    fn write(&mut self, person: &Person) -> Result<(), ExportError> {
        match &mut self.file {
            Form::Csv(file) => file.row(&columns::row(person, self.layout, &self.locale)),
            Form::Xlsx(file) => file.row(&columns::row(person, self.layout, &self.locale)),
            Form::Json(file) => Ok(writeln!(file, "{}", json::line(person))?),
        }
    }

    fn finish(self) -> Result<BufWriter<File>, ExportError> {
        match self.file {
            Form::Csv(file) => file.finish(),
            Form::Xlsx(file) => file.finish(),
            Form::Json(file) => Ok(file),
        }
    }
}
