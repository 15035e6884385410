//! Files that another program hands over: "open with Rainmaker" in a file manager.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Emitter as _, Runtime};

use crate::window;

/// The page listens to it for files dropped on the window; a file handed over by a second start arrives the same way.
const DROPPED: &str = "tauri://drag-drop";

/// Passes on the files named by a second start of the program, which was started in `folder`.
pub(crate) fn offer<R: Runtime>(app: &AppHandle<R>, arguments: &[String], folder: &Path) {
    let paths = files(arguments, folder);
    if !paths.is_empty() {
        // Without a page there is nobody to offer it to, and the seller can still open it by hand.
        let _ = app.emit_to(window::MAIN, DROPPED, serde_json::json!({ "paths": paths }));
    }
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
}
