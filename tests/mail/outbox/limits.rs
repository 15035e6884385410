use crate::desk::{Bench, insert_message};
use chrono::Duration;
use domain::views::outbox::OutboxState;
use testkit::smtp::{Setup, SmtpServer};

#[tokio::test]
async fn the_gap_and_the_daily_cap_hold_for_the_whole_account() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    bench.set(&[("outreach.min_gap_seconds", "60"), ("outreach.daily_cap", "3")]).await;
    for n in 0..5 {
        bench.message("P", &format!("p{n}@client.example")).await;
    }
    let mut next = bench.send_due().await;
    assert_eq!(server.taken().len(), 1);
    for expected in [2, 3] {
        let gap = next.unwrap() - bench.now();
        assert!(gap > Duration::seconds(55) && gap <= Duration::seconds(60), "{gap}");
        bench.clock.advance(gap);
        next = bench.send_due().await;
        assert_eq!(server.taken().len(), expected);
    }
    let tomorrow = next.unwrap() - bench.now();
    assert!(tomorrow > Duration::hours(10) && tomorrow < Duration::hours(15), "midnight in Paris: {tomorrow}");
    bench.clock.advance(tomorrow);
    bench.send_due().await;
    assert_eq!(server.taken().len(), 4);
}

#[tokio::test]
async fn a_person_whose_day_has_not_begun_does_not_hold_up_the_others() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    bench.set(&[("outreach.window", "08:00-19:00")]).await;
    let far = bench.message("Far", "far@client.example").await;
    let near = bench.message("Near", "near@client.example").await;
    let person = bench.get(far).await.person.unwrap();
    bench
        .write(move |tx| {
            let mut person = store::people::get(tx, person)?.unwrap();
            person.time_zone = "America/New_York".to_owned();
            store::people::update(tx, &person)
        })
        .await;
    let next = bench.send_due().await.unwrap();
    assert_eq!((bench.state(far).await, bench.state(near).await), (OutboxState::Scheduled, OutboxState::Sent));
    assert_eq!(bench.get(far).await.gate.unwrap().code, "gate.window");
    assert!(next > bench.now());
    // The seller lifts the window: nobody waits for an hour that no longer matters.
    bench.set(&[("outreach.window", "always")]).await;
    bench.send_due().await;
    assert_eq!(bench.state(far).await, OutboxState::Sent);
}

#[tokio::test]
async fn notices_pass_the_limits_of_outreach_but_not_a_pause() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    bench.set(&[("outreach.daily_cap", "1")]).await;
    bench.message("A", "a@client.example").await;
    let waiting = bench.message("B", "b@client.example").await;
    bench.send_due().await;
    let notice = bench.write(|tx| insert_message(tx, None, "notification", "", "seller@firm.example", true)).await;
    bench.send_due().await;
    assert_eq!((bench.state(notice).await, bench.state(waiting).await), (OutboxState::Sent, OutboxState::Scheduled));
    assert_eq!(server.taken().last().unwrap().header("Auto-Submitted"), "auto-generated");
    assert_eq!(server.taken().last().unwrap().header("List-Unsubscribe"), "");

    app::outbox::pause(&bench.app).await.unwrap();
    let later = bench.write(|tx| insert_message(tx, None, "notification", "", "seller@firm.example", true)).await;
    bench.send_due().await;
    assert_eq!(bench.state(later).await, OutboxState::Scheduled);
    let test = app::outbox::send_test(&bench.app).await.unwrap();
    assert_eq!(test.state, OutboxState::Sent, "a mended account can be tried while everything is paused");
}

#[tokio::test]
async fn the_gate_is_asked_at_the_last_moment() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    let id = bench.message("A", "a@client.example").await;
    bench
        .write(|tx| {
            use store::suppression::{Entry, Scope, append};
            append(tx, &Entry { scope: Scope::Email, key: "a@client.example", block: true, reason: "opted_out", note: "" })
        })
        .await;
    bench.send_due().await;
    assert_eq!(bench.state(id).await, OutboxState::Failed);
    assert_eq!(bench.get(id).await.failure.unwrap().code, "gate.suppressed");
    assert_eq!((server.connections(), bench.ledger(id).await.len()), (0, 0));
}

#[tokio::test]
async fn a_second_message_of_the_same_step_never_goes() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    let first = bench.message("A", "a@client.example").await;
    let person = bench.get(first).await.person;
    let again = bench.write(move |tx| insert_message(tx, person, "first", "A", "a@client.example", true)).await;
    bench.send_due().await;
    assert_eq!((bench.state(first).await, bench.state(again).await), (OutboxState::Sent, OutboxState::Failed));
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn a_follow_up_nobody_approved_is_held_until_somebody_does() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    let first = bench.message("A", "a@client.example").await;
    bench.send_due().await;
    let person = bench.get(first).await.person;
    let follow = bench.write(move |tx| insert_message(tx, person, "followup-1", "A", "a@client.example", false)).await;
    bench.send_due().await;
    assert_eq!(bench.state(follow).await, OutboxState::Draft, "a draft waits for the seller");
    let acted = app::outbox::approve(&bench.app, domain::views::outbox::OutboxAct { ids: vec![follow] }).await.unwrap();
    assert_eq!(acted.changed, 1);
    bench.send_due().await;
    assert_eq!(bench.state(follow).await, OutboxState::Sent);
    assert_eq!(bench.someone(person.unwrap()).await.followup_count, 1);
}

#[tokio::test]
async fn without_a_sender_everything_waits_and_says_why() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    bench.set(&[("mail.from", "")]).await;
    let id = bench.message("A", "a@client.example").await;
    assert_eq!(bench.send_due().await, None);
    assert_eq!(bench.state(id).await, OutboxState::Scheduled);
    let paused = bench.app.desk().unwrap().read(|read| store::meta::get(read, store::meta::SENDING_PAUSED)).await.unwrap();
    assert_eq!(paused.as_deref(), Some("mail.no_sender"));
}
