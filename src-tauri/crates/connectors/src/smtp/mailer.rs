use super::dial::dial;
use super::session::Session;
use super::tls::Trust;
use async_trait::async_trait;
use domain::ports::{CheckedPart, MailSession, Mailer, SendOutcome, SendStage, SmtpSettings};
use rustls::pki_types::CertificateDer;
use std::time::Duration;

/// How long each part of a conversation may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Name resolution and connecting, each.
    pub connect: Duration,
    /// A command until its answer (RFC 5321 section 4.5.3.2: 5 minutes).
    pub command: Duration,
    /// The final dot until its answer (section 4.5.3.2.6: 10 minutes; giving up early makes duplicates, RFC 1047).
    pub after_dot: Duration,
    /// An unused connection is not trusted any longer after this.
    pub idle: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let [connect, command, after_dot, idle] = [30, 300, 600, 60].map(Duration::from_secs);
        Self { connect, command, after_dot, idle }
    }
}

/// [`Mailer`] over SMTP.
#[derive(Debug, Default)]
pub struct SmtpMailer {
    trust: Trust,
    patience: Patience,
}

impl SmtpMailer {
    /// Trusts what the operating system trusts.
    pub fn new() -> Self {
        Self::default()
    }

    /// With other time limits.
    #[must_use]
    pub fn patience(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    /// Trusts these certificates (DER) too: a firm's own authority, or a test's.
    #[must_use]
    pub fn also_trusting(mut self, roots: impl IntoIterator<Item = Vec<u8>>) -> Self {
        self.trust = Trust::with_extra(roots.into_iter().map(CertificateDer::from).collect());
        self
    }
}

#[async_trait]
impl Mailer for SmtpMailer {
    async fn connect(&self, settings: &SmtpSettings) -> Result<Box<dyn MailSession>, SendOutcome> {
        match dial(settings, &self.trust, &self.patience, &mut Vec::new()).await {
            Ok(line) => Ok(Box::new(Session::new(line, self.patience))),
            Err(failure) => Err(failure.before_dot(SendStage::Connect)),
        }
    }

    async fn check(&self, settings: &SmtpSettings) -> Vec<CheckedPart> {
        let mut parts = Vec::new();
        // Somebody is waiting in front of a screen.
        let short = Duration::from_secs(20);
        let patience = Patience { connect: self.patience.connect.min(short), command: self.patience.command.min(short), ..self.patience };
        if let Ok(line) = dial(settings, &self.trust, &patience, &mut parts).await {
            Session::new(line, patience).close().await;
        }
        parts
    }
}
