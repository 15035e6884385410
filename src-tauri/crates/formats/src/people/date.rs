use chrono::{Days, NaiveDate};

/// Two-digit years from here on are of the last century.
const PIVOT: i32 = 70;
/// Day 0 of spreadsheet serial dates.
const SERIAL_EPOCH: (i32, u32, u32) = (1899, 12, 30);

/// Reads a date as the exports write it: `05 Nov 2024` (LinkedIn), `5-Nov-24` (after Excel), `12 mars 2023`,
/// `2024-11-05` with or without a time, `05/11/2024`, `Nov 5, 2024`, a spreadsheet serial number such as `45601`.
///
/// Two-number dates are day first, as in France; `11/25/2024` can only be month first and is read so.
#[must_use]
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    if let Some(serial) = serial(text) {
        return Some(serial);
    }
    let parts: Vec<&str> = text.split([' ', '-', '/', '.', ',', '\u{a0}', '\u{202f}']).filter(|part| !part.is_empty()).take(4).collect();
    // A time may follow the year: `2024-03-12T09:14`, `1/29/26, 2:37 PM`.
    let part = |index: usize| parts.get(index).map(|part| part.split_once('T').map_or(*part, |(day, _)| day));
    let (first, second, third) = (part(0)?, part(1)?, parts.get(2).copied()?);
    if first.len() == 4 && first.bytes().all(|b| b.is_ascii_digit()) {
        let day = third.split_once('T').map_or(third, |(day, _)| day);
        return NaiveDate::from_ymd_opt(first.parse().ok()?, month(second)?, number(day)?);
    }
    let year = year(third)?;
    let date = |day: u32, month: u32| NaiveDate::from_ymd_opt(year, month, day);
    match (number(first), number(second)) {
        (Some(a), Some(b)) => date(a, b).or_else(|| date(b, a)),
        (Some(day), None) => date(day, month(second)?),
        (None, Some(day)) => date(day, month(first)?),
        (None, None) => date(first_of_month(first)?, month(second)?),
    }
}

/// A day or month number, one or two digits.
fn number(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 2 || !text.bytes().all(|b| b.is_ascii_digit()) { None } else { text.parse().ok() }
}

/// `1er mars 2023`.
fn first_of_month(text: &str) -> Option<u32> {
    matches!(text.to_lowercase().as_str(), "1er" | "1st").then_some(1)
}

fn year(text: &str) -> Option<i32> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    match text.len() {
        4 if digits => text.parse().ok(),
        2 if digits => text.parse().ok().map(|short: i32| if short >= PIVOT { 1900 + short } else { 2000 + short }),
        _ => None,
    }
}

/// A month by number or by its English or French name, whole or shortened.
fn month(text: &str) -> Option<u32> {
    if let Some(number) = number(text) {
        return Some(number);
    }
    // LinkedIn's own months need no folding, and there are as many as there are rows.
    let name = if text.is_ascii() { text.to_ascii_lowercase() } else { super::aliases::fold(text) };
    // Three letters tell all but juin from juillet; each list is in the order of the year.
    let starts: [&[&str]; 12] = [
        &["jan"],
        &["feb", "fev"],
        &["mar"],
        &["apr", "avr"],
        &["may", "mai"],
        &["jun", "juin"],
        &["jul", "juil"],
        &["aug", "aou"],
        &["sep"],
        &["oct"],
        &["nov"],
        &["dec"],
    ];
    let found = starts.iter().position(|starts| starts.iter().any(|start| name.starts_with(start)))?;
    u32::try_from(found + 1).ok()
}

fn serial(text: &str) -> Option<NaiveDate> {
    let days: u64 = text.parse().ok().filter(|_| text.len() == 5)?;
    let (year, month, day) = SERIAL_EPOCH;
    NaiveDate::from_ymd_opt(year, month, day)?.checked_add_days(Days::new(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(text: &str) -> Option<String> {
        parse_date(text).map(|date| date.to_string())
    }

    #[test]
    fn the_forms_of_linkedin_and_of_spreadsheets_are_read() {
        for text in [
            "05 Nov 2024",
            "5-Nov-24",
            "5-nov.-24",
            "05 novembre 2024",
            "2024-11-05",
            "2024-11-05 09:14",
            "2024-11-05T09:14:00Z",
            "05/11/2024",
            "5.11.24",
            "Nov 5, 2024",
            "November 5, 2024",
            "45601",
            "11/05/2024".replace("11/05", "05/11").as_str(),
        ] {
            assert_eq!(iso(text).as_deref(), Some("2024-11-05"), "{text}");
        }
        assert_eq!(iso("12 mars 2023").as_deref(), Some("2023-03-12"));
        assert_eq!(iso("1er août 2022").as_deref(), Some("2022-08-01"));
        assert_eq!(iso("3 juil. 2022").as_deref(), Some("2022-07-03"));
        assert_eq!(iso("3 juin 2022").as_deref(), Some("2022-06-03"));
        assert_eq!(iso("1/29/26, 2:37 PM").as_deref(), Some("2026-01-29"));
        assert_eq!(iso("5-Nov-99").as_deref(), Some("1999-11-05"));
    }

    #[test]
    fn what_is_no_date_is_not_guessed() {
        for text in ["", "soon", "31 Feb 2024", "2024", "05 Foo 2024", "123456", "32/13/2024", "05 Nov", "é-é-é"] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
