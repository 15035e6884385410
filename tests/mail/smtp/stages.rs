use super::{MESSAGE, mailer, send, settings};
use domain::ports::{SendOutcome, SendStage};
use std::time::Duration;
use testkit::smtp::{Act, At, Event, Setup, SmtpServer};

const BEFORE_DOT: [(At, SendStage); 6] = [
    (At::Greeting, SendStage::Connect),
    (At::Ehlo, SendStage::Connect),
    (At::Mail, SendStage::Mail),
    (At::Rcpt, SendStage::Rcpt),
    (At::Data, SendStage::Data),
    (At::Body, SendStage::Dot),
];

#[tokio::test]
async fn a_message_arrives_as_it_was_written_with_its_dots() {
    let server = SmtpServer::start(Setup::default()).await;
    let outcome = send(&mailer(), &settings(&server)).await;
    assert!(matches!(&outcome, SendOutcome::Accepted { reply } if reply.starts_with("250 2.0.0")), "{outcome:?}");
    let taken = server.taken();
    assert_eq!((taken[0].from.as_str(), taken[0].to.as_str()), ("seller@firm.example", "ann@client.example"));
    assert_eq!(taken[0].raw, MESSAGE);
    assert_eq!(server.lines()[0], "EHLO [127.0.0.1]", "the machine's name is nobody's business");
}

/// What each fault may end in, at a stage before the final dot. Once everything including the final dot was handed over, only an answer is
/// certain: a server that hangs up while it reads leaves the outcome unknown.
fn fits(outcome: &SendOutcome, stage: SendStage, refusal: Option<u16>) -> bool {
    match outcome {
        SendOutcome::Refused { stage: s, code, .. } => Some(*code) == refusal && (*s == stage || stage == SendStage::Dot),
        SendOutcome::NotSent { stage: s, .. } => refusal.is_none() && (*s == stage || (stage == SendStage::Dot && *s == SendStage::Body)),
        SendOutcome::Unknown { .. } => refusal.is_none() && stage == SendStage::Dot,
        SendOutcome::Accepted { .. } => false,
    }
}

#[tokio::test]
async fn every_fault_at_every_stage_ends_in_an_outcome_that_is_true_and_nothing_is_accepted() {
    let faults: Vec<(Act, Option<u16>)> = vec![
        (Act::Drop, None),
        (Act::Stall, None),
        (Act::reply("421 closing"), Some(421)),
        (Act::reply_and_drop("421 4.3.2 shutting down"), Some(421)),
        (Act::reply("450 4.2.0 greylisted"), Some(450)),
        (Act::reply("451 4.7.1 later"), Some(451)),
        (Act::reply("452 full"), Some(452)),
        (Act::reply("550 5.1.1 unknown"), Some(550)),
        (Act::reply("552 5.3.4 too large"), Some(552)),
        (Act::reply("554 5.7.1 no"), Some(554)),
        (Act::Say(b"550-one\r\n550-two\r\n550 5.7.1 three\r\n".to_vec()), Some(550)),
        (Act::Say(b"550 \xff\xfe\xe9\r\n".to_vec()), Some(550)),
        (Act::Say(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()), None),
        (Act::Say(b"250-mixed\r\n550 codes\r\n".to_vec()), None),
        (Act::Say(vec![b'x'; 70_000]), None),
        (Act::Say([b"250-".to_vec(), vec![b'y'; 80_000]].concat()), None),
        (Act::Say(b"250-never ends\r\n".repeat(9_000)), None),
        (Act::Say(b"999 what\r\n".to_vec()), None),
        (Act::Say(b"\0\0\0\r\n".to_vec()), None),
    ];
    for (act, refusal) in faults {
        for (at, stage) in BEFORE_DOT {
            let server = SmtpServer::start(Setup::default().once(at, act.clone())).await;
            let outcome = send(&mailer(), &settings(&server)).await;
            // A refusal while the body is being read is an answer that comes early; a good answer may follow it.
            let early = at == At::Body && matches!(act, Act::Say(_));
            assert!(fits(&outcome, stage, refusal), "{act:?} at {at:?} gave {outcome:?}");
            assert!(early || server.taken().is_empty(), "{act:?} at {at:?}");
        }
    }
}

