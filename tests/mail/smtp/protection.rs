use super::{mailer, send, settings};
use domain::ports::{SendOutcome, SendStage, SmtpSecurity, SmtpSettings};
use std::sync::Arc;
use testkit::smtp::{Act, At, Identity, Setup, SmtpServer};

fn detail(outcome: &SendOutcome) -> &str {
    match outcome {
        SendOutcome::NotSent { stage: SendStage::Connect, detail, .. } => detail,
        other => panic!("{other:?}"),
    }
}

fn protected(server: &SmtpServer, security: SmtpSecurity) -> SmtpSettings {
    let password = Some("correct horse".to_owned().into());
    SmtpSettings { security, user: "seller".into(), password, ..settings(server) }
}

fn with_identity(identity: &Arc<Identity>) -> Setup {
    let sign_in = Some(("seller".to_owned(), "correct horse".to_owned()));
    Setup { identity: Some(Arc::clone(identity)), sign_in, ..Setup::default() }
}

#[tokio::test]
async fn a_message_leaves_over_starttls_and_over_implicit_tls_after_signing_in() {
    let identity = Arc::new(Identity::new("localhost").unwrap());
    let mailer = mailer().also_trusting([identity.authority.clone()]);
    for (security, implicit_tls) in [(SmtpSecurity::Starttls, false), (SmtpSecurity::Tls, true)] {
        for offers in [vec!["AUTH PLAIN LOGIN".to_owned()], vec!["AUTH LOGIN".to_owned()]] {
            let server = SmtpServer::start(Setup { implicit_tls, offers, ..with_identity(&identity) }).await;
            let outcome = send(&mailer, &protected(&server, security)).await;
            assert!(matches!(outcome, SendOutcome::Accepted { .. }), "{security:?} {outcome:?}");
            assert_eq!(server.taken().len(), 1);
        }
    }
}

#[tokio::test]
async fn a_starttls_that_was_taken_out_stops_everything_before_the_password() {
    let server = SmtpServer::start(Setup::default()).await;
    let outcome = send(&mailer(), &protected(&server, SmtpSecurity::Starttls)).await;
    assert_eq!(detail(&outcome), "mail.no_starttls");
    assert_eq!(server.lines(), ["EHLO [127.0.0.1]"], "nothing more was said in clear");
}

#[tokio::test]
async fn a_refused_starttls_stops_everything_before_the_password() {
    let identity = Arc::new(Identity::new("localhost").unwrap());
    let server = SmtpServer::start(with_identity(&identity).once(At::StartTls, Act::reply("454 4.7.0 not now"))).await;
    let outcome = send(&mailer(), &protected(&server, SmtpSecurity::Starttls)).await;
    assert!(matches!(outcome, SendOutcome::Refused { stage: SendStage::Connect, code: 454, .. }), "{outcome:?}");
    assert_eq!(server.lines(), ["EHLO [127.0.0.1]", "STARTTLS"]);
}

#[tokio::test]
async fn answers_slipped_in_after_starttls_are_not_believed() {
    let identity = Arc::new(Identity::new("localhost").unwrap());
    let injected = Act::Say(b"220 go\r\n250 AUTH PLAIN\r\n".to_vec());
    let server = SmtpServer::start(with_identity(&identity).once(At::StartTls, injected)).await;
    let mailer = mailer().also_trusting([identity.authority.clone()]);
    let outcome = send(&mailer, &protected(&server, SmtpSecurity::Starttls)).await;
    assert_eq!(detail(&outcome), "mail.starttls_injected");
    assert!(server.taken().is_empty());
}

#[tokio::test]
async fn a_certificate_nobody_vouches_for_or_of_another_name_is_refused() {
    let strange = Arc::new(Identity::new("localhost").unwrap());
    let other_name = Arc::new(Identity::new("mail.elsewhere.example").unwrap());
    let trusting = mailer().also_trusting([other_name.authority.clone()]);
    for (identity, word) in [(&strange, "unknown_issuer"), (&other_name, "wrong_name")] {
        for (security, implicit_tls) in [(SmtpSecurity::Starttls, false), (SmtpSecurity::Tls, true)] {
            let server = SmtpServer::start(Setup { implicit_tls, ..with_identity(identity) }).await;
            let outcome = send(&trusting, &protected(&server, security)).await;
            assert_eq!(detail(&outcome), format!("mail.bad_certificate: {word}"), "{security:?}");
            assert!(!server.lines().iter().any(|line| line.contains("AUTH")));
        }
    }
}

#[tokio::test]
async fn plain_text_goes_to_this_machine_only() {
    let server = SmtpServer::start(Setup::default()).await;
    // 198.51.100.0/24 is reserved for documentation (RFC 5737): nothing is dialled.
    for host in ["198.51.100.7", "0.0.0.0", "[2001:db8::1]"] {
        let outcome = send(&mailer(), &SmtpSettings { host: host.into(), ..settings(&server) }).await;
        assert_eq!(detail(&outcome), "mail.plain_not_local", "{host}");
    }
    assert_eq!(server.connections(), 0);
    let local = SmtpSettings { host: "127.0.0.1".into(), ..settings(&server) };
    assert!(matches!(send(&mailer(), &local).await, SendOutcome::Accepted { .. }));
}

#[tokio::test]
async fn a_wrong_password_is_a_refusal_at_connect_and_a_missing_one_is_never_tried() {
    let sign_in = Some(("seller".to_owned(), "another".to_owned()));
    let server = SmtpServer::start(Setup { sign_in, ..Setup::default() }).await;
    let wrong = protected(&server, SmtpSecurity::None);
    let outcome = send(&mailer(), &wrong).await;
    assert!(matches!(outcome, SendOutcome::Refused { stage: SendStage::Connect, code: 535, .. }), "{outcome:?}");
    let outcome = send(&mailer(), &SmtpSettings { password: None, ..wrong.clone() }).await;
    assert_eq!(detail(&outcome), "mail.no_password");
    let silent = SmtpServer::start(Setup { offers: vec![], ..Setup::default() }).await;
    let outcome = send(&mailer(), &SmtpSettings { port: silent.port(), ..wrong }).await;
    assert_eq!(detail(&outcome), "mail.no_sign_in");
}
