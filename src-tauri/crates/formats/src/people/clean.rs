//! Values made safe: no control characters in anything that ends up in a mail header, a file name or a window title.
//!
//! A display name with a line break makes mail libraries panic, one with a tab or NUL loses the recipient, and a
//! bidirectional override makes a name read as another. Quoted cells with line breaks are ordinary in exports, so these
//! are repaired and reported, not refused.

use std::borrow::Cow;

/// What a character becomes.
enum Fate {
    Keep,
    Space,
    Drop,
}

/// One line: controls and line or paragraph separators become a space, invisible direction marks go, runs of the spaces
/// made so become one, the ends are trimmed. True where anything but trimming was done.
pub(crate) fn clean_line(text: &str) -> (Cow<'_, str>, bool) {
    clean(text, |c| match c {
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => Fate::Space,
        _ if is_invisible(c) => Fate::Drop,
        _ => Fate::Keep,
    })
}

/// Several lines: line breaks become LF, tabs stay, the rest as in [`clean_line`].
pub(super) fn clean_text(text: &str) -> (Cow<'_, str>, bool) {
    let unix: Cow<'_, str> =
        if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) };
    let fate = |c| match c {
        '\n' | '\t' => Fate::Keep,
        '\u{2028}' | '\u{2029}' | '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Fate::Space,
        _ if is_invisible(c) => Fate::Drop,
        _ => Fate::Keep,
    };
    match unix {
        Cow::Borrowed(text) => clean(text, fate),
        Cow::Owned(text) => {
            let (cleaned, changed) = clean(&text, fate);
            (Cow::Owned(cleaned.into_owned()), changed)
        }
    }
}

/// Bidirectional controls, zero-width space, word joiner, soft hyphen, byte order mark. Zero-width joiners stay: emoji
/// and several scripts are written with them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn clean(text: &str, fate: impl Fn(char) -> Fate) -> (Cow<'_, str>, bool) {
    let trimmed = text.trim();
    if trimmed.bytes().all(|byte| (0x20..0x7f).contains(&byte)) || trimmed.chars().all(|c| matches!(fate(c), Fate::Keep)) {
        return (Cow::Borrowed(trimmed), false);
    }
    let mut cleaned = String::with_capacity(trimmed.len());
    for c in trimmed.chars() {
        match fate(c) {
            Fate::Keep => cleaned.push(c),
            Fate::Drop => {}
            Fate::Space if cleaned.ends_with(' ') => {}
            Fate::Space => cleaned.push(' '),
        }
    }
    let end = cleaned.trim_end().len();
    cleaned.truncate(end);
    (Cow::Owned(cleaned.trim_start().to_owned()), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_in_a_name_become_one_space() {
        for (raw, clean) in [
            ("Ann\r\nLee", "Ann Lee"),
            ("Ann\tLee", "Ann Lee"),
            ("Ann\0Lee", "Ann Lee"),
            ("Ann\u{2028}Lee", "Ann Lee"),
            ("Ann \u{85} Lee", "Ann  Lee"),
        ] {
            assert_eq!(clean_line(raw), (Cow::Borrowed(clean), true), "{raw:?}");
        }
    }

    #[test]
    fn direction_overrides_are_removed_and_emoji_joiners_kept() {
        assert_eq!(clean_line("Ann\u{202e}eeL").0, "AnneeL");
        assert_eq!(clean_line("\u{feff}Ann\u{200b}").0, "Ann");
        assert_eq!(clean_line("👩\u{200d}💻 Dev"), (Cow::Borrowed("👩\u{200d}💻 Dev"), false));
    }

    #[test]
    fn trimming_alone_is_not_worth_a_warning() {
        assert_eq!(clean_line("  Élodie\u{a0}\n"), (Cow::Borrowed("Élodie"), false));
    }

    #[test]
    fn notes_keep_their_lines() {
        assert_eq!(clean_text("a\r\nb\rc\td\0e"), (Cow::Borrowed("a\nb\nc\td e"), true));
        assert_eq!(clean_text("a\r\nb"), (Cow::Borrowed("a\nb"), false));
    }
}
