use super::{MESSAGE, envelope, mailer};
use domain::ports::{Mailer, SendOutcome, SmtpSecurity, SmtpSettings};
use testkit::smtp::Sink;

fn account(sink: &Sink) -> SmtpSettings {
    let (host, user) = ("127.0.0.1".to_owned(), String::new());
    SmtpSettings { host, port: sink.port, security: SmtpSecurity::None, user, password: None }
}

#[tokio::test]
async fn postfix_takes_what_the_desk_sends() {
    let Some(sink) = Sink::start(&[]).await else { return };
    let mut session = mailer().connect(&account(&sink)).await.unwrap();
    for _ in 0..20 {
        let outcome = session.send(&envelope(), MESSAGE).await;
        assert!(matches!(outcome, SendOutcome::Accepted { .. }), "{outcome:?}");
    }
    session.close().await;
}

#[tokio::test]
async fn postfix_hanging_up_or_refusing_at_each_command_never_counts_as_sent() {
    for option in [
        ["-q", "mail"],
        ["-q", "rcpt"],
        ["-q", "data"],
        ["-q", "."],
        ["-r", "mail"],
        ["-r", "rcpt"],
        ["-r", "data"],
        ["-r", "."],
        ["-f", "rcpt"],
        ["-f", "."],
    ] {
        let Some(sink) = Sink::start(&option).await else { return };
        let mut session = mailer().connect(&account(&sink)).await.unwrap();
        let outcome = session.send(&envelope(), MESSAGE).await;
        match outcome {
            SendOutcome::Accepted { .. } => panic!("{option:?} was taken for sent"),
            SendOutcome::Unknown { .. } => assert_eq!(option, ["-q", "."]),
            SendOutcome::Refused { code, .. } => {
                assert!(matches!((option[0], code), ("-r", 400..=499) | ("-f", 500..=599)), "{option:?} {code}")
            }
            SendOutcome::NotSent { retryable, .. } => assert!(retryable && option[0] == "-q", "{option:?}"),
        }
    }
}
