use crate::fault::{Fault, Params, params};
use std::fmt;

/// Longest header text, in characters: far above any name or subject, far below what a server refuses.
const MAX_CHARS: usize = 400;

/// Text that may stand in a header: one line, printable, nothing invisible that could add a header or turn the reading direction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HeaderText(String);

/// A header text that is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeaderTextError {
    /// It holds a character that can split or disguise a header.
    #[error("the text holds the invisible character U+{:04X} at position {position}", *.character as u32)]
    Unsafe {
        /// Which one.
        character: char,
        /// Where, counted in characters from 1.
        position: usize,
    },
    /// More than 400 characters.
    #[error("the text is too long")]
    TooLong,
}

impl Fault for HeaderTextError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unsafe { .. } => "header.unsafe_character",
            Self::TooLong => "header.too_long",
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::Unsafe { character, position } => {
                params([("character", format!("U+{:04X}", u32::from(*character))), ("position", position.to_string())])
            }
            Self::TooLong => params([("max", MAX_CHARS.to_string())]),
        }
    }
}

impl HeaderText {
    /// Takes a text a person typed: anything unsafe is refused and named, nothing is changed but the spaces around it.
    pub fn parse(text: &str) -> Result<Self, HeaderTextError> {
        let text = text.trim_matches(' ');
        if let Some((i, character)) = text.chars().enumerate().find(|(_, c)| is_unsafe(*c)) {
            return Err(HeaderTextError::Unsafe { character, position: i + 1 });
        }
        if text.chars().count() > MAX_CHARS {
            return Err(HeaderTextError::TooLong);
        }
        Ok(Self(text.to_owned()))
    }

    /// Takes a text from a file: line ends and tabs become a space, invisible and direction-turning characters go, spaces are joined, and
    /// the length is capped. Always gives something that is safe, possibly empty.
    pub fn cleaned(text: &str) -> Self {
        let spaced = text.chars().map(|c| if c.is_whitespace() || is_line_end(c) { ' ' } else { c }).filter(|c| !is_unsafe(*c));
        let spaced: String = spaced.collect();
        let joined = spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        Self(joined.chars().take(MAX_CHARS).collect::<String>().trim_end().to_owned())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for HeaderText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// U+0085, U+2028 and U+2029 end a line for some readers although they are not C0 controls.
fn is_line_end(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that never belong in a header: C0, DEL and C1 controls, Unicode line ends, bidirectional marks, embeddings, overrides and
/// isolates (they let a name read as another), the byte order mark, and the tag characters.
pub(super) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || is_line_end(c)
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || matches!(c, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_line_end_or_override_is_refused_and_named() {
        for (text, character) in [
            ("Hello\r\nBcc: x@y.example", '\r'),
            ("Hello\nthere", '\n'),
            ("a\tb", '\t'),
            ("nul\0", '\0'),
            ("next\u{85}line", '\u{85}'),
            ("line\u{2028}sep", '\u{2028}'),
            ("turned\u{202e}round", '\u{202e}'),
            ("iso\u{2066}lated", '\u{2066}'),
        ] {
            match HeaderText::parse(text) {
                Err(HeaderTextError::Unsafe { character: found, .. }) => assert_eq!(found, character, "{text:?}"),
                other => panic!("{text:?} gave {other:?}"),
            }
        }
    }

    #[test]
    fn an_imported_name_is_cleaned_and_stays_readable() {
        assert_eq!(HeaderText::cleaned("  Ann\r\n Lee\t(CEO) \0\u{202e}").as_str(), "Ann Lee (CEO)");
        assert_eq!(HeaderText::cleaned("Zoë\u{a0}Łuk 🚀").as_str(), "Zoë Łuk 🚀");
        assert_eq!(HeaderText::cleaned("\u{2029}\r\n").as_str(), "");
        assert_eq!(HeaderText::cleaned(&"x".repeat(5000)).as_str().len(), 400);
    }

    #[test]
    fn what_was_cleaned_is_accepted_unchanged() {
        for text in ["Ann\r\nLee", "\u{7f}\u{9b}31m", "a\u{e0041}b", "ordinary"] {
            let clean = HeaderText::cleaned(text);
            assert_eq!(HeaderText::parse(clean.as_str()).as_ref(), Ok(&clean));
        }
    }
}
