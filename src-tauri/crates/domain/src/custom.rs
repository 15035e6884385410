//! Fields the seller adds to people, companies and opportunities: what can be typed into each, and how values compare.

pub use crate::views::custom::CustomKind;

use crate::contacts::read_link;
use crate::fault::{Fault, Params, params};
use crate::money::{Currency, MoneyError, minor_units};
use crate::text::{clean_line, clean_lines, fold, fold_words};
use crate::views::custom::CustomField;
use chrono::NaiveDate;

/// Most characters of a text.
const LONGEST: usize = 2_000;
/// Decimal places a number keeps.
const PLACES: usize = 6;
/// Most choices of a field.
pub const MOST_CHOICES: usize = 100;
/// Between several choices of one value, as kept.
pub const BETWEEN: char = '\n';

/// A value as it is kept, and the keys it is compared by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CustomValue {
    /// As read: a number in plain digits, a day as ISO, an amount as decimal number, choices one a line, `yes`.
    pub text: String,
    /// Folded, for finding and ordering; each choice between line ends.
    pub key: String,
    /// Millionths of a number, minor units of an amount.
    pub number: Option<i64>,
}

/// Why a value cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CustomError {
    /// No such field of these records.
    #[error("there is no such field")]
    NoField,
    /// Not a number, or more decimal places or digits than are kept.
    #[error("not a number")]
    NotANumber,
    /// Not a day.
    #[error("not a day")]
    NotADay,
    /// Not one of the choices.
    #[error("not one of the choices")]
    NotAChoice,
    /// Not an amount.
    #[error("not an amount")]
    NotAnAmount,
    /// Neither yes nor no.
    #[error("neither yes nor no")]
    NotAFlag,
    /// Not an address of the web.
    #[error("not a link")]
    NotALink,
    /// Too long.
    #[error("longer than {0} characters")]
    TooLong(usize),
}

impl Fault for CustomError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoField => "fields.not_found",
            Self::NotANumber => "fields.not_a_number",
            Self::NotADay => "fields.not_a_day",
            Self::NotAChoice => "fields.not_a_choice",
            Self::NotAnAmount => "fields.not_an_amount",
            Self::NotAFlag => "fields.not_a_flag",
            Self::NotALink => "fields.not_a_link",
            Self::TooLong(_) => "fields.too_long",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::TooLong(most) => params([("limit", most.to_string())]),
            _ => Params::new(),
        }
    }
}

/// Reads what was typed into a field; nothing for an empty value.
///
/// # Errors
/// See [`CustomError`].
pub fn read(field: &CustomField, typed: &str) -> Result<Option<CustomValue>, CustomError> {
    let line = clean_line(typed);
    if line.is_empty() {
        return Ok(None);
    }
    let value = match field.kind {
        CustomKind::Text => {
            let text = clean_lines(typed);
            if text.chars().count() > LONGEST {
                return Err(CustomError::TooLong(LONGEST));
            }
            CustomValue { key: fold(&text), text, number: None }
        }
        CustomKind::Number => {
            let number = millionths(&line)?;
            CustomValue { text: plain(number), key: String::new(), number: Some(number) }
        }
        CustomKind::Date => {
            let day = day(&line).ok_or(CustomError::NotADay)?;
            CustomValue { text: day.to_string(), key: day.to_string(), number: None }
        }
        CustomKind::Choice => {
            let text = choice(field, &line)?;
            CustomValue { key: keyed([text.as_str()]), text, number: None }
        }
        CustomKind::Choices => several(field, typed)?,
        CustomKind::Money => {
            let currency = Currency::of_code(&field.currency).unwrap_or(Currency::EUR);
            let minor = minor_units(&line, currency).map_err(|error| match error {
                MoneyError::NotAnAmount | MoneyError::TooFine(_) | MoneyError::TooLarge => CustomError::NotAnAmount,
            })?;
            CustomValue { text: currency.plain(minor), key: String::new(), number: Some(minor) }
        }
        CustomKind::Flag => match flag(&line).ok_or(CustomError::NotAFlag)? {
            true => CustomValue { text: "yes".to_owned(), key: "yes".to_owned(), number: None },
            false => return Ok(None),
        },
        CustomKind::Link => {
            let (link, key) = read_link(&line).ok_or(CustomError::NotALink)?;
            CustomValue { text: link, key: fold(&key), number: None }
        }
    };
    Ok(Some(value))
}

/// The number a filter compares with, as values of this kind keep it.
pub fn number_of(field: &CustomField, typed: &str) -> Option<i64> {
    read(field, typed).ok().flatten()?.number
}

/// The key of one choice, as it stands among those of a value.
pub fn keyed<'c>(choices: impl IntoIterator<Item = &'c str>) -> String {
    let mut key = String::from(BETWEEN);
    for choice in choices {
        key.push_str(&fold_words(choice));
        key.push(BETWEEN);
    }
    key
}

