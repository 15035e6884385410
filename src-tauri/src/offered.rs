//! Files that another program hands over ("open with Rainmaker" in a file manager), at the first start or at a second one. They wait here
//! until the page asks for them: at a first start there is no page yet, and a locked desk imports nothing.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, Emitter as _, Manager as _, State, Wry};

use crate::window;

/// There are files to take.
const OFFERED: &str = "files-offered";

/// Files nobody has taken yet.
#[derive(Debug, Default)]
pub(crate) struct Offered(Mutex<Vec<PathBuf>>);

impl Offered {
    /// What this start of the program was given.
    pub(crate) fn at_start() -> Self {
        let folder = std::env::current_dir().unwrap_or_default();
        let arguments: Vec<String> = std::env::args_os().filter_map(|word| word.into_string().ok()).collect();
        Self(Mutex::new(files(&arguments, &folder)))
    }

    fn add(&self, mut more: Vec<PathBuf>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).append(&mut more);
    }

    fn take(&self) -> Vec<PathBuf> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Keeps the files named by a second start of the program, which was started in `folder`, and tells the page.
pub(crate) fn offer(app: &AppHandle<Wry>, arguments: &[String], folder: &Path) {
    let files = files(arguments, folder);
    if let (false, Some(offered)) = (files.is_empty(), app.try_state::<Offered>()) {
        offered.add(files);
        // A page that does not hear it asks when it opens.
        let _ = app.emit_to(window::MAIN, OFFERED, ());
    }
}

/// Gives the page the files that wait, once.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "the form in which a command gets its state")]
pub(crate) fn take_offered(offered: State<'_, Offered>) -> Vec<PathBuf> {
    offered.take()
}

/// The arguments that are files, the program's own name and its options apart.
fn files(arguments: &[String], folder: &Path) -> Vec<PathBuf> {
    let named = arguments.iter().skip(1).filter(|word| !word.starts_with('-'));
    named.map(|word| folder.join(word)).filter(|path| path.is_file()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_are_offered_and_relative_ones_belong_to_the_second_starts_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let arguments = ["rainmaker", "--hidden", "Cargo.toml", "src-tauri", "missing.csv"].map(String::from);
        assert_eq!(files(&arguments, folder), [folder.join("Cargo.toml")]);
    }

    #[test]
    fn a_file_waits_until_it_is_taken_and_is_taken_once() {
        let offered = Offered::default();
        offered.add(vec![PathBuf::from("a.csv")]);
        offered.add(vec![PathBuf::from("b.csv")]);
        assert_eq!(offered.take(), [PathBuf::from("a.csv"), PathBuf::from("b.csv")]);
        assert!(offered.take().is_empty());
    }
}
