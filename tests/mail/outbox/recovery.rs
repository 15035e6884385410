use crate::desk::{Bench, app_in, smtp_settings};
use chrono::DateTime;
use domain::views::outbox::OutboxState;
use std::time::Duration;
use testkit::smtp::{Act, At, Setup, SmtpServer};

#[tokio::test]
async fn an_attempt_without_a_result_becomes_unknown_and_a_second_recovery_changes_nothing() {
    let bench = Bench::sending_to(9).await;
    let id = bench.message("A", "a@client.example").await;
    let message = bench.get(id).await;
    bench.write(move |tx| store::outbox::start(tx, &message, "smtp:seller@firm.example", b"x")).await;
    app::outbox::recover(&bench.app).await.unwrap();
    assert_eq!(bench.state(id).await, OutboxState::Unknown);
    assert_eq!(bench.get(id).await.failure.unwrap().code, "outbox.cut_off");
    app::outbox::recover(&bench.app).await.unwrap();
    assert_eq!(bench.ledger(id).await, ["started", "unknown"]);
}

#[tokio::test]
async fn recovery_does_not_touch_a_message_that_is_on_its_way_right_now() {
    let server = SmtpServer::start(Setup::default().once(At::Accepted, Act::Wait(Duration::from_millis(200)))).await;
    let bench = Bench::sending_to(server.port()).await;
    let id = bench.message("A", "a@client.example").await;
    let app = bench.app.clone();
    let sending = tokio::spawn(async move { app::outbox::send_due(&app).await.unwrap() });
    while server.times(At::Accepted) == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    app::outbox::recover(&bench.app).await.unwrap();
    sending.await.unwrap();
    assert_eq!(bench.ledger(id).await, ["started", "sent"]);
}

#[tokio::test]
async fn a_caller_who_stops_waiting_does_not_cut_the_conversation() {
    let server = SmtpServer::start(Setup::default().once(At::Accepted, Act::Wait(Duration::from_millis(200)))).await;
    let bench = Bench::sending_to(server.port()).await;
    let id = bench.message("A", "a@client.example").await;
    let gave_up = tokio::time::timeout(Duration::from_millis(80), app::outbox::send_due(&bench.app)).await;
    assert!(gave_up.is_err());
    app::outbox::rest(&bench.app, Duration::from_secs(5)).await;
    assert_eq!(bench.state(id).await, OutboxState::Sent);
}

#[tokio::test]
async fn messages_wait_for_a_desk_that_was_closed_and_two_callers_never_send_one_twice() {
    let server = SmtpServer::start(Setup::default()).await;
    let folder = tempfile::tempdir().unwrap();
    let at = DateTime::from_timestamp(crate::desk::NOON, 0).unwrap();
    let (app, _) = app_in(folder.path(), at, crate::smtp::mailer()).await;
    let settings = smtp_settings(server.port());
    let desk = app.desk().unwrap();
    let write = desk.write(store::Actor::Seller, store::Intent::new("test"), move |tx| {
        settings.iter().try_for_each(|(key, value)| store::settings::set(tx, key, Some(value)))?;
        for n in 0..30 {
            let email = format!("p{n}@client.example");
            let person = crate::desk::insert_person(tx, "P", &email)?;
            crate::desk::insert_message(tx, Some(person), "first", "P", &email, true)?;
        }
        Ok::<_, store::StoreError>(())
    });
    write.await.unwrap();
    app.take_open().unwrap().close().await;

    let (app, _) = app_in(folder.path(), at, crate::smtp::mailer()).await;
    app::outbox::recover(&app).await.unwrap();
    let (one, two, three) = tokio::join!(app::outbox::send_due(&app), app::outbox::send_due(&app), app::outbox::send_due(&app));
    assert!(one.is_ok() && two.is_ok() && three.is_ok());
    assert_eq!(server.counts().len(), 30);
    assert!(server.counts().values().all(|n| *n == 1));
}
