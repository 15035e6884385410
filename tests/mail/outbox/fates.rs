use crate::desk::Bench;
use chrono::Duration;
use domain::people::Meaning;
use domain::views::outbox::OutboxState;
use domain::views::people::EmailStatus;
use testkit::smtp::{Act, At, Event, Setup, SmtpServer};

#[tokio::test]
async fn a_message_that_was_taken_is_sent_and_everything_about_the_person_says_so() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    let id = bench.message("Ann\r\nLee\t", "ann@client.example").await;
    assert_eq!(bench.send_due().await, None, "nothing is left");

    let message = bench.get(id).await;
    assert_eq!((message.state, message.attempts, message.account.as_str()), (OutboxState::Sent, 1, "smtp:seller@firm.example"));
    assert_eq!(bench.ledger(id).await, ["started", "sent"]);
    let taken = server.taken();
    assert_eq!((taken.len(), taken[0].message_id()), (1, message.message_id));
    assert_eq!(taken[0].header("To"), "\"Ann Lee\" <ann@client.example>", "the name from a file was cleaned");
    assert_eq!(taken[0].header("List-Unsubscribe"), "<mailto:seller@firm.example?subject=D%C3%A9sinscription>");
    let person = bench.someone(message.person.unwrap()).await;
    assert_eq!((person.status.meaning, person.message_sent.as_str()), (Meaning::Contacted, "Une idée pour vous"));
    assert!(person.last_contact_at.is_some());
}

#[tokio::test]
async fn many_messages_leave_over_one_connection_in_the_order_of_their_times() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    let mut ids = Vec::new();
    for n in 0..40 {
        ids.push(bench.message("P", &format!("p{n}@client.example")).await);
    }
    bench.send_due().await;
    let order: Vec<String> = server.taken().iter().map(|taken| taken.to.clone()).collect();
    assert_eq!(order, (0..40).map(|n| format!("p{n}@client.example")).collect::<Vec<_>>());
    assert_eq!(server.connections(), 1);
    assert!(server.counts().values().all(|n| *n == 1));
    for id in ids {
        assert_eq!(bench.state(id).await, OutboxState::Sent);
    }
}

#[tokio::test]
async fn a_cut_after_the_dot_is_unknown_and_never_goes_again_by_itself() {
    let server = SmtpServer::start(Setup::default().once(At::Accepted, Act::Drop)).await;
    let bench = Bench::sending_to(server.port()).await;
    let (first, second) = (bench.message("A", "a@client.example").await, bench.message("B", "b@client.example").await);
    bench.send_due().await;
    assert_eq!((bench.state(first).await, bench.state(second).await), (OutboxState::Unknown, OutboxState::Sent));
    assert_eq!(bench.ledger(first).await, ["started", "unknown"]);
    bench.clock.advance(Duration::days(3));
    bench.send_due().await;
    app::outbox::recover(&bench.app).await.unwrap();
    bench.send_due().await;
    assert_eq!(bench.state(first).await, OutboxState::Unknown);
    assert!(server.counts().values().all(|n| *n == 1), "{:?}", server.counts());
    let person = bench.get(first).await.person.unwrap();
    assert_eq!(bench.someone(person).await.status.meaning, Meaning::New, "nobody claims what nobody knows");
}

#[tokio::test]
async fn what_surely_did_not_leave_is_tried_again_after_a_pause_with_the_same_message_id() {
    for (at, act) in [
        (At::Mail, Act::reply("451 4.7.1 greylisted")),
        (At::Rcpt, Act::reply("450 4.2.0 later")),
        (At::Data, Act::Drop),
        (At::Dot, Act::reply("452 4.3.1 full")),
        (At::Rcpt, Act::Stall),
        (At::Rcpt, Act::Say(b"nonsense\r\n".to_vec())),
    ] {
        let server = SmtpServer::start(Setup::default().once(at, act.clone())).await;
        let bench = Bench::sending_to(server.port()).await;
        let id = bench.message("A", "a@client.example").await;
        let next = bench.send_due().await.unwrap();
        let pause = next - bench.now();
        assert!(pause > Duration::seconds(20) && pause < Duration::seconds(40), "{act:?} {pause}");
        assert_eq!(bench.state(id).await, OutboxState::Scheduled);
        assert_eq!(bench.ledger(id).await, ["started", "not_sent"]);
        assert_eq!(server.taken().len(), 0);
        bench.clock.advance(Duration::seconds(40));
        assert_eq!(bench.send_due().await, None);
        let message = bench.get(id).await;
        assert_eq!((message.state, message.attempts), (OutboxState::Sent, 2));
        assert_eq!(bench.ledger(id).await, ["started", "not_sent", "started", "sent"]);
        assert_eq!(server.counts(), [(message.message_id, 1)].into());
    }
}

