//! The SMTP conversation against a scripted server.

mod checks;
mod protection;
mod real_sink;
mod reuse;
mod stages;

use connectors::smtp::{Patience, SmtpMailer};
use domain::ports::{Envelope, Mailer, SendOutcome, SmtpSecurity, SmtpSettings};
use std::time::Duration;
use testkit::smtp::SmtpServer;

/// Short limits, so that a stalled server does not stall the tests.
pub(crate) fn patience() -> Patience {
    let [connect, command, after_dot, idle] = [2_000, 400, 400, 60_000].map(Duration::from_millis);
    Patience { connect, command, after_dot, idle }
}

pub(crate) fn mailer() -> SmtpMailer {
    SmtpMailer::new().patience(patience())
}

pub(crate) fn settings(server: &SmtpServer) -> SmtpSettings {
    let (host, user) = ("localhost".to_owned(), String::new());
    SmtpSettings { host, port: server.port(), security: SmtpSecurity::None, user, password: None }
}

pub(crate) fn envelope() -> Envelope {
    Envelope { from: "seller@firm.example".into(), to: "ann@client.example".into() }
}

pub(crate) const MESSAGE: &[u8] = b"Message-ID: <one@firm.example>\r\nSubject: x\r\n\r\nHello\r\n.dot\r\n";

/// Connects and sends one message.
pub(crate) async fn send(mailer: &SmtpMailer, settings: &SmtpSettings) -> SendOutcome {
    match mailer.connect(settings).await {
        Ok(mut session) => {
            let outcome = session.send(&envelope(), MESSAGE).await;
            session.close().await;
            outcome
        }
        Err(outcome) => outcome,
    }
}