#[tokio::test]
async fn after_the_final_dot_only_an_answer_is_believed() {
    for (act, unknown) in [
        (Act::Drop, true),
        (Act::Stall, true),
        (Act::Say(b"garbage\r\n".to_vec()), true),
        (Act::Say(b"354 still going\r\n".to_vec()), true),
        (Act::Say(vec![b'z'; 70_000]), true),
        (Act::SayAndDrop(b"250".to_vec()), true),
        (Act::reply("550 5.7.1 content"), false),
        (Act::reply("452 4.3.1 later"), false),
        (Act::reply_and_drop("421 bye"), false),
    ] {
        let server = SmtpServer::start(Setup::default().once(At::Dot, act.clone())).await;
        let outcome = send(&mailer(), &settings(&server)).await;
        match outcome {
            SendOutcome::Unknown { .. } => assert!(unknown, "{act:?}"),
            SendOutcome::Refused { stage: SendStage::Dot, .. } => assert!(!unknown, "{act:?}"),
            other => panic!("{act:?} gave {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_message_that_was_accepted_without_an_answer_is_unknown_and_never_lost_from_sight() {
    for act in [Act::Drop, Act::Stall] {
        let server = SmtpServer::start(Setup::default().once(At::Accepted, act)).await;
        let outcome = send(&mailer(), &settings(&server)).await;
        assert!(matches!(outcome, SendOutcome::Unknown { .. }), "{outcome:?}");
        assert_eq!(server.taken().len(), 1);
    }
}

#[tokio::test]
async fn a_slow_answer_is_waited_for() {
    let server = SmtpServer::start(Setup::default().always(At::Accepted, Act::Wait(Duration::from_millis(250)))).await;
    let outcome = send(&mailer(), &settings(&server)).await;
    assert!(matches!(outcome, SendOutcome::Accepted { .. }), "{outcome:?}");
}

#[tokio::test]
async fn an_answer_given_before_it_is_due_is_not_taken_for_the_next_one() {
    // Two answers to RCPT: without care the second would be read as DATA's, DATA's as the message's.
    let two = |event: &Event| if event.at == At::Rcpt { Act::Say(b"250 ok\r\n250 ok again\r\n".to_vec()) } else { Act::Go };
    let server = SmtpServer::start(Setup::default().script(two)).await;
    let outcome = send(&mailer(), &settings(&server)).await;
    assert!(matches!(outcome, SendOutcome::NotSent { stage: SendStage::Data, .. }), "{outcome:?}");
    // The acceptance said together with the 354, before the message was sent.
    let server = SmtpServer::start(Setup::default().once(At::Data, Act::Say(b"354 go\r\n250 taken\r\n".to_vec()))).await;
    let outcome = send(&mailer(), &settings(&server)).await;
    assert!(matches!(outcome, SendOutcome::NotSent { stage: SendStage::Body, .. }), "{outcome:?}");
    assert!(server.taken().is_empty());
}

#[tokio::test]
async fn what_would_break_the_conversation_is_refused_before_its_first_byte() {
    use super::envelope;
    use domain::ports::{Envelope, Mailer};
    let server = SmtpServer::start(Setup { offers: vec!["SIZE 100".into()], ..Setup::default() }).await;
    let mut session = mailer().connect(&settings(&server)).await.unwrap();
    let to = |to: &str| Envelope { to: to.into(), ..envelope() };
    for (envelope, message) in [
        (to("a@b.example>\r\nRCPT TO:<c@d.example"), MESSAGE.to_vec()),
        (to("a b@c.example"), MESSAGE.to_vec()),
        (to(""), MESSAGE.to_vec()),
        (envelope(), b"bare\nline".to_vec()),
        (envelope(), b"a\r\n.\n.\r\n".to_vec()),
        (envelope(), b"nul\0".to_vec()),
        (envelope(), "é\r\n".as_bytes().to_vec()),
        (envelope(), vec![b'x'; 101]),
    ] {
        let outcome = session.send(&envelope, &message).await;
        assert!(matches!(outcome, SendOutcome::NotSent { stage: SendStage::Mail, retryable: false, .. }), "{message:?} {outcome:?}");
    }
    assert!(session.usable());
    assert!(matches!(session.send(&envelope(), MESSAGE).await, SendOutcome::Accepted { .. }));
    assert_eq!(server.times(At::Mail), 1);
}
