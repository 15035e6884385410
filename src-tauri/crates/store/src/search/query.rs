//! What a text means to the two word tables. What is in them and what is asked of them are spelled out alike ([`spell_out`]).

use domain::text::spell_out;

/// The FTS5 query for words beginning like each word of the text; `None` for a text without any.
pub(crate) fn words_query(text: &str) -> Option<String> {
    let words: Vec<String> = words(&spell_out(text)).map(|word| format!("\"{word}\"*")).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The FTS5 query for each word of the text anywhere inside; `None` when a word is shorter than three characters (the trigram table has no
/// shorter ones).
pub(crate) fn parts_query(text: &str) -> Option<String> {
    let text = spell_out(text);
    let parts: Vec<&str> = text.split_whitespace().collect();
    let long = !parts.is_empty() && parts.iter().all(|part| part.chars().count() >= 3);
    long.then(|| parts.iter().map(|part| format!("\"{}\"", part.replace('"', "\"\""))).collect::<Vec<_>>().join(" "))
}

/// Cut where the tokenizer cuts, so that `jean.dupont@acme` finds the address and no character has a meaning in the query language.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c)).filter(|word| !word.is_empty())
}
