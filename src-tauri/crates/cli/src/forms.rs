//! Moments and sizes as a person writes them.

use crate::phrases::in_language;
use chrono::{DateTime, Datelike, Local, NaiveDate, TimeZone, Timelike};
use domain::writing::Language;

const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const FR: [&str; 12] = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

/// `15 Sep 2026`, « 15 sept. 2026 ».
pub(crate) fn day(date: NaiveDate, language: Language) -> String {
    let months = if language == Language::Fr { FR } else { EN };
    let month = months.get(date.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// `15 Sep 2026, 10:00`, « 15 sept. 2026 à 10:00 ».
pub(crate) fn moment<Z: TimeZone>(at: &DateTime<Z>, language: Language) -> String {
    let (date, joined) = (day(at.date_naive(), language), if language == Language::Fr { " à" } else { "," });
    let local = at.naive_local();
    format!("{date}{joined} {:02}:{:02}", local.hour(), local.minute())
}

/// A text that is a moment (RFC 3339) in the form of this machine's zone, or a day; other texts are none.
pub(crate) fn written(text: &str, language: Language) -> Option<String> {
    if text.len() == 10 {
        return text.parse::<NaiveDate>().ok().map(|date| day(date, language));
    }
    let looks = text.len() >= 20 && text.get(10..11) == Some("T");
    let at = looks.then(|| DateTime::parse_from_rfc3339(text).ok()).flatten()?;
    Some(moment(&at.with_timezone(&Local), language))
}

/// `475 KB`, « 475 Ko »: thousands, as the file managers count.
pub(crate) fn size(bytes: f64, language: Language) -> String {
    let (value, unit) = match bytes {
        b if b < 1e3 => (b, "size.bytes"),
        b if b < 1e6 => (b / 1e3, "size.kilo"),
        b if b < 1e9 => (b / 1e6, "size.mega"),
        b => (b / 1e9, "size.giga"),
    };
    let short = if value < 9.95 && unit != "size.bytes" { format!("{value:.1}") } else { format!("{value:.0}") };
    let short = short.strip_suffix(".0").unwrap_or(&short);
    let number = if language == Language::Fr { short.replace('.', ",") } else { short.to_owned() };
    in_language(language, unit, &[("n", &number)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Utc;

    #[test]
    fn moments_and_days_are_in_the_form_of_the_language() {
        let at: DateTime<Utc> = "2026-09-05T08:07:00Z".parse().unwrap();
        assert_eq!(moment(&at, Language::En), "5 Sep 2026, 08:07");
        assert_eq!(moment(&at, Language::Fr), "5 sept. 2026 à 08:07");
        assert_eq!(written("2026-08-01", Language::Fr).unwrap(), "1 août 2026");
        assert!(written("2026-09-05T08:07:00.123Z", Language::En).unwrap().contains("2026, "));
        assert!(written("0612345678", Language::En).is_none() && written("a text with T in it.", Language::En).is_none());
    }

    #[test]
    fn sizes_are_in_thousands() {
        for (bytes, en, fr) in [
            (620.0, "620 bytes", "620\u{a0}octets"),
            (475_136.0, "475 KB", "475\u{a0}Ko"),
            (6_169.0, "6.2 KB", "6,2\u{a0}Ko"),
            (84e6, "84 MB", "84\u{a0}Mo"),
        ] {
            assert_eq!((size(bytes, Language::En).as_str(), size(bytes, Language::Fr).as_str()), (en, fr));
        }
    }
}
