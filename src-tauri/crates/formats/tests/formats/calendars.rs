use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use formats::calendar::{CalendarError, CalendarRead, Contact, Event, When, read, write};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn window() -> (NaiveDate, NaiveDate) {
    (day("2026-01-01"), day("2026-12-31"))
}

fn events(body: &str) -> CalendarRead {
    read(format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}\r\nEND:VCALENDAR\r\n").as_bytes(), Tz::Europe__Paris, window()).unwrap()
}

fn starts(read: &CalendarRead) -> Vec<String> {
    read.events.iter().map(|event| event.when.moments().map_or_else(|| event.when.day().to_string(), |(at, _)| at.to_rfc3339())).collect()
}

#[test]
fn every_way_to_write_a_time_is_read() {
    let read = events(
        "BEGIN:VEVENT\nUID:1\nSUMMARY:utc\nDTSTART:20260915T070000Z\nDTEND:20260915T083000Z\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:2\nSUMMARY:zone\nDTSTART;TZID=America/New_York:20260915T090000\nDURATION:PT45M\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:3\nSUMMARY:windows\nDTSTART;TZID=\"Romance Standard Time\":20260115T090000\nDTEND;TZID=\"Romance Standard Time\":20260115T100000\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:4\nSUMMARY:floating\nDTSTART:20260915T090000\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:5\nSUMMARY:day\nDTSTART;VALUE=DATE:20260915\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:6\nSUMMARY:days\nDTSTART;VALUE=DATE:20260915\nDTEND;VALUE=DATE:20260918\nEND:VEVENT",
    );
    assert_eq!(
        starts(&read),
        [
            "2026-09-15T07:00:00+00:00",
            "2026-09-15T13:00:00+00:00",
            "2026-01-15T08:00:00+00:00",
            "2026-09-15T07:00:00+00:00",
            "2026-09-15",
            "2026-09-15"
        ]
    );
    assert_eq!(read.events[1].when.moments().map(|(from, to)| to - from), Some(TimeDelta::minutes(45)));
    assert_eq!(read.events[5].when, When::Days { from: day("2026-09-15"), to: day("2026-09-17") }, "the end is the day behind");
}

#[test]
fn a_series_is_laid_out_with_its_exceptions_and_its_hour_stays_when_the_clocks_change() {
    let read = events(
        "BEGIN:VEVENT\nUID:w\nSUMMARY:weekly\nDTSTART;TZID=Europe/Paris:20261012T090000\nDTEND;TZID=Europe/Paris:20261012T100000\n\
         RRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Europe/Paris:20261019T090000\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:w\nRECURRENCE-ID;TZID=Europe/Paris:20261026T090000\nSUMMARY:moved\nDTSTART;TZID=Europe/Paris:20261027T140000\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:y\nSUMMARY:for ever\nDTSTART;VALUE=DATE:20200301\nRRULE:FREQ=YEARLY\nEND:VEVENT",
    );
    assert_eq!(
        starts(&read),
        ["2026-10-12T07:00:00+00:00", "2026-11-02T08:00:00+00:00", "2026-11-09T08:00:00+00:00", "2026-10-27T13:00:00+00:00", "2026-03-01"]
    );
    assert_eq!(read.events[0].occurrence, "20261012T070000Z");
    assert_eq!((read.events[3].occurrence.as_str(), read.events[3].title.as_str()), ("20261026T080000Z", "moved"));
    assert_eq!(read.beyond, 1, "one series goes on");
}

#[test]
fn what_cannot_be_taken_says_why() {
    let read = events(
        "BEGIN:VEVENT\nSUMMARY:a\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:b\nDTSTART:tomorrow\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:c\nDTSTART;TZID=Mars/Olympus:20260915T090000\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:d\nDTSTART:20260915T090000\nDTEND:20260915T080000\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:e\nDTSTART:20260915T090000\nRRULE:FREQ=MINUTELY\nEND:VEVENT",
    );
    let why: Vec<(&str, &str)> = read.refused.iter().map(|one| (one.title.as_str(), one.why)).collect();
    assert_eq!(why, [("a", "no_start"), ("b", "bad_time"), ("c", "bad_zone"), ("d", "end_before_start"), ("e", "recurrence")]);
    assert!(read.events.is_empty());
    assert_eq!(formats::calendar::read(b"BEGIN:VCARD\nEND:VCARD", Tz::UTC, window()), Err(CalendarError::NotACalendar));
    assert_eq!(formats::calendar::read(b"BEGIN:VCALENDAR\nBEGIN:VEVENT", Tz::UTC, window()), Err(CalendarError::Damaged));
}