#[tokio::test]
async fn a_server_that_never_recovers_ends_in_a_failure_that_says_how_often_it_was_tried() {
    let server = SmtpServer::start(Setup::default().always(At::Rcpt, Act::reply("450 4.2.0 busy"))).await;
    let bench = Bench::sending_to(server.port()).await;
    let id = bench.message("A", "a@client.example").await;
    for _ in 0..12 {
        bench.send_due().await;
        bench.clock.advance(Duration::hours(14));
    }
    let message = bench.get(id).await;
    assert_eq!((message.state, message.attempts), (OutboxState::Failed, 7));
    assert_eq!(message.failure.unwrap().code, "mail.gave_up");
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_marked_and_nobody_writes_there_again() {
    let refuse = |event: &Event| {
        if event.at == At::Rcpt && event.line.contains("gone@") { Act::reply("550 5.1.1 no such user") } else { Act::Go }
    };
    let server = SmtpServer::start(Setup::default().script(refuse)).await;
    let bench = Bench::sending_to(server.port()).await;
    let (gone, fine) = (bench.message("Gone", "gone@client.example").await, bench.message("B", "b@client.example").await);
    bench.send_due().await;
    assert_eq!((bench.state(gone).await, bench.state(fine).await), (OutboxState::Failed, OutboxState::Sent));
    let message = bench.get(gone).await;
    assert_eq!(message.failure.unwrap().code, "mail.bad_address");
    let person = bench.someone(message.person.unwrap()).await;
    assert_eq!(person.email_status, EmailStatus::Bounced);
    let twin = bench.message("Twin", "GONE@client.example").await;
    bench.send_due().await;
    assert_eq!(bench.get(twin).await.failure.unwrap().code, "gate.suppressed");
    assert_eq!(server.connections(), 1, "a refusal does not end the conversation");
}

#[tokio::test]
async fn a_refusal_of_the_sender_pauses_everything_and_loses_nobody() {
    let server = SmtpServer::start(Setup::default().once(At::Rcpt, Act::reply("550 5.7.1 spam"))).await;
    let bench = Bench::sending_to(server.port()).await;
    let ids = [bench.message("A", "a@client.example").await, bench.message("B", "b@client.example").await];
    assert_eq!(bench.send_due().await, None);
    for id in ids {
        assert_eq!(bench.state(id).await, OutboxState::Scheduled);
    }
    assert_eq!(bench.someone(bench.get(ids[0]).await.person.unwrap()).await.email_status, EmailStatus::Valid);
    bench.clock.advance(Duration::days(1));
    assert_eq!(bench.send_due().await, None, "only the seller resumes");
    assert_eq!(server.taken().len(), 0);
    app::outbox::resume(&bench.app).await.unwrap();
    bench.send_due().await;
    assert_eq!(server.counts().len(), 2);
}

#[tokio::test]
async fn a_wrong_password_or_certificate_pauses_before_anything_is_begun() {
    let sign_in = Some(("seller".to_owned(), "right".to_owned()));
    let server = SmtpServer::start(Setup { sign_in, ..Setup::default() }).await;
    let bench = Bench::sending_to(server.port()).await;
    bench.set(&[("mail.smtp.user", "seller")]).await;
    let secrets = bench.app.secrets().unwrap();
    secrets.set("mail.smtp.password", &"wrong".to_owned().into()).unwrap();
    let id = bench.message("A", "a@client.example").await;
    assert_eq!(bench.send_due().await, None);
    assert!(bench.ledger(id).await.is_empty(), "no attempt was begun");
    secrets.set("mail.smtp.password", &"right".to_owned().into()).unwrap();
    assert_eq!(bench.send_due().await, None);
    assert_eq!(server.connections(), 1, "a wrong password is not tried twice");
    app::outbox::resume(&bench.app).await.unwrap();
    bench.send_due().await;
    assert_eq!(bench.state(id).await, OutboxState::Sent);
}

#[tokio::test]
async fn a_server_that_is_down_begins_nothing_and_is_tried_again_soon() {
    let bench = Bench::sending_to(1).await;
    let id = bench.message("A", "a@client.example").await;
    let pause = bench.send_due().await.unwrap() - bench.now();
    assert!(pause <= Duration::seconds(6), "{pause}");
    assert!(bench.ledger(id).await.is_empty());
    let server = SmtpServer::start(Setup::default()).await;
    let port: &'static str = server.port().to_string().leak();
    bench.set(&[("mail.smtp.port", port)]).await;
    bench.clock.advance(Duration::seconds(10));
    bench.send_due().await;
    assert_eq!(bench.state(id).await, OutboxState::Sent);
}

#[tokio::test]
async fn a_connection_the_server_closed_meanwhile_costs_no_attempt() {
    // After the first message the server hangs up at the next command.
    for act in [Act::Drop, Act::reply_and_drop("421 4.4.2 idle too long")] {
        let hang_up = move |event: &Event| if event.at == At::Mail && event.nth == 1 { act.clone() } else { Act::Go };
        let server = SmtpServer::start(Setup::default().script(hang_up)).await;
        let bench = Bench::sending_to(server.port()).await;
        let first = bench.message("A", "a@client.example").await;
        bench.send_due().await;
        let second = bench.message("B", "b@client.example").await;
        bench.send_due().await;
        assert_eq!((bench.state(first).await, bench.state(second).await), (OutboxState::Sent, OutboxState::Sent));
        assert_eq!(bench.ledger(second).await, ["started", "sent"]);
        assert_eq!((server.connections(), server.taken().len()), (2, 2));
    }
}

#[tokio::test]
async fn a_row_that_cannot_be_a_message_fails_alone() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    let broken = bench.message("A", "a@client.example").await;
    let fine = bench.message("B", "b@client.example").await;
    bench.write(move |tx| store::outbox::edit(tx, broken, "Hello\r\nBcc: x@evil.example", "text", &[])).await;
    bench.send_due().await;
    assert_eq!(bench.get(broken).await.failure.unwrap().code, "header.unsafe_character");
    assert_eq!(bench.state(fine).await, OutboxState::Sent);
    assert!(bench.ledger(broken).await.is_empty());
}
