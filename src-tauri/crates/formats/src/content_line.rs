//! Content lines: what vCard (RFC 2426, RFC 6350, and 2.1 before them) and iCalendar (RFC 5545) are written in.
//!
//! `GROUP.NAME;PARAM=VALUE:value`, folded after 75 octets. Unfolding goes over bytes, because a fold may part a letter of several
//! bytes; vCard 2.1 moreover writes values as quoted-printable in an encoding of its own.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Longest line after unfolding: a picture inside a card; longer ones are cut, and no value of ours is as long.
const MAX_LINE: usize = 16 * 1024 * 1024;
/// Octets of a line before it is folded (RFC 5545 section 3.1).
const FOLD: usize = 75;

/// One property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ContentLine {
    /// Physical line it starts on, from 1.
    pub(crate) line: u32,
    /// What ties lines together in vCard, in lower case; mostly empty.
    pub(crate) group: String,
    /// Name in capitals.
    pub(crate) name: String,
    /// Parameters: names in capitals, a bare one of vCard 2.1 (`HOME`) as a `TYPE`.
    pub(crate) params: Vec<(String, String)>,
    /// Value, decoded into letters; escapes are still in it.
    pub(crate) value: String,
}

impl ContentLine {
    /// The first value of a parameter.
    pub(crate) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Every type, in lower case: `TYPE=HOME,pref`, `TYPE=home;TYPE=pref`, `HOME;PREF`.
    pub(crate) fn types(&self) -> Vec<String> {
        let values = self.params.iter().filter(|(name, _)| name == "TYPE").flat_map(|(_, value)| value.split(','));
        values.map(|word| word.trim().trim_matches('"').to_ascii_lowercase()).filter(|word| !word.is_empty()).collect()
    }

    /// The value with its escapes undone.
    pub(crate) fn text(&self) -> String {
        unescape(&self.value)
    }

    /// The parts of a structured value, escapes undone.
    pub(crate) fn parts(&self, separator: char) -> Vec<String> {
        split(&self.value, separator).into_iter().map(unescape).collect()
    }
}

/// Reads all lines. What is no content line is passed over: a file in the wild is not the place for strictness.
pub(crate) fn read(bytes: &[u8]) -> Vec<ContentLine> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let wide = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8).map(|(encoding, _)| encoding.decode(bytes).0);
    let bytes = wide.as_ref().map_or(bytes, |text| text.as_bytes());
    let unfolded = unfold(bytes);
    // One that is not UTF-8 was written by Windows in the west.
    let is_utf8 = unfolded.iter().all(|(_, line)| std::str::from_utf8(line).is_ok());
    let encoding = if is_utf8 { UTF_8 } else { WINDOWS_1252 };
    unfolded.iter().filter_map(|(line, bytes)| parse(bytes, *line, encoding)).collect()
}

/// Whole lines, each with the physical line it starts on.
fn unfold(bytes: &[u8]) -> Vec<(u32, Vec<u8>)> {
    let mut lines = Vec::new();
    let mut physical = bytes.split(|byte| *byte == b'\n').zip(1_u32..).peekable();
    while let Some((first, line)) = physical.next() {
        let mut whole = trim_end(first).to_vec();
        loop {
            let quoted = is_quoted_printable(&whole);
            match physical.peek() {
                // A line ending with `=` goes on, in quoted-printable (RFC 2045 section 6.7, rule 5).
                Some((next, _)) if quoted && whole.ends_with(b"=") => {
                    whole.pop();
                    whole.extend_from_slice(trim_end(next));
                }
                Some((next, _)) if next.starts_with(b" ") || next.starts_with(b"\t") => {
                    whole.extend_from_slice(trim_end(next.get(1..).unwrap_or_default()));
                }
                _ => break,
            }
            physical.next();
            if whole.len() > MAX_LINE {
                break;
            }
        }
        lines.push((line, whole));
    }
    lines
}

fn trim_end(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn is_quoted_printable(line: &[u8]) -> bool {
    let head = line.get(..line.iter().position(|byte| *byte == b':').unwrap_or(line.len())).unwrap_or_default();
    String::from_utf8_lossy(head).to_ascii_uppercase().contains("QUOTED-PRINTABLE")
}

fn parse(line: &[u8], number: u32, encoding: &'static Encoding) -> Option<ContentLine> {
    let colon = value_start(line)?;
    let (head, value) = (line.get(..colon)?, line.get(colon + 1..)?);
    let head = encoding.decode_without_bom_handling(head).0;
    let mut pieces = split_head(&head).into_iter();
    let name = pieces.next()?;
    let (group, name) = name.rsplit_once('.').unwrap_or(("", name));
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return None;
    }
    let params: Vec<(String, String)> = pieces
        .map(|param| match param.split_once('=') {
            Some((name, value)) => (name.trim().to_ascii_uppercase(), unquote(value)),
            None if param.eq_ignore_ascii_case("QUOTED-PRINTABLE") || param.eq_ignore_ascii_case("BASE64") => {
                ("ENCODING".to_owned(), param.to_owned())
            }
            None => ("TYPE".to_owned(), param.trim().to_owned()),
        })
        .collect();
    let find = |wanted: &str| params.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    let charset = find("CHARSET").and_then(|label| Encoding::for_label(label.as_bytes())).unwrap_or(encoding);
    let quoted = find("ENCODING").is_some_and(|how| how.eq_ignore_ascii_case("QUOTED-PRINTABLE"));
    let bytes: Cow<'_, [u8]> = if quoted { Cow::Owned(quoted_printable(value)) } else { Cow::Borrowed(value) };
    let value = charset.decode_without_bom_handling(&bytes).0.into_owned();
    Some(ContentLine { line: number, group: group.to_ascii_lowercase(), name: name.to_ascii_uppercase(), params, value })
}

