use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for comparing and ordering: compatibility decomposition (NFKD), no accents, lower case, `œ æ ß ø ł đ þ` spelled out, runs
/// of white space as one space, none at the ends.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded, |c| (!c.is_whitespace()).then_some(c));
    folded
}

/// Folds to bare words: like [`fold`], and whatever is neither letter nor digit separates words (`Jean-Pierre O'Neil` → `jean pierre o
/// neil`).
pub fn fold_words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded, |c| c.is_alphanumeric().then_some(c));
    folded
}

/// Appends the folded text; what `keep` refuses becomes one separating space.
pub(super) fn fold_into(text: &str, to: &mut String, keep: impl Fn(char) -> Option<char>) {
    let mut gap = false;
    let start = to.len();
    let mut push = |c: char| match keep(c) {
        Some(c) => {
            if gap && to.len() > start {
                to.push(' ');
            }
            gap = false;
            spell(c, to);
        }
        None => gap = true,
    };
    if text.is_ascii() {
        // Most names: nothing to decompose.
        text.bytes().for_each(|byte| push(char::from(byte.to_ascii_lowercase())));
    } else {
        text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c)).for_each(push);
    }
}

fn spell(c: char, to: &mut String) {
    match c {
        'œ' => to.push_str("oe"),
        'æ' => to.push_str("ae"),
        'ß' => to.push_str("ss"),
        'ø' => to.push('o'),
        'ł' => to.push('l'),
        'đ' | 'ð' => to.push('d'),
        'þ' => to.push_str("th"),
        'ı' => to.push('i'),
        '’' | 'ʼ' | '‘' => to.push('\''),
        _ => to.push(c),
    }
}

/// A value of one line, safe for a mail header, a file name and a window title: controls and line ends become a space, invisible marks
/// (such as a change of writing direction) go, no space at the ends.
pub fn clean_line(text: &str) -> String {
    clean(text, false)
}

/// A text of several lines: line ends become LF, tabs stay, other controls become a space, invisible marks go.
pub fn clean_lines(text: &str) -> String {
    clean(&text.replace("\r\n", "\n").replace('\r', "\n"), true)
}

fn clean(text: &str, lines: bool) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\n' | '\t' if lines => cleaned.push(c),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => {
                if !cleaned.ends_with(' ') {
                    cleaned.push(' ');
                }
            }
            // Soft hyphen, zero-width space, direction marks, word joiner, byte order mark. The joiners of emoji and several scripts stay.
            '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {}
            _ => cleaned.push(c),
        }
    }
    let length = cleaned.trim_end().len();
    cleaned.truncate(length);
    let start = cleaned.len() - cleaned.trim_start().len();
    if start > 0 {
        cleaned.drain(..start);
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_ligatures_and_spaces_do_not_tell_names_apart() {
        for (text, folded) in [
            ("  Élodie   Lefèvre ", "elodie lefevre"),
            ("CŒUR", "coeur"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("Ærø", "aero"),
            ("ﬁne", "fine"),
            ("İzmir", "izmir"),
            ("e\u{301}te\u{301}", "ete"),
            ("Jean-Pierre", "jean-pierre"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn words_are_letters_and_digits_only() {
        assert_eq!(fold_words("Jean-Pierre O’Neil, PhD 🎯"), "jean pierre o neil phd");
        assert_eq!(fold_words("..."), "");
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        for text in ["Élodie Œuvre", "ΑΘΗΝΑ", "ǅ", "ẞ", "Ⅷ", "한글", "ﬀ"] {
            assert_eq!(fold(&fold(text)), fold(text), "{text:?}");
            assert_eq!(fold_words(&fold_words(text)), fold_words(text), "{text:?}");
        }
    }

    #[test]
    fn control_and_direction_characters_leave_a_line() {
        assert_eq!(clean_line(" Ann\r\nLee\u{202e}\0 "), "Ann Lee");
        assert_eq!(clean_line("\u{feff} Ann"), "Ann");
        assert_eq!(clean_lines(" a\r\nb\rc\td\0 "), "a\nb\nc\td");
    }
}
