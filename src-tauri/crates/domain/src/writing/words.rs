//! Small text measures shared by templates and checks.

use unicode_normalization::UnicodeNormalization;

/// Lower case without accents, compatibility forms unified: for comparing, never for showing.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The folded words of a text: runs of letters and digits.
pub fn words(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// One record value made safe to print in a message: one line, no control, invisible or direction-changing characters, NFC, no double spaces.
pub fn clean(value: &str) -> String {
    if is_plain(value) { value.to_owned() } else { one_line(value, |_| false) }
}

/// Printable ASCII and the letters of Europe (each composed already) in one line without a space too many: nothing of it is to be cleaned.
fn is_plain(value: &str) -> bool {
    let bytes = value.as_bytes();
    let space = |at: Option<&u8>| at == Some(&b' ');
    value.chars().all(|c| matches!(c, ' '..='~' | '\u{c0}'..='\u{17f}' | '\u{2019}'))
        && !space(bytes.first())
        && !space(bytes.last())
        && !bytes.windows(2).any(|pair| pair == b"  ")
}

fn one_line(value: &str, keep: impl Fn(char) -> bool) -> String {
    // Most values are plain: composing them takes longer than the rest.
    if value.is_ascii() { spaced(value.chars(), value.len(), keep) } else { spaced(value.nfc(), value.len(), keep) }
}

fn spaced(chars: impl Iterator<Item = char>, length: usize, keep: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(length);
    let mut gap = false;
    for c in chars {
        if keep(c) {
            gap = false;
            out.push(c);
        } else if c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}') || (c.is_control() && c < '\u{20}') {
            gap = true;
        } else if !is_invisible(c) {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        }
    }
    out
}

/// Several lines made safe: as [`clean`], line by line, keeping line ends and the no-break spaces of French typography.
pub fn clean_lines(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let no_break = |c| matches!(c, '\u{a0}' | '\u{202f}');
    let lines: Vec<String> = text.replace("\r\n", "\n").replace('\r', "\n").split('\n').map(|line| one_line(line, no_break)).collect();
    lines.join("\n").trim().to_owned()
}

/// Control, zero-width and bidirectional characters, and the non-characters used as marks while merging.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether it is worth looking for one: a look at the bytes alone, because nearly no text holds any. False is certain.
pub(super) fn may_hold_invisible(text: &str) -> bool {
    // The first bytes (UTF-8) of the characters above; the no-break space and the typographic apostrophe share two of them.
    let suspect =
        |byte: u8| (byte < b' ' && byte != b'\n' && byte != b'\t') || matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe1 | 0xe2 | 0xef | 0xf3);
    text.bytes().fold(false, |found, byte| found | suspect(byte))
}

/// The candidate nearest to `wanted`, when it is at most two edits (a third of its length for short names) away.
pub fn closest<'a>(wanted: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .map(|candidate| (distance(&wanted.to_lowercase(), &candidate.to_lowercase()), candidate))
        .filter(|(d, candidate)| *d <= (candidate.chars().count() / 3).clamp(1, 3))
        .min_by_key(|(d, _)| *d)
        .map(|(_, candidate)| candidate)
}

/// Optimal string alignment distance: insertions, removals, replacements and swaps of neighbours.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(64).collect();
    let b: Vec<char> = b.chars().take(64).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |line: &[usize], k: usize| line.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&previous, j + 1) + 1).min(at(&row, j) + 1).min(at(&previous, j) + usize::from(x != y));
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut previous, row);
    }
    previous.last().copied().unwrap_or_default()
}

/// A stable 64-bit number of some bytes (FNV-1a): for choices that must come out the same on every machine and every day.
pub fn stable_number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_becomes_one_visible_line() {
        assert_eq!(clean("  Ann\r\nBcc:\tx@y.example\u{202e}\u{0}\u{2028}z "), "Ann Bcc: x@y.example z");
        assert_eq!(clean("e\u{301}cole"), "école");
        assert_eq!(clean("\u{fdd0}Ann\u{fdd1}"), "Ann");
        assert_eq!(clean("E\u{301}lodie  Œuvré d\u{2019}Ys"), "Élodie Œuvré d\u{2019}Ys");
        assert_eq!(clean("Ann  of\u{7f} Green "), "Ann of Green");
    }

    #[test]
    fn the_look_at_the_bytes_overlooks_no_invisible_character() {
        let missed: Vec<char> =
            ('\0'..=char::MAX).filter(|c| is_invisible(*c) && *c != '\n' && *c != '\t' && !may_hold_invisible(&c.to_string())).collect();
        assert!(missed.is_empty(), "{missed:?}");
        assert!(!may_hold_invisible("Bonjour Zoé,\n\tun œuf ?"));
    }

    #[test]
    fn what_counts_as_plain_is_left_as_it_is_by_the_cleaning() {
        for c in ('!'..='\u{2fff}').filter(|c| is_plain(&c.to_string())) {
            assert_eq!(one_line(&c.to_string(), |_| false), c.to_string());
        }
    }

    #[test]
    fn lines_keep_their_ends_and_their_no_break_spaces() {
        assert_eq!(clean_lines(" a\r\nb\u{a0}?  c\u{0}\r\r\n "), "a\nb\u{a0}? c");
    }

    #[test]
    fn closest_counts_a_swap_as_one_edit() {
        assert_eq!(closest("acitons", ["actions", "delays"].into_iter()), Some("actions"));
        assert_eq!(closest("foo", ["actions", "delays"].into_iter()), None);
    }

    #[test]
    fn folding_ignores_accents_case_and_width() {
        assert_eq!(fold("Ｅ́COLE Zoë"), "ecole zoe");
    }
}
