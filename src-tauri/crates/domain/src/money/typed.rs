use super::{Currency, MOST};

/// An amount that cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a number as people write amounts.
    #[error("this is not an amount")]
    NotAnAmount,
    /// More decimal places than the currency has.
    #[error("{0} has fewer decimal places")]
    TooFine(Currency),
    /// More than [`MOST`].
    #[error("this amount is too large")]
    TooLarge,
}

/// Reads an amount as people type it: `12300`, `12 300,50`, `12,300.50`, `€12.3k`, `1,5 M`. A sign of the currency may stand before or after it.
///
/// A single dot or comma is the decimal mark, unless exactly three digits follow it and the currency does not have three places: then it sets
/// thousands apart. Where both marks stand, the last one is the decimal mark.
///
/// # Errors
/// See [`MoneyError`]. A negative amount is none.
pub fn minor_units(text: &str, currency: Currency) -> Result<i64, MoneyError> {
    let (number, thousandfold) = stripped(text, currency);
    let mark = decimal_mark(&number, currency).filter(|_| thousandfold == 0 || number.matches(['.', ',']).count() == 1);
    // Before k and M any mark of one is decimal: nobody writes 1.500 k for a million and a half.
    let mark = if thousandfold > 0 && mark.is_none() { number.rfind(['.', ',']) } else { mark };
    let (whole, fraction) = match mark {
        Some(at) => (number.get(..at).unwrap_or_default(), number.get(at + 1..).unwrap_or_default()),
        None => (number.as_str(), ""),
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, '.' | ',')).collect();
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() && fraction.is_empty() || !digits(&whole) || !digits(fraction) {
        return Err(MoneyError::NotAnAmount);
    }
    let places = currency.digits() + thousandfold;
    let fraction = fraction.trim_end_matches('0');
    let missing = places.checked_sub(u32::try_from(fraction.len()).unwrap_or(u32::MAX)).ok_or(MoneyError::TooFine(currency))?;
    let all = format!("{whole}{fraction}");
    let number: i64 = all
        .trim_start_matches('0')
        .parse()
        .or_else(|_| if all.trim_matches('0').is_empty() { Ok(0) } else { Err(MoneyError::TooLarge) })?;
    let minor = 10_i64.checked_pow(missing).and_then(|ten| number.checked_mul(ten)).ok_or(MoneyError::TooLarge)?;
    if minor > MOST { Err(MoneyError::TooLarge) } else { Ok(minor) }
}

/// The number without spaces, signs and the name of the currency; and by how many places `k` or `M` moves it.
fn stripped(text: &str, currency: Currency) -> (String, u32) {
    let upper = text.to_uppercase().replace(currency.code(), "");
    let mut number: String =
        upper.chars().filter(|c| !c.is_whitespace() && !matches!(c, '€' | '$' | '£' | '\'' | '’' | '\u{202f}')).collect();
    let moved = match number.chars().last() {
        Some('K') => 3,
        Some('M') => 6,
        _ => 0,
    };
    if moved > 0 {
        number.pop();
    }
    (number, moved)
}

fn decimal_mark(number: &str, currency: Currency) -> Option<usize> {
    let last = number.rfind(['.', ','])?;
    let mark = number.get(last..=last)?;
    let both = number.contains('.') && number.contains(',');
    if number.matches(mark).count() > 1 {
        return None;
    }
    let behind = number.len() - last - 1;
    (both || behind != 3 || currency.digits() == 3).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, minor) in [
            ("12300", 1_230_000),
            ("12 300,50 €", 1_230_050),
            ("12\u{202f}300", 1_230_000),
            ("€12,300.50", 1_230_050),
            ("12.300,5", 1_230_050),
            ("1.234.567", 123_456_700),
            ("12.300", 1_230_000),
            ("0,5", 50),
            (".5", 50),
            ("0", 0),
            ("12.3k", 1_230_000),
            ("1,5 M", 150_000_000),
            ("1500 EUR", 150_000),
            ("12.3400", 1_234),
        ] {
            assert_eq!(minor_units(text, Currency::EUR), Ok(minor), "{text}");
        }
        assert_eq!(minor_units("1.500", Currency::of_code("TND").unwrap()), Ok(1_500));
        assert_eq!(minor_units("¥900".trim_start_matches('¥'), Currency::of_code("JPY").unwrap()), Ok(900));
    }

    #[test]
    fn what_is_no_amount_is_refused_with_its_reason() {
        for text in ["", "a lot", "-5", "1e5", "12,34,5x"] {
            assert_eq!(minor_units(text, Currency::EUR), Err(MoneyError::NotAnAmount), "{text}");
        }
        assert_eq!(minor_units("1.2345", Currency::EUR), Err(MoneyError::TooFine(Currency::EUR)));
        for text in ["100000000001", "99999999999999999999999"] {
            assert_eq!(minor_units(text, Currency::EUR), Err(MoneyError::TooLarge), "{text}");
        }
    }
}
