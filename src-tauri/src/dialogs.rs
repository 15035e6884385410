//! The system's own dialogs for files. The page learns a path and never a file's content.

use std::path::PathBuf;

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
    /// Several files in one.
    Zip,
    /// Cards of people.
    Vcard,
    /// A calendar.
    Ics,
    /// Whatever the seller keeps on a record: under its own name.
    Any,
}

impl FileKind {
    /// The name that a dialog shows for this kind, the same in every language, and the endings it lets through.
    fn filter(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Import => ("CSV, XLSX, JSON, VCF, ZIP", &["csv", "tsv", "txt", "xlsx", "json", "jsonl", "vcf", "zip"]),
            Self::Backup => ("Rainmaker", &[app::backups::ENDING]),
            Self::Csv => ("CSV", &["csv"]),
            Self::Xlsx => ("Excel", &["xlsx"]),
            Self::Json => ("JSON", &["json"]),
            Self::Zip => ("ZIP", &["zip"]),
            Self::Vcard => ("vCard", &["vcf"]),
            Self::Ics => ("iCalendar", &["ics"]),
            Self::Any => ("", &[]),
        }
    }

    /// The path with this kind's ending: not every system's dialog adds the one that was not typed, and no program then opens the file.
    fn with_ending(self, path: PathBuf) -> PathBuf {
        let (_, endings) = self.filter();
        let known = path.extension().is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)));
        match endings.first() {
            Some(ending) if !known => {
                let mut whole = path.into_os_string();
                whole.push(".");
                whole.push(ending);
                whole.into()
            }
            _ => path,
        }
    }
}

/// Asks for a file to open; nothing when the seller closes the dialog.
#[tauri::command]
pub(crate) async fn pick_file<R: Runtime>(window: WebviewWindow<R>, kind: FileKind, title: String) -> Option<String> {
    let (told, mut answer) = channel(1);
    dialog(&window, kind, &title).pick_file(move |chosen| {
        let _ = told.try_send(chosen);
    });
    text(path(answer.recv().await)?)
}

/// Asks for files of any kind; none when the seller closes the dialog.
#[tauri::command]
pub(crate) async fn pick_files<R: Runtime>(window: WebviewWindow<R>, title: String) -> Vec<String> {
    let (told, mut answer) = channel(1);
    dialog(&window, FileKind::Any, &title).pick_files(move |chosen| {
        let _ = told.try_send(chosen);
    });
    let chosen = answer.recv().await.flatten().unwrap_or_default();
    chosen.into_iter().filter_map(|file| text(file.into_path().ok()?)).collect()
}

/// Asks where to write a file, proposing a name; nothing when the seller closes the dialog.
#[tauri::command]
pub(crate) async fn pick_target<R: Runtime>(window: WebviewWindow<R>, kind: FileKind, title: String, name: String) -> Option<String> {
    let mut asked = dialog(&window, kind, &title).set_file_name(text(kind.with_ending(name.into()))?);
    loop {
        let (told, mut answer) = channel(1);
        asked.save_file(move |chosen| {
            let _ = told.try_send(chosen);
        });
        let chosen = path(answer.recv().await)?;
        let whole = kind.with_ending(chosen.clone());
        if whole == chosen || !whole.exists() {
            return text(whole);
        }
        // The system asked whether to replace the name that was typed, not this one: it has to ask again.
        asked = dialog(&window, kind, &title).set_file_name(whole.file_name()?.to_string_lossy());
        if let Some(folder) = whole.parent() {
            asked = asked.set_directory(folder);
        }
    }
}

fn dialog<R: Runtime>(window: &WebviewWindow<R>, kind: FileKind, title: &str) -> FileDialogBuilder<R> {
    let (name, endings) = kind.filter();
    // GTK tells capitals apart, and some programs write `EXPORT.CSV`.
    let capitals: Vec<String> = endings.iter().map(|ending| ending.to_uppercase()).collect();
    let all: Vec<&str> = endings.iter().copied().chain(capitals.iter().map(String::as_str)).collect();
    let asked = window.dialog().file().set_parent(window).set_title(title);
    if all.is_empty() { asked } else { asked.add_filter(name, &all) }
}

fn path(answer: Option<Option<FilePath>>) -> Option<PathBuf> {
    answer.flatten()?.into_path().ok()
}

fn text(path: PathBuf) -> Option<String> {
    path.into_os_string().into_string().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_the_ending_it_lacks_and_keeps_the_one_it_has() {
        let ended = |kind: FileKind, name: &str| text(kind.with_ending(PathBuf::from(name))).unwrap();
        assert_eq!(ended(FileKind::Xlsx, "/home/ana/my people"), "/home/ana/my people.xlsx");
        assert_eq!(ended(FileKind::Csv, "export v1.2"), "export v1.2.csv");
        assert_eq!(ended(FileKind::Csv, "EXPORT.CSV"), "EXPORT.CSV");
        assert_eq!(ended(FileKind::Import, "archive.zip"), "archive.zip");
    }

    #[test]
    fn a_file_of_any_kind_keeps_its_name() {
        assert_eq!(FileKind::Any.with_ending(PathBuf::from("offer.pdf")), PathBuf::from("offer.pdf"));
        assert_eq!(FileKind::Any.with_ending(PathBuf::from("README")), PathBuf::from("README"));
    }

    #[test]
    fn the_desks_own_backups_can_be_chosen() {
        assert_eq!(FileKind::Backup.filter().1, [app::backups::ENDING]);
    }
}