#[test]
fn guests_the_video_link_and_the_alarm_are_read() {
    let read = events(
        "BEGIN:VEVENT\nUID:1\nDTSTART:20260915T070000Z\nSUMMARY:Démo\\, suite\nORGANIZER;CN=\"Lee, Ann\":mailto:ann@a.example\n\
         ATTENDEE;CN=Ann;PARTSTAT=ACCEPTED:MAILTO:ANN@a.example\nATTENDEE:mailto:bob@b.example\nX-GOOGLE-CONFERENCE:https://meet.example/x\n\
         STATUS:CANCELLED\nSEQUENCE:3\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:not the notes\nTRIGGER:-P1D\nEND:VALARM\nDESCRIPTION:Voir\\nl'offre\nEND:VEVENT",
    );
    let event = &read.events[0];
    let people: Vec<(&str, &str)> = event.people.iter().map(|one| (one.name.as_str(), one.email.as_str())).collect();
    assert_eq!(people, [("Lee, Ann", "ann@a.example"), ("", "bob@b.example")]);
    assert_eq!(
        (event.title.as_str(), event.notes.as_str(), event.link.as_str()),
        ("Démo, suite", "Voir\nl'offre", "https://meet.example/x")
    );
    assert_eq!((event.cancelled, event.sequence, event.remind_minutes), (true, 3, Some(1_440)));
}

#[test]
fn what_is_written_is_read_again() {
    let base = Event {
        uid: "0192f6b0-0000-7000-8000-000000000001".into(),
        occurrence: String::new(),
        sequence: 2,
        title: "Démo; « suite », un titre assez long pour que la ligne soit pliée après soixante-quinze octets".into(),
        when: When::Timed {
            starts: day("2026-10-25").and_hms_opt(1, 30, 0).unwrap(),
            length: TimeDelta::hours(3),
            zone: Tz::Europe__Paris,
        },
        place: "12 rue Kléber, Nantes".into(),
        link: "https://meet.example/a?b=c;d,e".into(),
        notes: "un\ndeux\\n".into(),
        cancelled: false,
        people: vec![
            Contact { name: "Lee, Ann".into(), email: "ann@a.example".into() },
            Contact { name: "Bob".into(), email: String::new() },
        ],
        remind_minutes: Some(15),
    };
    let all = [
        base.clone(),
        Event { uid: "2".into(), when: When::Days { from: day("2026-02-27"), to: day("2026-03-02") }, cancelled: true, ..base.clone() },
        Event { uid: "3".into(), occurrence: "20260915T070000Z".into(), remind_minutes: None, people: Vec::new(), ..base.clone() },
        Event {
            uid: "4".into(),
            when: When::Timed { starts: day("2026-07-01").and_hms_opt(9, 0, 0).unwrap(), length: TimeDelta::minutes(5), zone: Tz::UTC },
            ..base
        },
    ];
    let text = write("Agenda, Ann", &all, "2026-09-15T08:00:00Z".parse().unwrap());
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "folded");
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1, "one zone, described once");
    assert!(!text.contains("ATTENDEE") && text.contains("DTEND;VALUE=DATE:20260303"));
    let again = read(text.as_bytes(), Tz::Asia__Tokyo, window()).unwrap();
    assert_eq!(again.events, all);
}

proptest::proptest! {
    #[test]
    fn no_text_stops_the_reading(text in "(BEGIN:VEVENT\n|END:VEVENT\n|DTSTART[;:A-Z0-9=]{0,20}\n|RRULE:[A-Z;=0-9,]{0,30}\n|.{0,20}\n){0,20}") {
        let _read = read(format!("BEGIN:VCALENDAR\n{text}END:VCALENDAR").as_bytes(), Tz::Europe__Paris, window());
    }
}
