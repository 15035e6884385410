//! Generated files that are committed, so that a change of the command list or of the schema shows in a review.
//!
//! Each has a generator, an example of the crate that knows the truth, which takes the file or folder to write.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::consent::Consent;
use crate::failure::Failure;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::process::Process;

/// One committed file or folder and what writes it.
#[derive(Debug)]
pub(crate) struct Copy {
    /// The task that writes it.
    task: &'static str,
    package: &'static str,
    example: &'static str,
    path: &'static str,
}

/// The TypeScript client, from the command list.
pub(crate) const BINDINGS: Copy = Copy { task: "bindings", package: "api", example: "bindings", path: "ui/src/bindings" };
/// The database schema as it is after every migration.
pub(crate) const SCHEMA: Copy = Copy { task: "schema", package: "store", example: "schema", path: "docs/schema.sql" };

/// Builds the generator and lets it write the committed copy.
pub(crate) fn write(place: &Place, consent: Consent, copy: &Copy) -> Result<(), Failure> {
    needs::ensure(place, Purpose::Terminal, consent)?;
    Process::cargo(&place.root).with(["build", "--package", copy.package, "--example", copy.example]).run()?;
    generate(place, copy, &place.root.join(copy.path))
}

/// Compares the committed copy with what its generator writes today.
///
/// # Errors
/// [`Failure::Found`] naming the files that differ.
pub(crate) fn check(place: &Place, copy: &Copy) -> Result<(), Failure> {
    let fresh = place.target.join("copies").join(copy.task);
    let _ = fs::remove_dir_all(&fresh);
    fs::create_dir_all(&fresh).map_err(|cause| Failure::File { path: fresh.clone(), cause })?;
    let committed = place.root.join(copy.path);
    // The selection of the whole test command, so that nothing is compiled twice.
    Process::cargo(&place.root).with(["build", "--workspace", "--example", copy.example]).run()?;
    let fresh = if committed.is_dir() { fresh } else { fresh.join("copy") };
    generate(place, copy, &fresh)?;
    let differing = differences(&files(&committed), &files(&fresh));
    if differing.is_empty() {
        println!("{} is up to date.", copy.path);
        return Ok(());
    }
    let names = differing.join(", ");
    Err(Failure::Found(format!("{} has drifted ({names}): run `cargo xtask {}` and commit the result", copy.path, copy.task)))
}

fn generate(place: &Place, copy: &Copy, path: &Path) -> Result<(), Failure> {
    let generator = place.built(&format!("debug/examples/{}", copy.example));
    Process::new(generator).with([path]).within(&place.root).run()
}

/// Every file under a path with its content; a path that is a file itself has an empty name.
fn files(path: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![path.to_owned()];
    while let Some(next) = waiting.pop() {
        if let Ok(entries) = fs::read_dir(&next) {
            waiting.extend(entries.filter_map(Result::ok).map(|entry| entry.path()));
        } else if let Ok(content) = fs::read(&next) {
            let name = next.strip_prefix(path).unwrap_or(&next).to_owned();
            found.insert(name, content);
        }
    }
    found
}

fn differences(committed: &BTreeMap<PathBuf, Vec<u8>>, fresh: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<String> {
    let names: std::collections::BTreeSet<_> = committed.keys().chain(fresh.keys()).collect();
    let differ = names.into_iter().filter_map(|name| {
        let what = match (committed.get(name), fresh.get(name)) {
            (Some(old), Some(new)) if old == new => return None,
            (Some(_), Some(_)) => "differs",
            (Some(_), None) => "is no longer written",
            (None, _) => "is not committed",
        };
        Some(format!("{} {what}", name.display()).trim().to_owned())
    });
    differ.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_missing_and_a_leftover_file_are_each_named() {
        let folder = |files: &[(&str, &str)]| files.iter().map(|(name, text)| (PathBuf::from(name), text.as_bytes().to_vec())).collect();
        let committed = folder(&[("a.ts", "1"), ("b.ts", "1"), ("old.ts", "1")]);
        let fresh = folder(&[("a.ts", "1"), ("b.ts", "2"), ("new.ts", "1")]);
        let found = differences(&committed, &fresh);
        assert_eq!(found, ["b.ts differs", "new.ts is not committed", "old.ts is no longer written"]);
    }
}
