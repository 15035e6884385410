use domain::views::exports::{ExportFormat, TableFormat};
use formats::export::{CsvExport, CsvStyle, ExportError, XlsxExport};
use formats::vcard::{VcardExport, Version};
use std::fs::File;
use std::io::BufWriter;

/// A file being written, in its form.
pub(super) enum Form {
    Csv(Box<CsvExport<BufWriter<File>>>),
    Xlsx(Box<XlsxExport<BufWriter<File>>>),
    Json(BufWriter<File>),
    Cards(VcardExport<BufWriter<File>>),
}

impl Form {
    /// Begins it with the names of its columns, where it has any.
    pub(super) fn begin(
        output: BufWriter<File>,
        format: ExportFormat,
        french: bool,
        sheet: &str,
        header: &[&str],
    ) -> Result<Self, ExportError> {
        Ok(match format {
            ExportFormat::Csv => {
                let style = if french { CsvStyle::EXCEL_FR } else { CsvStyle { bom: true, ..CsvStyle::PLAIN } };
                Self::Csv(Box::new(CsvExport::new(output, style, header)?))
            }
            ExportFormat::Xlsx => Self::Xlsx(Box::new(XlsxExport::new(output, sheet, header)?)),
            ExportFormat::Json => Self::Json(output),
            ExportFormat::Vcard => Self::Cards(VcardExport::new(output, Version::V30)),
            ExportFormat::Vcard21 => Self::Cards(VcardExport::new(output, Version::V21)),
            ExportFormat::Vcard40 => Self::Cards(VcardExport::new(output, Version::V40)),
        })
    }

    /// Ends it.
    pub(super) fn finish(self) -> Result<BufWriter<File>, ExportError> {
        match self {
            Self::Csv(file) => file.finish(),
            Self::Xlsx(file) => file.finish(),
            Self::Json(file) => Ok(file),
            Self::Cards(file) => Ok(file.finish()?),
        }
    }
}

/// Between the whole and the rest of a number: where semicolons part the columns, a comma, as the import reads it.
pub(super) fn decimal(format: ExportFormat, french: bool) -> char {
    if french && format == ExportFormat::Csv { ',' } else { '.' }
}

/// The same among the formats of people.
pub(super) fn of_table(format: TableFormat) -> ExportFormat {
    match format {
        TableFormat::Csv => ExportFormat::Csv,
        TableFormat::Xlsx => ExportFormat::Xlsx,
        TableFormat::Json => ExportFormat::Json,
    }
}
