use crate::desk::{Bench, insert_person};
use chrono::{DateTime, Utc};
use domain::views::outbox::{OutboxListRequest, OutboxRow, OutboxState};
use std::time::Instant;
use testkit::smtp::{Setup, SmtpServer};

async fn scheduled(bench: &Bench, offset: u32) -> Vec<OutboxRow> {
    let request = OutboxListRequest { states: vec![OutboxState::Scheduled], run_id: None, followups: false, offset, limit: 500 };
    app::outbox::list(&bench.app, request).await.unwrap()
}

#[tokio::test]
async fn each_message_is_told_the_time_at_which_it_then_leaves() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    bench.set(&[("outreach.min_gap_seconds", "60"), ("outreach.daily_cap", "3"), ("outreach.window", "08:00-19:00")]).await;
    let mut messages = Vec::new();
    for n in 0..5 {
        messages.push(bench.message("P", &format!("p{n}@client.example")).await);
    }
    bench.send_due().await;
    let told: Vec<(DateTime<Utc>, String)> = scheduled(&bench, 0)
        .await
        .into_iter()
        .map(|row| (row.send_after.unwrap(), row.reason.map(|reason| reason.code).unwrap_or_default()))
        .collect();
    let rules: Vec<&str> = told.iter().map(|(_, rule)| rule.as_str()).collect();
    assert_eq!(rules, ["gate.min_gap", "gate.min_gap", "gate.daily_cap", "gate.min_gap"]);

    let last = app::outbox::get(&bench.app, messages[4]).await.unwrap();
    let verdict = last.verdict.unwrap();
    assert_eq!((verdict.until, last.row.send_after), (Some(told[3].0), Some(told[3].0)), "the panel says what the list says");

    for ((n, message), (at, _)) in (1..).zip(&messages[1..]).zip(&told) {
        bench.clock.advance(*at - bench.now() - chrono::Duration::seconds(2));
        bench.send_due().await;
        assert_eq!(bench.state(*message).await, OutboxState::Scheduled, "not before");
        // Each leaves a little late, and so does the one behind it.
        bench.clock.advance(chrono::Duration::milliseconds(2_000 + n * 100));
        bench.send_due().await;
        assert_eq!(bench.state(*message).await, OutboxState::Sent, "at {at}");
    }
}

#[tokio::test]
async fn the_end_of_thousands_waiting_is_told_fast_and_days_later_than_the_beginning() {
    let bench = Bench::practising().await;
    bench.set(&[("outreach.min_gap_seconds", "30"), ("outreach.daily_cap", "120")]).await;
    for part in 0..6 {
        bench
            .write(move |tx| {
                for n in 0..500 {
                    let email = format!("p{}@client.example", part * 500 + n);
                    let person = insert_person(tx, "P", &email)?;
                    crate::desk::insert_message(tx, Some(person), "first", "P", &email, true)?;
                }
                Ok(())
            })
            .await;
    }
    let begun = Instant::now();
    let (first, last) = (scheduled(&bench, 0).await, scheduled(&bench, 2_500).await);
    let took = begun.elapsed();
    let (first, last) = (first[1].send_after.unwrap(), last.last().unwrap().send_after.unwrap());
    let days = (last - first).num_days();
    assert!((23..=24).contains(&days), "120 a day: {days}");
    assert!(took.as_secs() < 3, "{took:?}");
}

#[tokio::test]
async fn whoever_is_behind_a_message_that_can_still_be_called_back_waits_for_it() {
    let bench = Bench::practising().await;
    bench.set(&[("outreach.min_gap_seconds", "60"), ("outreach.recall_seconds", "30")]).await;
    let mut ids = Vec::new();
    for email in ["a@client.example", "b@client.example"] {
        let draft = |tx: &mut store::Tx<'_>| {
            let person = insert_person(tx, "P", email)?;
            crate::desk::insert_message(tx, Some(person), "first", "P", email, false)
        };
        ids.push(bench.write(draft).await);
    }
    let until = app::outbox::approve(&bench.app, domain::views::outbox::OutboxAct { ids }).await.unwrap().recall_until.unwrap();
    let told: Vec<DateTime<Utc>> = scheduled(&bench, 0).await.into_iter().filter_map(|row| row.send_after).collect();
    let late = |from: DateTime<Utc>| (told[1] - from).num_milliseconds();
    assert!((told[0] - until).num_milliseconds().abs() < 2 && (59_990..60_010).contains(&late(until)), "{told:?} {until}");
}
