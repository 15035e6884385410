use crate::desk::{Bench, insert_message, insert_person};
use chrono::Duration;
use domain::views::outbox::{OutboxAct, OutboxEdit, OutboxListRequest, OutboxResolve, OutboxState};
use testkit::smtp::{Act, At, Setup, SmtpServer};
use uuid::Uuid;

fn act(ids: &[Uuid]) -> OutboxAct {
    OutboxAct { ids: ids.to_vec() }
}

async fn draft(bench: &Bench, email: &str) -> Uuid {
    let email = email.to_owned();
    bench
        .write(move |tx| {
            let person = insert_person(tx, "A", &email)?;
            insert_message(tx, Some(person), "first", "A", &email, false)
        })
        .await
}

#[tokio::test]
async fn an_approved_message_can_be_called_back_until_its_time_and_not_after() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    bench.set(&[("outreach.recall_seconds", "30")]).await;
    let (kept, left) = (draft(&bench, "a@client.example").await, draft(&bench, "b@client.example").await);
    let acted = app::outbox::approve(&bench.app, act(&[kept, left])).await.unwrap();
    assert_eq!((acted.changed, acted.refused.len()), (2, 0));
    let until = acted.recall_until.unwrap() - bench.now();
    assert!(until > Duration::seconds(28) && until <= Duration::seconds(30));
    let next = bench.send_due().await;
    let early = (next.unwrap() - acted.recall_until.unwrap()).abs();
    assert!(server.taken().is_empty() && early < Duration::milliseconds(2), "nothing leaves while it can be called back");

    assert_eq!(app::outbox::recall(&bench.app, act(&[kept])).await.unwrap().changed, 1);
    bench.clock.advance(Duration::seconds(31));
    bench.send_due().await;
    assert_eq!((bench.state(kept).await, bench.state(left).await), (OutboxState::Draft, OutboxState::Sent));
    let late = app::outbox::recall(&bench.app, act(&[left])).await.unwrap();
    assert_eq!((late.changed, late.refused[0].reason.code.as_str()), (0, "outbox.too_late"));
}

#[tokio::test]
async fn held_messages_stay_until_released_and_given_up_ones_for_good() {
    let server = SmtpServer::start(Setup::default()).await;
    let bench = Bench::sending_to(server.port()).await;
    let (held, gone) = (bench.message("A", "a@client.example").await, bench.message("B", "b@client.example").await);
    assert_eq!(app::outbox::hold(&bench.app, act(&[held])).await.unwrap().changed, 1);
    assert_eq!(app::outbox::discard(&bench.app, act(&[gone])).await.unwrap().changed, 1);
    bench.send_due().await;
    assert_eq!((bench.state(held).await, bench.state(gone).await), (OutboxState::Held, OutboxState::Cancelled));
    app::outbox::approve(&bench.app, act(&[held])).await.unwrap();
    bench.send_due().await;
    assert_eq!(bench.state(held).await, OutboxState::Sent);
    assert_eq!(app::outbox::approve(&bench.app, act(&[gone])).await.unwrap().changed, 0);
}

#[tokio::test]
async fn an_edited_text_is_checked_and_what_cannot_be_sent_is_refused() {
    let bench = Bench::practising().await;
    let id = draft(&bench, "a@client.example").await;
    let edit = |subject: &str, text: &str| OutboxEdit { id, subject: subject.into(), text: text.into() };
    let detail = app::outbox::edit(&bench.app, edit("New subject", "New text")).await.unwrap();
    assert_eq!((detail.row.subject.as_str(), detail.text.as_str(), detail.written_by.as_str()), ("New subject", "New text", "seller"));
    for (subject, text, reason) in [
        ("a\r\nBcc: b@c.example", "text", "header.unsafe_character"),
        ("  ", "text", "mail.no_subject"),
        ("subject", " \n", "mail.no_text"),
    ] {
        match app::outbox::edit(&bench.app, edit(subject, text)).await {
            Err(app::outbox::OutboxFault::Text(why)) => assert_eq!(why.code, reason),
            other => panic!("{subject:?} {other:?}"),
        }
    }
    assert_eq!(bench.get(id).await.subject, "New subject", "a refused edit changes nothing");
    let acted = app::outbox::approve(&bench.app, act(&[id])).await.unwrap();
    assert_eq!(
        (acted.changed, acted.refused[0].reason.code.as_str()),
        (0, "writing.identity_missing"),
        "nobody is written to by a stranger"
    );
    app::outbox::edit(&bench.app, edit("Hello {{ first_name }}", "{company}")).await.unwrap();
    let acted = app::outbox::approve(&bench.app, act(&[id])).await.unwrap();
    assert_eq!((acted.changed, acted.refused[0].reason.code.as_str()), (0, "writing.placeholder_left"));
    let left = draft(&bench, "b@client.example").await;
    app::outbox::approve(&bench.app, act(&[left])).await.unwrap();
    let scheduled = app::outbox::edit(&bench.app, OutboxEdit { id: left, subject: "Hello".into(), text: "No name".into() }).await;
    assert!(matches!(scheduled, Err(app::outbox::OutboxFault::Text(_))), "{scheduled:?}");
    bench.send_due().await;
    let late = app::outbox::edit(&bench.app, OutboxEdit { id: left, subject: "Too late".into(), text: "x".into() }).await;
    assert!(matches!(late, Err(app::outbox::OutboxFault::TooLate)), "{late:?}");
}