/// Where the colon stands that ends name and parameters: one inside quotes is part of a parameter.
fn value_start(line: &[u8]) -> Option<usize> {
    let mut quoted = false;
    line.iter().position(|byte| {
        quoted ^= *byte == b'"';
        *byte == b':' && !quoted
    })
}

fn split_head(head: &str) -> Vec<&str> {
    let mut quoted = false;
    head.split(move |c: char| {
        quoted ^= c == '"';
        c == ';' && !quoted
    })
    .collect()
}

/// A parameter without its quotes and without the escapes of RFC 6868.
fn unquote(value: &str) -> String {
    let value = value.trim();
    value
        .strip_prefix('"')
        .and_then(|value| value.strip_suffix('"'))
        .unwrap_or(value)
        .replace("^n", "\n")
        .replace("^'", "\"")
        .replace("^^", "^")
}

fn quoted_printable(value: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
    let mut decoded = Vec::with_capacity(value.len());
    let mut at = 0;
    while let Some(byte) = value.get(at) {
        match (byte, digit(value.get(at + 1)), digit(value.get(at + 2))) {
            (b'=', Some(high), Some(low)) => {
                decoded.push(high * 16 + low);
                at += 3;
            }
            _ => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    decoded
}

/// Undoes `\n`, `\,`, `\;`, `\:` and `\\`.
pub(crate) fn unescape(value: &str) -> String {
    if !value.contains('\\') {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(c @ (',' | ';' | ':' | '\\' | '"')) => text.push(c),
                Some(other) => text.extend(['\\', other]),
                None => text.push('\\'),
            },
            (c, false) => text.push(c),
        }
    }
    text
}

/// Parts a value at a character that is not escaped; the parts still have their escapes.
pub(crate) fn split(value: &str, separator: char) -> Vec<&str> {
    let mut escaped = false;
    value
        .split(move |c: char| {
            let here = c == separator && !escaped;
            escaped = c == '\\' && !escaped;
            here
        })
        .collect()
}

/// Escapes a text value (RFC 6350 section 3.4, RFC 5545 section 3.3.11). Control characters have no form in either and go.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            ',' | ';' | '\\' => escaped.extend(['\\', c]),
            '\t' => escaped.push(c),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Writes a line folded after 75 octets, never inside a letter, and ended with CR LF.
pub(crate) fn fold(out: &mut String, line: &str) {
    let mut room = FOLD;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = FOLD - 1;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &[u8]) -> ContentLine {
        let mut lines = read(text);
        assert_eq!(lines.len(), 1, "{lines:?}");
        lines.remove(0)
    }

    #[test]
    fn folded_lines_are_one_even_inside_a_letter() {
        let line = one(b"NOTE:caf\xc3\r\n \xa9 au lait\\, oui\\nnon\r\n");
        assert_eq!((line.name.as_str(), line.text().as_str()), ("NOTE", "café au lait, oui\nnon"));
    }

    #[test]
    fn quoted_printable_in_an_old_encoding_is_read() {
        let line = one(b"item1.N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Lef=E8vre;=C9lo=\r\ndie\r\n");
        assert_eq!((line.group.as_str(), line.parts(';')), ("item1", vec!["Lefèvre".to_owned(), "Élodie".to_owned()]));
        assert_eq!(one(b"TEL;HOME;VOICE:1").types(), ["home", "voice"]);
        assert_eq!(one("FN:Zo\u{eb}".as_bytes()).value, "Zoë");
        assert_eq!(one(b"FN:Zo\xeb").value, "Zoë");
    }

    #[test]
    fn a_colon_in_a_quoted_parameter_is_no_value() {
        let line = one(b"ATTENDEE;CN=\"Lee: Ann\";X=a^'b:mailto:ann@a.example");
        assert_eq!((line.param("CN"), line.value.as_str(), line.param("X")), (Some("Lee: Ann"), "mailto:ann@a.example", Some("a\"b")));
    }

    #[test]
    fn escaped_separators_part_nothing() {
        assert_eq!(split(r"a\;b;c\\;d", ';'), [r"a\;b", r"c\\", "d"]);
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_again(text in "[^\r\u{0}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}]{0,200}") {
            let mut out = String::new();
            fold(&mut out, &format!("NOTE:{}", escape(&text)));
            proptest::prop_assert!(out.split("\r\n").all(|line| line.len() <= FOLD));
            proptest::prop_assert_eq!(one(out.as_bytes()).text(), text);
        }

        #[test]
        fn no_bytes_stop_the_reading(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300)) {
            let _lines = read(&bytes);
        }
    }
}
