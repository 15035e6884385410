//! The system's own dialogs for files. The page learns a path and never a file's content.

use serde::Deserialize;
use tauri::async_runtime::channel;
use tauri::{Runtime, WebviewWindow};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

/// Kinds of file the desk opens or writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FileKind {
    /// A LinkedIn archive or its `Connections.csv`, a table of prospects.
    Import,
    /// The desk's own backups.
    Backup,
    /// Comma-separated values.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// Everything, for another program.
    Json,
}

impl FileKind {
    /// The name that a dialog shows for this kind, the same in every language, and the endings it lets through.
    fn filter(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Import => ("CSV, XLSX, ZIP", &["csv", "tsv", "txt", "xlsx", "zip"]),
            Self::Backup => ("Rainmaker", &["rainmaker"]),
            Self::Csv => ("CSV", &["csv"]),
            Self::Xlsx => ("Excel", &["xlsx"]),
            Self::Json => ("JSON", &["json"]),
        }
    }
}

/// Asks for a file to open; nothing when the seller closes the dialog.
#[tauri::command]
pub(crate) async fn pick_file<R: Runtime>(window: WebviewWindow<R>, kind: FileKind) -> Option<String> {
    let (told, mut answer) = channel(1);
    dialog(&window, kind).pick_file(move |chosen| {
        let _ = told.try_send(chosen);
    });
    path(answer.recv().await)
}

/// Asks where to write a file, proposing a name; nothing when the seller closes the dialog.
#[tauri::command]
pub(crate) async fn pick_target<R: Runtime>(window: WebviewWindow<R>, kind: FileKind, name: String) -> Option<String> {
    let (told, mut answer) = channel(1);
    dialog(&window, kind).set_file_name(name).save_file(move |chosen| {
        let _ = told.try_send(chosen);
    });
    path(answer.recv().await)
}

fn dialog<R: Runtime>(window: &WebviewWindow<R>, kind: FileKind) -> FileDialogBuilder<R> {
    let (name, endings) = kind.filter();
    window.dialog().file().set_parent(window).add_filter(name, endings)
}

fn path(answer: Option<Option<FilePath>>) -> Option<String> {
    answer.flatten()?.into_path().ok()?.into_os_string().into_string().ok()
}
