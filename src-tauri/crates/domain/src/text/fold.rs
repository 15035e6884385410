use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for comparing and ordering: compatibility decomposition (NFKD), no accents, lower case, `œ æ ß ø ł đ þ` and
/// their like spelled out ([`spell_out`]), runs of white space as one space, none at the ends.
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
    match (plain(c), c) {
        (Some(letters), _) => to.push_str(letters),
        (None, '’' | 'ʼ' | '‘') => to.push('\''),
        (None, _) => to.push(c),
    }
}

/// Spells out the letters no decomposition takes apart (`Łukasz` → `lukasz`, `Lœuf` → `Loeuf`) and leaves all else as it is: for readers
/// that fold case and accents themselves. What has none of them is not copied.
pub fn spell_out(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let Some((first, _)) = text.char_indices().find(|(_, c)| plain(*c).is_some()) else { return Cow::Borrowed(text) };
    let (before, rest) = text.split_at(first);
    let mut spelled = String::with_capacity(text.len() + 8);
    spelled.push_str(before);
    for c in rest.chars() {
        match plain(c) {
            Some(letters) => spelled.push_str(letters),
            None => spelled.push(c),
        }
    }
    Cow::Owned(spelled)
}

/// The plain form, in lower case, of a letter that has no decomposition to it.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' | 'ǽ' | 'Ǽ' | 'ǣ' | 'Ǣ' => "ae",
        'ß' | 'ẞ' => "ss",
        'ø' | 'Ø' | 'ǿ' | 'Ǿ' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        _ => return None,
    })
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
            ("Ħamrun", "hamrun"),
            ("Ŧ", "t"),
            ("Ǿ", "o"),
            ("e\u{301}te\u{301}", "ete"),
            ("Jean-Pierre", "jean-pierre"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn letters_without_decomposition_are_spelled_out_and_nothing_else() {
        for (text, spelled) in [
            ("Łukasz ŁĘCKI", "lukasz lĘCKI"),
            ("Søren Søndergaard", "Soren Sondergaard"),
            ("Lœuf", "Loeuf"),
            ("Đorđe Ðýri Þór", "dorde dýri thór"),
            ("STRAẞE Straße", "STRAssE Strasse"),
            ("Ærø Ǿ ǽ", "aero o ae"),
            ("Işık Ħamrun Ŧ", "Işik hamrun t"),
        ] {
            assert_eq!(spell_out(text), spelled, "{text:?}");
            assert_eq!(fold(&spell_out(text)), fold(text), "{text:?}");
        }
        for text in ["", "Jean Dupont", "Éloïse  Lefèvre, ’’", "한글"] {
            assert!(matches!(spell_out(text), Cow::Borrowed(same) if same == text), "{text:?}");
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
