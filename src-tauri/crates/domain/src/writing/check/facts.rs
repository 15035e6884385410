//! Links, addresses, numbers and figures: only those somebody gave.

use super::super::words;
use super::Given;
use crate::fault::Reason;
use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

pub(super) fn check(text: &str, given: &Given) -> Vec<Reason> {
    let text: String = text.nfkc().collect();
    let seller: String = given.seller.nfkc().collect();
    let mut failures = Vec::new();
    let seller_tokens: BTreeSet<String> = tokens(&seller).collect();
    let company = words::fold(&given.company);
    let unknown = |token: &String| !seller_tokens.contains(token) && *token != company;
    if tokens(&text).filter(|t| is_link(t)).any(|t| unknown(&t)) {
        failures.push(Reason::new("writing.unknown_link"));
    }
    if tokens(&text).filter(|t| t.contains('@')).any(|t| unknown(&t)) {
        failures.push(Reason::new("writing.unknown_address"));
    }
    let seller_digits: Vec<String> = phones(&seller);
    if phones(&text).iter().any(|phone| !seller_digits.contains(phone)) {
        failures.push(Reason::new("writing.unknown_phone"));
    }
    let everything: String = given.everything().nfkc().collect();
    let known = figures(&everything, false);
    if figures(&text, true).iter().any(|figure| !known.contains(figure)) || spelled_percentage(&text) && !spelled_percentage(&everything) {
        failures.push(Reason::new("writing.unknown_figure"));
    }
    failures
}

/// Runs without white space, brackets and quotes, without trailing punctuation, folded.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| c.is_whitespace() || "()[]{}<>\"'’“”«»,;|".contains(c))
        .map(|token| words::fold(token.trim_matches(|c: char| ".:!?*_".contains(c))))
        .filter(|token| !token.is_empty())
}

/// A URL, or a bare domain name with an ending from the public suffix list.
fn is_link(token: &str) -> bool {
    has_scheme(token) || is_domain(token.split(['/', '?', '#', ':']).next().unwrap_or_default())
}

/// A URL, or a domain name with something behind it: a bare domain may be a firm's name.
pub(super) fn is_address_of_page(token: &str) -> bool {
    has_scheme(token)
        || token.split_once(['/', '?', '#']).is_some_and(|(host, rest)| rest.contains(char::is_alphanumeric) && is_domain(host))
}

fn has_scheme(token: &str) -> bool {
    let www = token.strip_prefix("www.").is_some_and(|rest| rest.contains('.'));
    www || token.contains("://") || token.starts_with("mailto:") || token.starts_with("tel:")
}

fn is_domain(host: &str) -> bool {
    host.contains('.')
        && !host.contains('@')
        && !host.chars().all(|c| c.is_ascii_digit() || c == '.')
        && host.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
        && psl::suffix(host.as_bytes()).is_some_and(|suffix| suffix.is_known() && suffix.as_bytes().len() < host.len())
}

/// Runs of at least eight digits with the separators of telephone numbers.
fn phones(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut digits = String::new();
    for c in text.chars().chain(['x']) {
        if c.is_ascii_digit() {
            digits.push(c);
        } else if !(c == ' ' || c == '\u{a0}' || "+.-()/".contains(c)) {
            if digits.len() >= 8 {
                found.push(digits.trim_start_matches('0').to_owned());
            }
            digits.clear();
        }
    }
    found
}

/// Numbers not attached to a word (`B2B` is a word), without separators of thousands. With `strict`, digits of other scripts count too and the
/// length of a conversation ("15 minutes") does not.
fn figures(text: &str, strict: bool) -> BTreeSet<String> {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    let mut found = BTreeSet::new();
    let mut i = 0;
    while i < chars.len() {
        if strict && at(i).is_numeric() && !at(i).is_ascii_digit() {
            found.insert(at(i).to_string());
        }
        if !at(i).is_ascii_digit() {
            i += 1;
            continue;
        }
        let start = i;
        let mut digits = String::new();
        while at(i).is_ascii_digit() || (".,\u{a0}\u{202f} ".contains(at(i)) && at(i + 1).is_ascii_digit()) {
            if at(i).is_ascii_digit() {
                digits.push(at(i));
            }
            i += 1;
        }
        let part_of_word =
            start > 0 && (at(start - 1).is_alphabetic() || (at(start - 1) == '-' && start > 1 && at(start - 2).is_alphabetic()));
        let rest: String = chars.iter().skip(i).take(12).collect();
        let minutes = digits.len() <= 2 && rest.trim_start_matches([' ', '\u{a0}', '-', '–']).to_lowercase().starts_with("min");
        let harmless = part_of_word || (strict && minutes);
        if !harmless {
            found.insert(digits);
        }
    }
    found
}

fn spelled_percentage(text: &str) -> bool {
    let words = words::words(text);
    words.iter().any(|w| w == "percent")
        || words.windows(2).any(|pair| matches!(pair, [a, b] if (a == "pour" || a == "per") && b == "cent"))
        || text.contains('%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_domains_are_links_and_ordinary_dots_are_not() {
        for link in ["https://a.example/x", "www.a.b", "evil.com", "sub.evil.co.uk/path", "bit.ly"] {
            assert!(tokens(link).any(|t| is_link(&t)), "{link}");
        }
        for text in ["e.g. this", "M. Durand", "S.A.S. Acier", "v1.2", "à bientôt.", "10.5"] {
            assert!(!tokens(text).any(|t| is_link(&t)), "{text}");
        }
    }

    #[test]
    fn figures_are_compared_without_their_separators() {
        assert_eq!(figures("12 500 € and B2B in 15 minutes", true), BTreeSet::from(["12500".to_owned()]));
        assert_eq!(figures("12.500", false), figures("12\u{a0}500", false));
    }
}
