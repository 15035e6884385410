use super::{MESSAGE, envelope, mailer};
use domain::ports::{Mailer, SendOutcome, SmtpSecurity, SmtpSettings};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Postfix's `smtp-sink`, when it is installed.
pub(crate) struct Sink {
    child: Child,
    /// Its port.
    pub(crate) port: u16,
}

impl Sink {
    /// Starts it with these options; `None` where Postfix is not installed.
    pub(crate) async fn start(options: &[&str]) -> Option<Self> {
        let program = ["/usr/sbin/smtp-sink", "/usr/libexec/postfix/smtp-sink"].into_iter().find(|p| std::path::Path::new(p).exists())?;
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new(program);
        // It refuses to run as root without a user to become.
        if std::fs::read_to_string("/proc/self/status").is_ok_and(|s| s.lines().any(|l| l.starts_with("Uid:\t0\t"))) {
            command.args(["-u", "nobody"]);
        }
        let sink =
            Self { child: command.args(options).arg(format!("127.0.0.1:{port}")).arg("128").stderr(Stdio::null()).spawn().unwrap(), port };
        for _ in 0..100 {
            if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Some(sink);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("smtp-sink did not start");
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

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
