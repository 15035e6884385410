//! Zones by the names files give them, and as files must describe them.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use crate::content_line::fold;

/// What Windows, and so Outlook, calls zones (CLDR, windowsZones; the territory 001).
const WINDOWS: [(&str, Tz); 42] = [
    ("Romance Standard Time", Tz::Europe__Paris),
    ("W. Europe Standard Time", Tz::Europe__Berlin),
    ("GMT Standard Time", Tz::Europe__London),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("E. Europe Standard Time", Tz::Europe__Chisinau),
    ("FLE Standard Time", Tz::Europe__Kyiv),
    ("GTB Standard Time", Tz::Europe__Bucharest),
    ("Greenwich Standard Time", Tz::Atlantic__Reykjavik),
    ("Turkey Standard Time", Tz::Europe__Istanbul),
    ("Russian Standard Time", Tz::Europe__Moscow),
    ("Morocco Standard Time", Tz::Africa__Casablanca),
    ("W. Central Africa Standard Time", Tz::Africa__Lagos),
    ("South Africa Standard Time", Tz::Africa__Johannesburg),
    ("Egypt Standard Time", Tz::Africa__Cairo),
    ("E. Africa Standard Time", Tz::Africa__Nairobi),
    ("Israel Standard Time", Tz::Asia__Jerusalem),
    ("Arab Standard Time", Tz::Asia__Riyadh),
    ("Arabian Standard Time", Tz::Asia__Dubai),
    ("India Standard Time", Tz::Asia__Kolkata),
    ("China Standard Time", Tz::Asia__Shanghai),
    ("Singapore Standard Time", Tz::Asia__Singapore),
    ("SE Asia Standard Time", Tz::Asia__Bangkok),
    ("Tokyo Standard Time", Tz::Asia__Tokyo),
    ("Korea Standard Time", Tz::Asia__Seoul),
    ("AUS Eastern Standard Time", Tz::Australia__Sydney),
    ("E. Australia Standard Time", Tz::Australia__Brisbane),
    ("W. Australia Standard Time", Tz::Australia__Perth),
    ("New Zealand Standard Time", Tz::Pacific__Auckland),
    ("Eastern Standard Time", Tz::America__New_York),
    ("Central Standard Time", Tz::America__Chicago),
    ("Mountain Standard Time", Tz::America__Denver),
    ("US Mountain Standard Time", Tz::America__Phoenix),
    ("Pacific Standard Time", Tz::America__Los_Angeles),
    ("Alaskan Standard Time", Tz::America__Anchorage),
    ("Hawaiian Standard Time", Tz::Pacific__Honolulu),
    ("Atlantic Standard Time", Tz::America__Halifax),
    ("Canada Central Standard Time", Tz::America__Regina),
    ("E. South America Standard Time", Tz::America__Sao_Paulo),
    ("Argentina Standard Time", Tz::America__Argentina__Buenos_Aires),
    ("Central Standard Time (Mexico)", Tz::America__Mexico_City),
    ("SA Pacific Standard Time", Tz::America__Bogota),
];

/// The zone of a name: the IANA's, also behind a prefix (`/mozilla.org/20050126_1/Europe/Paris`), or that of Windows.
pub(super) fn named(name: &str) -> Option<Tz> {
    let name = name.trim().trim_matches('"');
    let known = |name: &str| name.parse::<Tz>().ok();
    if let Some(zone) = known(name) {
        return Some(zone);
    }
    if let Some((_, zone)) = WINDOWS.iter().find(|(windows, _)| windows.eq_ignore_ascii_case(name)) {
        return Some(*zone);
    }
    if matches!(name.to_ascii_uppercase().as_str(), "Z" | "UTC" | "GMT" | "ETC/UTC" | "COORDINATED UNIVERSAL TIME") {
        return Some(Tz::UTC);
    }
    let parts: Vec<&str> = name.split('/').collect();
    (1..parts.len()).filter_map(|from| parts.get(from..)).find_map(|rest| known(&rest.join("/")))
}

