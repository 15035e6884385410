//! Rules that hold for files: none too long to read, the window system behind one door, nothing private in the open.

use std::fs;
use std::path::{Path, PathBuf};

/// No file of code is longer, generated ones apart.
const LONGEST: usize = 600;

/// Generated, or not ours.
const APART: &[&str] = &[".git", "bindings", "dist", "gen", "node_modules", "target"];

const CODE: &[&str] = &["css", "js", "mjs", "rs", "sh", "sql", "ts", "tsx"];
const TEXT: &[&str] = &["css", "html", "js", "json", "md", "mjs", "rs", "sh", "sql", "toml", "ts", "tsx", "yml"];

pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every file with one of these endings, below a folder, as its path and its text.
pub(super) fn texts(below: &Path, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut waiting = vec![below.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let (path, name) = (entry.path(), entry.file_name().into_string().unwrap());
            if entry.file_type().unwrap().is_dir() {
                let apart = APART.contains(&name.as_str()) || name.starts_with("target-");
                waiting.extend((!apart).then_some(path));
            } else if path.extension().is_some_and(|end| endings.iter().any(|wanted| end == *wanted)) {
                // A file that another editor replaces at this moment is read by the next run.
                found.extend(fs::read_to_string(&path).ok().map(|text| (path, text)));
            }
        }
    }
    found
}

/// The paths of the files that break a rule.
fn breaking(files: &[(PathBuf, String)], rule: impl Fn(&Path, &str) -> bool) -> Vec<String> {
    let root = root();
    let broken = files.iter().filter(|(path, text)| rule(path, text));
    broken.map(|(path, _)| path.strip_prefix(&root).unwrap_or(path).display().to_string()).collect()
}

#[test]
fn no_file_is_too_long_to_read() {
    let files = texts(&root(), CODE);
    assert!(files.len() > 20, "only {} files were found", files.len());
    let long = breaking(&files, |path, text| !path.ends_with("docs/schema.sql") && text.lines().count() > LONGEST);
    assert!(long.is_empty(), "longer than {LONGEST} lines: {}", long.join(", "));
}

#[test]
fn only_one_folder_of_the_ui_knows_the_window_system() {
    let ui = root().join("ui/src");
    // A test stands in for the window itself, so it must name what it replaces.
    let is_test = |path: &Path| path.starts_with(ui.join("testing")) || path.to_string_lossy().contains(".test.");
    let naming = breaking(&texts(&ui, &["ts", "tsx"]), |path, text| {
        !path.starts_with(ui.join("platform")) && !is_test(path) && text.contains("@tauri-apps/")
    });
    assert!(naming.is_empty(), "only ui/src/platform may import @tauri-apps: {}", naming.join(", "));
}

#[test]
fn nothing_points_outside_the_repository() {
    // Put together here, so that this file does not break the rule itself.
    let outside = ["/work/".to_owned() + "shared", "/work/".to_owned() + "main", "../".to_owned() + "shared/"];
    let naming = breaking(&texts(&root(), TEXT), |path, text| {
        let in_ui = path.starts_with(root().join("ui/src"));
        let names = |place: &String| text.contains(place.as_str()) && !(in_ui && place.starts_with(".."));
        outside.iter().any(names)
    });
    assert!(naming.is_empty(), "paths that exist on one machine only: {}", naming.join(", "));
}
