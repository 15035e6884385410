use super::{MESSAGE, envelope, mailer, patience, settings};
use connectors::smtp::{Patience, SmtpMailer};
use domain::ports::{Mailer, SendOutcome, SendStage};
use std::time::Duration;
use testkit::smtp::{Act, At, Setup, SmtpServer};

#[tokio::test]
async fn one_connection_carries_many_messages_and_a_refusal_does_not_end_it() {
    let server = SmtpServer::start(Setup::default().once(At::Rcpt, Act::reply("550 5.1.1 unknown"))).await;
    let mut session = mailer().connect(&settings(&server)).await.unwrap();
    let refused = session.send(&envelope(), MESSAGE).await;
    assert!(matches!(refused, SendOutcome::Refused { stage: SendStage::Rcpt, code: 550, .. }), "{refused:?}");
    for _ in 0..5 {
        assert!(session.usable());
        assert!(matches!(session.send(&envelope(), MESSAGE).await, SendOutcome::Accepted { .. }));
    }
    assert_eq!((server.connections(), server.taken().len(), server.times(At::Rset)), (1, 5, 1));
}

#[tokio::test]
async fn a_connection_that_broke_or_was_closed_by_the_server_is_not_used_again() {
    for act in [Act::Drop, Act::reply_and_drop("421 too many"), Act::Say(b"what\r\n".to_vec())] {
        let server = SmtpServer::start(Setup::default().once(At::Mail, act.clone())).await;
        let mut session = mailer().connect(&settings(&server)).await.unwrap();
        let _ = session.send(&envelope(), MESSAGE).await;
        assert!(!session.usable(), "{act:?}");
        assert!(matches!(session.send(&envelope(), MESSAGE).await, SendOutcome::NotSent { stage: SendStage::Mail, .. }));
        assert_eq!(server.taken().len(), 0);
    }
}

#[tokio::test]
async fn an_idle_connection_is_given_up_after_its_time() {
    let server = SmtpServer::start(Setup::default()).await;
    let idle = Duration::from_millis(80);
    let mut session = SmtpMailer::new().patience(Patience { idle, ..patience() }).connect(&settings(&server)).await.unwrap();
    assert!(matches!(session.send(&envelope(), MESSAGE).await, SendOutcome::Accepted { .. }));
    assert!(session.usable());
    tokio::time::sleep(Duration::from_millis(120)).await;
    assert!(!session.usable());
}

#[tokio::test]
async fn a_send_that_was_dropped_half_way_leaves_a_connection_nobody_uses() {
    let server = SmtpServer::start(Setup::default().once(At::Accepted, Act::Stall)).await;
    let mut session = mailer().connect(&settings(&server)).await.unwrap();
    let cut = tokio::time::timeout(Duration::from_millis(100), session.send(&envelope(), MESSAGE)).await;
    assert!(cut.is_err());
    assert!(!session.usable());
}