fn several(field: &CustomField, typed: &str) -> Result<CustomValue, CustomError> {
    let mut chosen = Vec::new();
    for part in typed.split([BETWEEN, ',', ';']).map(clean_line).filter(|part| !part.is_empty()) {
        let choice = choice(field, &part)?;
        if !chosen.contains(&choice) {
            chosen.push(choice);
        }
    }
    // In the order of the field, so that the same choices are the same value.
    let ordered: Vec<&str> = field.choices.iter().filter(|choice| chosen.contains(choice)).map(String::as_str).collect();
    Ok(CustomValue { text: ordered.join("\n"), key: keyed(ordered), number: None })
}

fn choice(field: &CustomField, typed: &str) -> Result<String, CustomError> {
    let wanted = fold_words(typed);
    field.choices.iter().find(|choice| fold_words(choice) == wanted).cloned().ok_or(CustomError::NotAChoice)
}

fn flag(typed: &str) -> Option<bool> {
    match fold(typed).as_str() {
        "yes" | "oui" | "true" | "vrai" | "1" | "x" => Some(true),
        "no" | "non" | "false" | "faux" | "0" => Some(false),
        _ => None,
    }
}

/// A day as ISO, or as people write it in French or English with the day first.
fn day(typed: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(typed, form).ok())
}

/// A number as people type it, in millionths: spaces between thousands, a comma or a dot before the decimals.
fn millionths(typed: &str) -> Result<i64, CustomError> {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}').collect();
    let (sign, digits) = match bare.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, bare.strip_prefix('+').unwrap_or(&bare)),
    };
    let (whole, decimals) = digits.rsplit_once(['.', ',']).unwrap_or((digits, ""));
    let all_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let decimals = decimals.trim_end_matches('0');
    if whole.is_empty() && decimals.is_empty() || !all_digits(whole) || !all_digits(decimals) || decimals.len() > PLACES {
        return Err(CustomError::NotANumber);
    }
    let text = format!("{whole}{decimals:0<PLACES$}");
    let number: i64 = text.parse().map_err(|_| CustomError::NotANumber)?;
    Ok(sign * number)
}

fn plain(millionths: i64) -> String {
    let (whole, rest) = (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
    let sign = if millionths < 0 { "-" } else { "" };
    let decimals = format!("{rest:06}");
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        decimals => format!("{sign}{whole}.{decimals}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::custom::CustomOf;
    use uuid::Uuid;

    fn field(kind: CustomKind) -> CustomField {
        let choices = ["Petit", "Moyen", "Très grand"].map(str::to_owned).to_vec();
        CustomField { id: Uuid::nil(), of: CustomOf::People, name: "F".to_owned(), kind, choices, currency: "EUR".to_owned(), used: 0 }
    }

    #[test]
    fn values_are_kept_in_one_form_however_they_were_typed() {
        for (kind, typed, kept) in [
            (CustomKind::Number, "1 234,50", Ok("1234.5")),
            (CustomKind::Number, "-0.25", Ok("-0.25")),
            (CustomKind::Number, "12a", Err(CustomError::NotANumber)),
            (CustomKind::Number, "0.1234567", Err(CustomError::NotANumber)),
            (CustomKind::Date, "03/02/2026", Ok("2026-02-03")),
            (CustomKind::Date, "2026-02-30", Err(CustomError::NotADay)),
            (CustomKind::Choice, "TRES GRAND", Ok("Très grand")),
            (CustomKind::Choice, "huge", Err(CustomError::NotAChoice)),
            (CustomKind::Choices, "moyen, petit; Moyen", Ok("Petit\nMoyen")),
            (CustomKind::Money, "12 300,50 €", Ok("12300.50")),
            (CustomKind::Money, "much", Err(CustomError::NotAnAmount)),
            (CustomKind::Flag, "Oui", Ok("yes")),
            (CustomKind::Flag, "perhaps", Err(CustomError::NotAFlag)),
        ] {
            assert_eq!(read(&field(kind), typed).map(|value| value.unwrap().text), kept.map(str::to_owned), "{kind:?} {typed}");
        }
        assert_eq!(read(&field(CustomKind::Flag), "no"), Ok(None));
        assert_eq!(read(&field(CustomKind::Text), "  "), Ok(None));
    }

    #[test]
    fn numbers_and_choices_have_keys_that_compare() {
        assert!(number_of(&field(CustomKind::Number), "9") < number_of(&field(CustomKind::Number), "10"));
        let both = read(&field(CustomKind::Choices), "Petit, Très grand").unwrap().unwrap().key;
        assert!(both.contains(&keyed(["tres grand"])[1..]) && both.contains(&keyed(["Petit"])));
    }
}
