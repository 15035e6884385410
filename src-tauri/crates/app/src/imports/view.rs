use super::ImportFault;
use crate::App;
use domain::views::ById;
use domain::views::imports::{ImportColumn, ImportCorrespondence, ImportRemembered, ImportState, ImportView, ImportWarning};
use formats::people::Layout;
use std::collections::BTreeMap;
use store::Desk;
use store::imports::{Correspondence, Import, Warned};
use uuid::Uuid;

/// Imports shown in the list.
const SHOWN: u32 = 100;

/// An import.
///
/// # Errors
/// `imports.not_found`; when the desk is locked or cannot be read.
pub async fn get(app: &App, request: ById) -> Result<ImportView, ImportFault> {
    view(&app.desk()?, request.id).await
}

/// The newest imports, newest first.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App) -> Result<Vec<ImportView>, ImportFault> {
    let imports = app.desk()?.read(|read| store::imports::list(read, SHOWN)).await?;
    Ok(imports.into_iter().map(shown).collect())
}

pub(super) async fn view(desk: &Desk, id: Uuid) -> Result<ImportView, ImportFault> {
    find(desk, id).await.map(shown)
}

pub(super) async fn find(desk: &Desk, id: Uuid) -> Result<Import, ImportFault> {
    desk.read(move |read| store::imports::find(read, id)).await?.ok_or(ImportFault::NotFound)
}

/// The column this one tells more of.
pub(super) fn tells_of(layout: &Layout, column: usize) -> Option<u32> {
    layout.tells_of(column).and_then(|of| u32::try_from(of).ok())
}

/// An import as it is shown.
pub(super) fn shown(import: Import) -> ImportView {
    let (correspondence_files, ignored_files) = super::correspondence::files(&import);
    let (header, kind) = (&import.info.header, (import.kind.as_str(), import.settings.reading.preset));
    let layout = super::mapping::layout_of(header, kind, &import.mapping, &BTreeMap::new());
    let columns = header.iter().enumerate().map(|(index, header)| ImportColumn {
        header: header.clone(),
        field: import.mapping.get(index).cloned().flatten(),
        samples: import.info.samples.get(index).cloned().unwrap_or_default(),
        tells_of: tells_of(&layout, index),
    });
    ImportView {
        id: import.id,
        columns: columns.collect(),
        file_name: import.file_name,
        state: import.state,
        mode: import.mode,
        encoding: import.info.encoding,
        delimiter: import.info.delimiter,
        header_line: import.info.header_line,
        preset: super::mapping::preset(&import.info.header, &import.kind, import.settings.reading.preset),
        kind: import.kind,
        sheet: import.info.sheet,
        sheets: import.info.sheets,
        ignored_files,
        correspondence_files,
        correspondence: import.info.correspondence.map(correspondence),
        rows: import.tally.rows,
        created: import.tally.created,
        updated: import.tally.updated,
        unchanged: import.tally.unchanged,
        skipped: import.tally.skipped,
        rejected: import.tally.rejected,
        applied: import.applied,
        suppressed: import.suppressed,
        conflicts: import.conflicts,
        readable: import.state == ImportState::Checked && (import.source.is_empty() || std::path::Path::new(&import.source).is_file()),
        reading: import.settings.reading,
        rules: import.settings.rules,
        remembered: import.settings.remembered.map(|from| ImportRemembered { id: from.id, file_name: from.file_name, at: from.at }),
        warnings: import.info.warnings.into_iter().map(warning).collect(),
        not_taken: import.info.not_taken,
        notice: import.info.notice.map(Into::into),
        failure: import.failure.map(Into::into),
        operation: import.operation.filter(|_| !import.open).map(|operation| operation.0),
        undone: import.undone,
        created_at: import.created_at,
        finished_at: import.finished_at,
    }
}

fn correspondence(Correspondence { entered, people, strangers, failure }: Correspondence) -> ImportCorrespondence {
    ImportCorrespondence { entered, people, strangers, failure: failure.map(Into::into) }
}

fn warning(Warned { code, field, rows, params }: Warned) -> ImportWarning {
    ImportWarning { code, field, rows, params }
}
