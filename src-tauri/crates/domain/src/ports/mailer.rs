use async_trait::async_trait;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

/// How the connection to an SMTP server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmtpSecurity {
    /// TLS from the first byte (RFC 8314, port 465).
    Tls,
    /// STARTTLS (RFC 3207), required: never silently plain.
    Starttls,
    /// Plain; only to a loopback address.
    None,
}

/// A seller's SMTP server.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    /// Host name or address.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// Protection of the connection.
    pub security: SmtpSecurity,
    /// User for AUTH; empty = no AUTH.
    pub user: String,
    /// Password or app password.
    pub password: Option<SecretString>,
}

/// Where messages leave from.
#[derive(Debug, Clone)]
pub enum MailAccount {
    /// The practice outbox: kept in the desk, nothing leaves the machine.
    Practice,
    /// An SMTP server.
    Smtp(SmtpSettings),
}

/// SMTP envelope (RFC 5321), addresses already validated and normalised.
#[derive(Debug, Clone)]
pub struct Envelope {
    /// MAIL FROM.
    pub from: String,
    /// The one RCPT TO: the desk writes to one person at a time.
    pub to: String,
}

/// Where in the conversation a message was when something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SendStage {
    /// Connecting, greeting, TLS, AUTH: nothing about this message was said.
    Connect,
    /// MAIL FROM was being said.
    Mail,
    /// RCPT TO was being said.
    Rcpt,
    /// DATA was said, its 354 not yet seen.
    Data,
    /// The body was being written: the final dot was not yet sent.
    Body,
    /// The final dot was on its way: from here the server may have accepted (RFC 1047).
    Dot,
}

/// How one attempt to send ended. There is no error beside it: every failure is an outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SendOutcome {
    /// The server answered 250 to the final dot.
    Accepted {
        /// The server's answer, bounded and printable.
        reply: String,
    },
    /// The server refused: surely not sent.
    Refused {
        /// Where it refused.
        stage: SendStage,
        /// Reply code, 4yz or 5yz (RFC 5321 section 4.2).
        code: u16,
        /// Enhanced status such as `5.1.1` (RFC 3463), when given.
        enhanced: Option<String>,
        /// The server's words, bounded and printable.
        text: String,
    },
    /// The message surely did not leave (cut or failed before the final dot).
    NotSent {
        /// How far it got.
        stage: SendStage,
        /// What failed, in the technical details.
        detail: String,
        /// Whether another attempt may succeed.
        retryable: bool,
    },
    /// Cut after the final dot was on its way: it may have been accepted. Never repeated by itself.
    Unknown {
        /// What failed, in the technical details.
        detail: String,
    },
}

/// One part of a connection test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckStep {
    /// Name resolution.
    Dns,
    /// TCP connection.
    Connect,
    /// TLS handshake and certificate.
    Tls,
    /// Sign-in.
    SignIn,
    /// The call itself.
    Call,
}

/// The result of one part of a connection test.
#[derive(Debug, Clone)]
pub struct CheckedPart {
    /// Which part.
    pub step: CheckStep,
    /// `None` = it works; otherwise a fault code such as `mail.bad_password`.
    pub failure: Option<crate::fault::Reason>,
    /// How long it took, in milliseconds.
    pub millis: u32,
}

/// An open connection over which several messages can go, one after the other.
#[async_trait]
pub trait MailSession: Send {
    /// Hands over one message. `message` is the complete RFC 5322 text with CRLF line ends.
    async fn send(&mut self, envelope: &Envelope, message: &[u8]) -> SendOutcome;
    /// Says goodbye; failures do not matter.
    async fn close(&mut self);
    /// Whether the connection can take another message.
    fn usable(&self) -> bool;
}

/// A way for mail to leave.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Opens a session with this server. A failure is [`SendOutcome::NotSent`] or [`SendOutcome::Refused`] at [`SendStage::Connect`].
    async fn connect(&self, settings: &SmtpSettings) -> Result<Box<dyn MailSession>, SendOutcome>;
    /// Tests the settings part by part and stops at the first that fails; sends nothing.
    async fn check(&self, settings: &SmtpSettings) -> Vec<CheckedPart>;
}
