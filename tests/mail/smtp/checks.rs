use super::{mailer, settings};
use domain::ports::{CheckStep, CheckedPart, Mailer, SmtpSecurity, SmtpSettings};
use std::sync::Arc;
use testkit::smtp::{Act, At, Identity, Setup, SmtpServer};

fn outline(parts: &[CheckedPart]) -> Vec<(CheckStep, Option<&str>)> {
    parts.iter().map(|part| (part.step, part.failure.as_ref().map(|reason| reason.code.as_str()))).collect()
}

#[tokio::test]
async fn a_test_names_each_part_that_works_and_sends_nothing() {
    let identity = Arc::new(Identity::new("localhost").unwrap());
    let server = SmtpServer::start(Setup { identity: Some(Arc::clone(&identity)), ..Setup::default() }).await;
    let mailer = mailer().also_trusting([identity.authority.clone()]);
    let password = Some("x".to_owned().into());
    let account = SmtpSettings { security: SmtpSecurity::Starttls, user: "u".into(), password, ..settings(&server) };
    let parts = mailer.check(&account).await;
    let all = [CheckStep::Dns, CheckStep::Connect, CheckStep::Tls, CheckStep::SignIn].map(|step| (step, None));
    assert_eq!(outline(&parts), all);
    assert_eq!((server.times(At::Mail), server.times(At::Quit)), (0, 1));
}

#[tokio::test]
async fn a_test_stops_at_the_first_part_that_fails_and_says_which() {
    use CheckStep::{Connect, Dns, SignIn, Tls};
    let closed = SmtpServer::start(Setup::default()).await;
    let nobody = SmtpSettings { host: "no-such-host.invalid".into(), ..settings(&closed) };
    assert_eq!(outline(&mailer().check(&nobody).await), [(Dns, Some("mail.host_not_found"))]);
    let refused = { SmtpSettings { port: 1, ..settings(&closed) } };
    assert_eq!(outline(&mailer().check(&refused).await), [(Dns, None), (Connect, Some("mail.unreachable"))]);

    let not_mail = SmtpServer::start(Setup::default().once(At::Greeting, Act::Say(b"SSH-2.0-OpenSSH_9.6\r\n".to_vec()))).await;
    assert_eq!(outline(&mailer().check(&settings(&not_mail)).await), [(Dns, None), (Connect, Some("mail.not_smtp"))]);

    let starttls = SmtpSettings { security: SmtpSecurity::Starttls, ..settings(&closed) };
    assert_eq!(outline(&mailer().check(&starttls).await), [(Dns, None), (Connect, None), (Tls, Some("mail.no_starttls"))]);

    let sign_in = Some(("u".to_owned(), "right".to_owned()));
    let server = SmtpServer::start(Setup { sign_in, ..Setup::default() }).await;
    let wrong = SmtpSettings { user: "u".into(), password: Some("wrong".to_owned().into()), ..settings(&server) };
    let parts = mailer().check(&wrong).await;
    assert_eq!(outline(&parts), [(Dns, None), (Connect, None), (SignIn, Some("mail.bad_password"))]);
    let reason = parts[2].failure.as_ref().unwrap();
    assert_eq!(reason.params["code"], "535");
}
