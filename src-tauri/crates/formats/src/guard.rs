//! Formula injection: a text that a spreadsheet would run is written with a leading `'`, and read back without it.
//!
//! The dangerous first characters are those of the OWASP page "CSV Injection" (`= + - @`, tab, carriage return, line
//! feed) and their full-width forms, which some East Asian spreadsheets fold into the plain ones. Phone numbers and plain
//! signed numbers are data a seller reads and dials: they stay as they are.

use std::borrow::Cow;

/// Fewest digits of a text with a leading `+` for it to be a phone number and not arithmetic.
const PHONE_MIN_DIGITS: usize = 6;

/// True where a spreadsheet that opens this text as a cell would evaluate it.
#[must_use]
pub fn is_risky(text: &str) -> bool {
    match text.chars().next() {
        Some('+') => !is_phone(text) && !is_signed_number(text),
        Some('-') => !is_signed_number(text),
        Some('=' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => true,
        _ => false,
    }
}

/// Makes a text safe for a CSV cell: a risky one gets one leading `'`.
///
/// A text that already is a run of `'` before something risky gets one more, so that [`restore`] is the exact inverse.
#[must_use]
pub fn neutralise(text: &str) -> Cow<'_, str> {
    if is_risky(text.trim_start_matches('\'')) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Takes back exactly what [`neutralise`] added; every other text is returned as it is.
#[must_use]
pub fn restore(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_risky(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// `+33 6 12 34 56 78`, `+1 (212) 555-0100`: a plus, then digits with the usual separators between them.
fn is_phone(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('+') else {
        return false;
    };
    let shape = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '(' | ')');
    rest.starts_with(|c: char| c.is_ascii_digit() || c == '(')
        && rest.chars().all(shape)
        && rest.chars().filter(char::is_ascii_digit).count() >= PHONE_MIN_DIGITS
}

/// `-12.5`, `-12,5`, `+3`: a sign, digits and at most one decimal separator.
fn is_signed_number(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['+', '-']) else {
        return false;
    };
    let (whole, fraction) = rest.split_once(['.', ',']).unwrap_or((rest, "0"));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_formula_trigger_gets_the_prefix() {
        for text in ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "-", "+", "+cmd|' /C calc'!A0"]
        {
            assert_eq!(neutralise(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn phone_numbers_and_signed_numbers_are_left_alone() {
        for text in
            ["+33 6 12 34 56 78", "+33612345678", "+33\u{a0}6\u{202f}12.34.56.78", "+1 (212) 555-0100", "-12.5", "-12,5", "-3", "+4"]
        {
            assert_eq!(neutralise(text), text, "{text:?}");
            assert_eq!(restore(text), text);
        }
    }

    #[test]
    fn only_our_own_prefix_is_taken_back() {
        assert_eq!(restore("'=1"), "=1");
        assert_eq!(restore("'hello"), "'hello");
        assert_eq!(restore("'+33612345678"), "'+33612345678");
        assert_eq!(neutralise("'=1"), "''=1");
        assert_eq!(restore("''=1"), "'=1");
    }
}
