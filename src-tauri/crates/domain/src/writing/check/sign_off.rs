//! The end of a text: the desk signs, nobody else.

use super::super::{Identity, words};
use crate::fault::Reason;

const CLOSERS: &[&str] = &[
    "cordialement",
    "bien cordialement",
    "tres cordialement",
    "cordialement votre",
    "sincerement",
    "respectueusement",
    "salutations",
    "bien a vous",
    "sinceres salutations",
    "meilleures salutations",
    "a bientot",
    "au plaisir",
    "merci",
    "merci d avance",
    "bonne journee",
    "regards",
    "best regards",
    "kind regards",
    "warm regards",
    "best",
    "all the best",
    "best wishes",
    "sincerely",
    "yours sincerely",
    "yours truly",
    "cheers",
    "thanks",
    "thank you",
    "many thanks",
    "respectfully",
];
/// How many lines from the end a closing can begin.
const REACH: usize = 7;

/// Takes off a closing made of a usual formula and the seller's own name or company.
pub(super) fn strip(body: &str, identity: &Identity) -> String {
    let own = words::words(&format!("{} {}", identity.name, identity.company));
    let lines: Vec<&str> = body.lines().collect();
    let first = lines.len().saturating_sub(REACH).max(1);
    let cut = (first..lines.len()).find(|at| {
        let tail = lines.iter().skip(*at);
        let mut named = tail.clone().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let begins = lines.get(*at).is_some_and(|line| is_closer(line) || is_only(line, &own));
        begins && named.all(|(n, line)| is_only(line, &own) || (n == 0 && is_closer(line)))
    });
    let kept = cut.map_or(body, |at| {
        lines.get(..at).map_or(body, |kept| body.get(..kept.iter().map(|l| l.len() + 1).sum::<usize>()).unwrap_or(body))
    });
    kept.trim_end().to_owned()
}

/// A closing that is still there after [`strip`] names somebody or something the desk did not say.
pub(super) fn check(body: &str) -> Option<Reason> {
    let lines: Vec<&str> = body.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let tail = lines.get(lines.len().saturating_sub(REACH).max(1)..).unwrap_or_default();
    let after_closer = tail.iter().any(|line| is_closer(line));
    let dashes = tail.iter().any(|line| matches!(*line, "--" | "---" | "—"));
    let bare_name = tail.last().is_some_and(|line| {
        let count = line.split_whitespace().count();
        (1..=4).contains(&count)
            && line.ends_with(char::is_alphanumeric)
            && line.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
    });
    (after_closer || dashes || bare_name).then(|| Reason::new("writing.signature_invented"))
}

fn is_closer(line: &str) -> bool {
    CLOSERS.contains(&words::words(line).join(" ").as_str())
}

fn is_only(line: &str, own: &[String]) -> bool {
    let words = words::words(line);
    !words.is_empty() && words.iter().all(|w| own.contains(w))
}