#[tokio::test]
async fn a_message_that_failed_is_mended_and_tried_again_but_not_with_a_text_that_may_not_leave() {
    let server = SmtpServer::start(Setup::default().once(At::Rcpt, Act::reply("550 5.1.1 no such user"))).await;
    let bench = Bench::sending_to(server.port()).await;
    let id = bench.message("A", "a@client.example").await;
    bench.send_due().await;
    assert_eq!(bench.state(id).await, OutboxState::Failed);
    let edit = |text: &str| OutboxEdit { id, subject: "Again".into(), text: text.into() };
    let shown = app::outbox::edit(&bench.app, edit("{company}")).await.unwrap();
    assert_eq!((shown.row.state, shown.text.as_str()), (OutboxState::Failed, "{company}"));
    let acted = app::outbox::retry(&bench.app, act(&[id])).await.unwrap();
    assert_eq!((acted.changed, acted.refused[0].reason.code.as_str()), (0, "writing.placeholder_left"));
    assert_eq!(bench.state(id).await, OutboxState::Failed);
}

#[tokio::test]
async fn the_seller_says_what_became_of_an_unknown_message() {
    let server = SmtpServer::start(Setup::default().script(|event| {
        // The first is accepted without an answer, the second never arrives.
        match (event.at, event.nth) {
            (At::Accepted, 0) | (At::Dot, 1) => Act::Drop,
            _ => Act::Go,
        }
    }))
    .await;
    let bench = Bench::sending_to(server.port()).await;
    let (arrived, lost) = (bench.message("A", "a@client.example").await, bench.message("B", "b@client.example").await);
    bench.send_due().await;
    assert_eq!((bench.state(arrived).await, bench.state(lost).await), (OutboxState::Unknown, OutboxState::Unknown));
    let refused = app::outbox::recall(&bench.app, act(&[arrived])).await.unwrap();
    assert_eq!(refused.changed, 0, "unknown is settled in its own way only");

    let yes = app::outbox::resolve(&bench.app, OutboxResolve { id: arrived, was_sent: true }).await.unwrap();
    assert_eq!(yes.row.state, OutboxState::Sent);
    assert_eq!(bench.ledger(arrived).await, ["started", "unknown", "reconciled_sent"]);
    let no = app::outbox::resolve(&bench.app, OutboxResolve { id: lost, was_sent: false }).await.unwrap();
    assert_eq!(no.row.state, OutboxState::Draft);
    let again = app::outbox::resolve(&bench.app, OutboxResolve { id: arrived, was_sent: false }).await;
    assert!(matches!(again, Err(app::outbox::OutboxFault::NotUnknown)));

    let message_id = bench.get(lost).await.message_id;
    app::outbox::approve(&bench.app, act(&[lost])).await.unwrap();
    bench.send_due().await;
    assert_eq!(bench.state(lost).await, OutboxState::Sent);
    assert_eq!(server.counts().get(&message_id), Some(&1), "the same Message-ID as before");
    assert_eq!(server.taken().len(), 2);
}

#[tokio::test]
async fn a_failed_message_can_be_scheduled_again() {
    let server = SmtpServer::start(Setup::default().once(At::Dot, Act::reply("554 5.6.0 content"))).await;
    let bench = Bench::sending_to(server.port()).await;
    let id = bench.message("A", "a@client.example").await;
    bench.send_due().await;
    assert_eq!(bench.get(id).await.failure.unwrap().code, "mail.refused");
    assert_eq!(app::outbox::retry(&bench.app, act(&[id])).await.unwrap().changed, 1);
    bench.send_due().await;
    assert_eq!(bench.state(id).await, OutboxState::Sent);
}

#[tokio::test]
async fn lists_and_counts_agree() {
    let bench = Bench::practising().await;
    for n in 0..7 {
        draft(&bench, &format!("d{n}@client.example")).await;
    }
    let sent = bench.message("S", "s@client.example").await;
    bench.send_due().await;
    let counts = app::outbox::counts(&bench.app).await.unwrap();
    assert_eq!((counts.draft, counts.sent, counts.scheduled, counts.next_at), (7, 1, 0, None));
    let of = |states: Vec<OutboxState>, offset, limit| OutboxListRequest { states, run_id: None, followups: false, offset, limit };
    let drafts = app::outbox::list(&bench.app, of(vec![OutboxState::Draft], 2, 3)).await.unwrap();
    assert_eq!(
        drafts.iter().map(|row| row.to.as_str()).collect::<Vec<_>>(),
        ["d2@client.example", "d3@client.example", "d4@client.example"]
    );
    assert_eq!(drafts[0].person.as_ref().unwrap().name, "A");
    let all = app::outbox::list(&bench.app, of(vec![], 0, 500)).await.unwrap();
    assert_eq!((all.len(), all[7].id), (8, sent), "what waits stands before what left");
    let detail = app::outbox::get(&bench.app, sent).await.unwrap();
    assert_eq!((detail.account.as_str(), detail.to.as_str()), ("practice", "S <s@client.example>"));
}
