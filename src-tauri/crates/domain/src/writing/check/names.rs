//! The right person and the right company.

use super::super::prompt::Answer;
use super::super::words;
use super::Given;
use crate::fault::Reason;

const GREETINGS: &[&str] =
    &["bonjour", "bonsoir", "salut", "cher", "chere", "hello", "hi", "dear", "hey", "good morning", "good afternoon"];
const TITLES: &[&str] = &[
    "monsieur", "madame", "m", "mme", "mr", "mrs", "ms", "dr", "docteur", "maitre", "me", "there", "a", "tous", "toutes", "all", "vous",
    "cher", "chere", "et", "sir", "madam",
];

pub(super) fn check(answer: &Answer, given: &Given) -> Vec<Reason> {
    let body = answer.body.as_str();
    salutation(body, given).into_iter().chain(company(&format!("{}.\n{body}", answer.subject), given)).collect()
}

/// The greeting names this person or nobody.
pub(super) fn salutation(body: &str, given: &Given) -> Option<Reason> {
    let line = body.lines().find(|line| !line.trim().is_empty())?.trim();
    let folded = words::fold(line);
    let greeting =
        GREETINGS.iter().find(|g| folded.starts_with(**g) && !folded.chars().nth(g.chars().count()).is_some_and(char::is_alphanumeric))?;
    let rest: String = line.chars().skip(greeting.chars().count()).collect();
    let named = rest.split([',', '!', ':', ';', '?', '.', '—', '–']).next().unwrap_or_default();
    let mut called: Vec<&str> = named.split_whitespace().collect();
    if called.len() > 6 {
        // "Bonjour je vous écris…" without a comma: only what is written like a name right after the greeting
        called = called.into_iter().take_while(|w| w.starts_with(char::is_uppercase)).collect();
    }
    let other = called.iter().flat_map(|w| words::words(w)).any(|w| !TITLES.contains(&w.as_str()) && !given.names.contains(&w));
    other.then(|| Reason::new("writing.other_name"))
}

/// A firm named after "chez", "at", "société"… is one the text was told of.
fn company(text: &str, given: &Given) -> Option<Reason> {
    const LEADS: &[&str] = &["chez", "at", "societe", "entreprise", "company", "groupe"];
    let known = format!(" {} ", words::words(&given.everything()).join(" "));
    let mut after_lead = false;
    let mut run: Vec<String> = Vec::new();
    let unknown = |run: &mut Vec<String>| {
        let name = std::mem::take(run);
        !name.is_empty() && !known.contains(&format!(" {} ", name.join(" ")))
    };
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if after_lead && bare.starts_with(char::is_uppercase) {
            run.extend(words::words(bare));
            if !word.ends_with(|c: char| ",.;:!?)»\"”".contains(c)) {
                continue;
            }
        }
        if unknown(&mut run) {
            return Some(Reason::new("writing.other_company"));
        }
        after_lead = LEADS.contains(&words::fold(bare).as_str()) && word.ends_with(char::is_alphanumeric);
    }
    unknown(&mut run).then(|| Reason::new("writing.other_company"))
}
