//! Whatever the desk can refuse or give as a reason has a sentence in both languages: the terminal reads the window's catalogues.

use super::files::{root, texts};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// A string of the form `area.what`.
fn is_code(text: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    text.split_once('.').is_some_and(|(area, what)| plain(area) && plain(what))
}

/// The codes among the string literals of some code.
fn codes_in(code: &str) -> impl Iterator<Item = &str> {
    code.split('"').skip(1).step_by(2).filter(|text| is_code(text))
}

/// The bodies of the functions that name codes, such as `fn code` of an error or `fn file_code`.
fn naming_functions(source: &str) -> impl Iterator<Item = &str> {
    source.match_indices("fn ").filter_map(|(at, _)| {
        let from = source.get(at..)?;
        let (head, _) = from.split_once('(')?;
        let (signature, _) = from.split_once('{')?;
        let indent = source.get(..at)?.rsplit('\n').next()?.chars().take_while(|c| *c == ' ').count();
        let end = format!("\n{}}}", " ".repeat(indent));
        (head.ends_with("code") && signature.contains("&'static str")).then(|| from.split(end.as_str()).next().unwrap_or_default())
    })
}

/// Every code in the sources, with a file that has it.
fn codes() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (path, text) in texts(&root().join("src-tauri/crates"), &["rs"]) {
        let name = path.display().to_string();
        if name.contains("/tests") || name.contains("_tests.rs") || name.contains("/testkit/") {
            continue;
        }
        let source = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let given = source.split("Reason::new(").skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next());
        for code in given.filter(|text| is_code(text)).chain(naming_functions(source).flat_map(codes_in)) {
            found.insert(code.to_owned(), name.clone());
        }
    }
    found
}

/// The keys of a catalogue: nested and dotted ones are the same.
fn keys(value: &Value, prefix: &str, found: &mut BTreeSet<String>) {
    for (key, value) in value.as_object().into_iter().flatten() {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        if value.is_object() {
            keys(value, &key, found);
        } else if value.as_str().is_some_and(|text| !text.is_empty()) {
            found.insert(key);
        }
    }
}

#[test]
fn every_refusal_and_every_reason_has_its_sentence_in_both_languages() {
    let codes = codes();
    assert!(codes.len() > 200, "only {} codes were found: the sources have changed their form", codes.len());
    for language in ["en", "fr"] {
        let mut said = BTreeSet::new();
        for catalogue in ["errors", "reasons", "history"] {
            let text = fs::read_to_string(root().join(format!("ui/src/i18n/{language}/{catalogue}.json"))).unwrap();
            keys(&serde_json::from_str(&text).unwrap(), "", &mut said);
        }
        let missing: Vec<_> = codes.iter().filter(|(code, _)| !said.contains(*code)).collect();
        assert!(missing.is_empty(), "without a sentence in {language}: {missing:#?}");
    }
}
