//! Length, lines, and what was left in a text that no reader should see.

use super::super::first::LONGEST_SUBJECT;
use super::super::words;
use crate::fault::Reason;

/// Shortest body that can be a message, in characters and words.
const SHORTEST_BODY: (usize, usize) = (60, 10);
/// Longest body, in characters: nobody reads more from a stranger.
const LONGEST_BODY: usize = 2_000;

pub(super) fn subject(subject: &str) -> Vec<Reason> {
    let mut failures = Vec::new();
    if subject.trim().is_empty() {
        failures.push(Reason::new("writing.subject_empty"));
    }
    if subject.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        failures.push(Reason::new("writing.subject_line_break"));
    }
    let length = subject.chars().count();
    if length > LONGEST_SUBJECT {
        failures.push(Reason::new("writing.subject_too_long").with("length", length).with("limit", LONGEST_SUBJECT));
    }
    failures
}

pub(super) fn body(body: &str) -> Option<Reason> {
    let length = body.chars().count();
    if body.trim().is_empty() {
        Some(Reason::new("writing.empty"))
    } else if length < SHORTEST_BODY.0 || words::words(body).len() < SHORTEST_BODY.1 {
        Some(Reason::new("writing.too_short").with("length", length))
    } else if length > LONGEST_BODY {
        Some(Reason::new("writing.too_long").with("length", length).with("limit", LONGEST_BODY))
    } else {
        None
    }
}

/// Placeholders and markup.
pub(super) fn left_overs(text: &str) -> Vec<Reason> {
    let mut failures: Vec<Reason> = placeholders(text).into_iter().collect();
    if has_markup(text) {
        failures.push(Reason::new("writing.markup_left"));
    }
    failures
}

/// `{name}`, `{{ name }}`, `[Your name]`, `%NAME%`, `XXX`, `____`.
pub(super) fn placeholders(text: &str) -> Option<Reason> {
    let bracketed = text.split('[').skip(1).any(|after| {
        after.split_once(']').is_some_and(|(inside, _)| inside.chars().any(char::is_alphabetic) && inside.chars().count() <= 60)
    });
    let percent = text.split_whitespace().any(|word| {
        let word = word.trim_matches(|c: char| ",.;:!?()".contains(c));
        word.len() > 2 && word.starts_with('%') && word.ends_with('%')
    });
    let filler = words::words(text).iter().any(|w| matches!(w.as_str(), "xxx" | "xxxx" | "lorem" | "todo" | "tbd"));
    let found = text.contains(['{', '}']) || bracketed || percent || filler || text.contains("___");
    found.then(|| Reason::new("writing.placeholder_left"))
}

fn has_markup(text: &str) -> bool {
    let tag = text.split('<').skip(1).any(|after| {
        after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!|".contains(c)) && after.chars().take(200).any(|c| c == '>')
    });
    let entity = text.split('&').skip(1).any(|after| {
        after
            .split_once(';')
            .is_some_and(|(name, _)| !name.is_empty() && name.len() <= 8 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#'))
    });
    let line = text.lines().any(|line| {
        let line = line.trim_start();
        line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ") || line.starts_with("* ") || line.starts_with("> ")
    });
    tag || entity || line || ["**", "```", "](", "~~", "<|", "|>"].iter().any(|mark| text.contains(mark))
}
