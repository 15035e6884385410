//! Moments and sizes as a person writes them.

use crate::phrases::in_language;
use app::words;
use chrono::{DateTime, Local, NaiveDate, TimeZone};
use domain::writing::Language;

/// `15 Sep 2026`, « 15 sept. 2026 ».
fn day(date: NaiveDate, language: Language) -> String {
    words::day(date, language)
}

/// `15 Sep 2026, 10:00`, « 15 sept. 2026 à 10:00 ».
pub(crate) fn moment<Z: TimeZone>(at: &DateTime<Z>, language: Language) -> String {
    words::moment(at.naive_local(), language)
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
    let number = tenths(if value < 9.95 && unit != "size.bytes" { value } else { value.round() }, language);
    in_language(language, unit, &[("n", &number)])
}

/// `12.4 s`, « 12,4 s », `24 min 3 s`, `1 h 12 min`: to the tenth as long as that says something.
pub(crate) fn duration(millis: f64, language: Language) -> String {
    let seconds = (millis / 1000.0).max(0.0);
    if seconds < 59.95 {
        return format!("{}\u{a0}s", tenths(seconds, language));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and no run lasts 10^19 seconds")]
    let whole = seconds.round() as u64;
    match (whole / 3600, whole / 60 % 60, whole % 60) {
        (0, minutes, seconds) => format!("{minutes}\u{a0}min {seconds}\u{a0}s"),
        (hours, minutes, _) => format!("{hours}\u{a0}h {minutes}\u{a0}min"),
    }
}

/// A number to the tenth, in the form of the language.
pub(crate) fn tenths(value: f64, language: Language) -> String {
    let short = format!("{value:.1}");
    let short = short.strip_suffix(".0").unwrap_or(&short);
    if language == Language::Fr { short.replace('.', ",") } else { short.to_owned() }
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
    fn durations_have_their_unit_and_the_sign_of_the_language() {
        for (millis, en, fr) in [
            (12_400.0, "12.4\u{a0}s", "12,4\u{a0}s"),
            (0.0, "0\u{a0}s", "0\u{a0}s"),
            (59_990.0, "1\u{a0}min 0\u{a0}s", "1\u{a0}min 0\u{a0}s"),
            (1_443_000.0, "24\u{a0}min 3\u{a0}s", "24\u{a0}min 3\u{a0}s"),
            (4_320_000.0, "1\u{a0}h 12\u{a0}min", "1\u{a0}h 12\u{a0}min"),
        ] {
            assert_eq!((duration(millis, Language::En).as_str(), duration(millis, Language::Fr).as_str()), (en, fr));
        }
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
