use super::*;
use chrono::DateTime;

fn receipt() -> Receipt {
    let at = DateTime::parse_from_rfc3339("2026-09-15T08:00:00Z").unwrap().to_utc();
    Receipt {
        workflow_id: uuid::Uuid::nil(),
        number: 13,
        title: String::new(),
        state: RunState::Finished,
        prospects_processed: 124,
        emails_generated: 121,
        emails_sent: 116,
        emails_practised: 0,
        emails_drafted: 3,
        emails_unknown: 1,
        emails_failed: 1,
        emails_cancelled: 0,
        linkedin_connections: 98,
        followups_scheduled: 116,
        not_contacted: 3,
        errors: Vec::new(),
        warnings: Vec::new(),
        duration: 3_725_000,
        started_at: at,
        finished_at: at,
        logs: Vec::new(),
    }
}

#[test]
fn an_ended_run_tells_its_counts_its_duration_and_what_to_do() {
    let text = Notification::run_ended(Language::En, &receipt()).text(Language::En);
    for part in ["124 people", "Emails sent: 116", "1 h 2 min", "never repeated by itself", "3 drafts wait"] {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
    assert!(Notification::run_started(Language::Fr, 1, 4).text(Language::Fr).contains("Personnes\u{a0}: 4\n"));
}

#[test]
fn a_run_that_could_not_go_on_tells_why_what_was_done_who_waits_and_what_to_do() {
    let so_far = Receipt { state: RunState::Paused, prospects_processed: 30, emails_sent: 28, ..receipt() };
    let told = Notification::run_stopped(Language::En, &so_far, "The model refused the key.", 94);
    assert_eq!(told.subject, "Run 13 could not go on");
    assert!(told.summary.starts_with("The model refused the key. The run is paused: 94 people wait"), "{}", told.summary);
    let text = told.text(Language::En);
    for part in ["Still waiting: 94\n", "Emails sent: 28\n", "1 h 2 min", "- Set this right"] {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
}

#[test]
fn nothing_is_advised_where_nothing_is_to_be_done() {
    let clean = Receipt { emails_drafted: 0, emails_unknown: 0, emails_failed: 0, linkedin_connections: 0, not_contacted: 0, ..receipt() };
    assert!(Notification::run_ended(Language::Fr, &clean).advice.is_empty());
}

#[test]
fn one_person_one_message_and_the_practice_outbox_are_said_as_such() {
    let one = Receipt { prospects_processed: 1, emails_sent: 1, emails_drafted: 1, ..receipt() };
    let real = Notification::run_ended(Language::En, &one);
    assert_eq!(real.summary, "1 person accounted for: 1 message sent, 1 kept as a draft.");
    assert!(real.advice.iter().any(|advice| advice.starts_with("1 draft waits")), "{:?}", real.advice);
    let practice = Notification::run_ended(Language::Fr, &Receipt { emails_drafted: 0, emails_practised: 116, ..receipt() });
    assert_eq!(practice.summary, "124 personnes prises en compte\u{a0}: 116 messages dans la boîte d’essai.");
    let nobody = Receipt { prospects_processed: 0, emails_sent: 0, emails_drafted: 0, ..receipt() };
    assert_eq!(Notification::run_ended(Language::Fr, &nobody).summary, "0 personne prise en compte.");
}

#[test]
fn the_page_escapes_what_it_shows() {
    let notification = Notification { subject: "<b>&".into(), summary: String::new(), figures: Vec::new(), advice: Vec::new() };
    let page = page(&notification, Language::Fr);
    assert!(page.contains("&lt;b&gt;&amp;") && !page.contains("<b>"));
    assert!(page.contains("lang=\"fr\"") && page.contains("width=device-width"));
}