/// Describes a zone for some years (RFC 5545 section 3.6.5), change by change: exact where rules would be a guess.
pub(super) fn describe(out: &mut String, zone: Tz, first: i32, last: i32) {
    let mut line = |text: &str| fold(out, text);
    line("BEGIN:VTIMEZONE");
    line(&format!("TZID:{}", zone.name()));
    let from = NaiveDate::from_ymd_opt(first - 1, 1, 1).unwrap_or_default().and_time(chrono::NaiveTime::MIN).and_utc();
    let to = NaiveDate::from_ymd_opt(last + 1, 12, 31).unwrap_or_default().and_time(chrono::NaiveTime::MIN).and_utc();
    // What holds at the beginning, then each change.
    let mut before = seconds(zone, from);
    component(&mut line, zone, from, before);
    let mut at = from;
    while at < to {
        let next = at + TimeDelta::days(1);
        if seconds(zone, next) != before {
            let change = change_between(zone, at, next);
            component(&mut line, zone, change, before);
            before = seconds(zone, change);
        }
        at = next;
    }
    line("END:VTIMEZONE");
}

fn component(line: &mut impl FnMut(&str), zone: Tz, at: DateTime<Utc>, before: i32) {
    let offset = zone.offset_from_utc_datetime(&at.naive_utc());
    let kind = if offset.dst_offset().is_zero() { "STANDARD" } else { "DAYLIGHT" };
    line(&format!("BEGIN:{kind}"));
    // The beginning is told in the hour that held before it.
    let local: NaiveDateTime = at.naive_utc() + TimeDelta::seconds(i64::from(before));
    line(&format!("DTSTART:{}", local.format("%Y%m%dT%H%M%S")));
    line(&format!("TZOFFSETFROM:{}", signed(before)));
    line(&format!("TZOFFSETTO:{}", signed(offset.fix().local_minus_utc())));
    if let Some(name) = offset.abbreviation() {
        line(&format!("TZNAME:{name}"));
    }
    line(&format!("END:{kind}"));
}

/// The moment of a change, to the second.
fn change_between(zone: Tz, mut low: DateTime<Utc>, mut high: DateTime<Utc>) -> DateTime<Utc> {
    let before = seconds(zone, low);
    while high - low > TimeDelta::seconds(1) {
        let middle = low + (high - low) / 2;
        let middle = DateTime::from_timestamp(middle.timestamp(), 0).unwrap_or(middle);
        if seconds(zone, middle) == before { low = middle } else { high = middle }
    }
    high
}

fn seconds(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

fn signed(seconds: i32) -> String {
    let (sign, seconds) = if seconds < 0 { ('-', -seconds) } else { ('+', seconds) };
    format!("{sign}{:02}{:02}", seconds / 3600, seconds / 60 % 60)
}

/// Years some days lie in.
pub(super) fn years(days: impl Iterator<Item = NaiveDate>) -> Option<(i32, i32)> {
    days.map(|day| day.year())
        .fold(None, |span: Option<(i32, i32)>, year| Some(span.map_or((year, year), |(first, last)| (first.min(year), last.max(year)))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_known_by_every_name_files_give_it() {
        for (name, zone) in [
            ("Europe/Paris", Tz::Europe__Paris),
            ("\"Romance Standard Time\"", Tz::Europe__Paris),
            ("/mozilla.org/20050126_1/America/New_York", Tz::America__New_York),
            ("/freeassociation.sourceforge.net/Europe/London", Tz::Europe__London),
            ("GMT", Tz::GMT),
        ] {
            assert_eq!(named(name), Some(zone), "{name}");
        }
        assert_eq!(named("My own zone"), None);
    }

    #[test]
    fn a_description_has_each_change_of_its_years() {
        let mut text = String::new();
        describe(&mut text, Tz::Europe__Paris, 2026, 2026);
        assert!(
            text.contains("BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n"),
            "{text}"
        );
        assert!(
            text.contains("BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"),
            "{text}"
        );
        assert_eq!(text.matches("BEGIN:STANDARD").count(), 4, "the beginning and three autumns");
    }
}
