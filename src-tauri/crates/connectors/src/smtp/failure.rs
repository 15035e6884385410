use super::reply::Reply;
use domain::fault::Reason;
use domain::ports::{SendOutcome, SendStage};

/// Why a conversation stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// The name leads nowhere.
    HostNotFound,
    /// Nobody accepts the connection.
    Unreachable,
    /// Plain text was asked for and the address is not this machine.
    PlainNotLocal,
    /// No answer in time.
    TimedOut,
    /// The connection ended or broke.
    Cut,
    /// What answers does not speak SMTP, too much, or out of turn.
    NotSmtp,
    /// The server does not offer STARTTLS, or somebody on the way took it out.
    NoStarttls,
    /// Bytes arrived in clear after STARTTLS was agreed (CVE-2011-0411 and its kin).
    Injected,
    /// The certificate is not trusted, with the library's name for why.
    Certificate(String),
    /// The handshake failed for another reason.
    TlsFailed,
    /// The system's list of authorities cannot be read.
    NoTrustStore,
    /// A user name is set and the server offers neither PLAIN nor LOGIN.
    NoSignIn,
    /// A user name is set and no password.
    NoPassword,
    /// The server said no.
    Refused(Reply),
}

impl Failure {
    /// Stable code of the sentence.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::HostNotFound => "mail.host_not_found",
            Self::Unreachable => "mail.unreachable",
            Self::PlainNotLocal => "mail.plain_not_local",
            Self::TimedOut => "mail.timed_out",
            Self::Cut => "mail.cut",
            Self::NotSmtp => "mail.not_smtp",
            Self::NoStarttls => "mail.no_starttls",
            Self::Injected => "mail.starttls_injected",
            Self::Certificate(_) => "mail.bad_certificate",
            Self::TlsFailed => "mail.tls_failed",
            Self::NoTrustStore => "mail.no_trust_store",
            Self::NoSignIn => "mail.no_sign_in",
            Self::NoPassword => "mail.no_password",
            Self::Refused(reply) => match domain::mail::meaning_of(SendStage::Connect, reply.code, reply.enhanced().as_deref()) {
                domain::mail::Meaning::Credentials => "mail.bad_password",
                domain::mail::Meaning::Later => "mail.busy",
                _ => "mail.server_refused",
            },
        }
    }

    /// The reason for a connection test.
    pub(super) fn reason(&self) -> Reason {
        let reason = Reason::new(self.code());
        match self {
            Self::Refused(reply) => reason.with("code", reply.code).with("text", reply.text()),
            Self::Certificate(why) => reason.with("why", why),
            _ => reason,
        }
    }

    /// Whether waiting may help; otherwise only a changed setting does.
    fn retryable(&self) -> bool {
        matches!(self, Self::HostNotFound | Self::Unreachable | Self::TimedOut | Self::Cut | Self::NotSmtp | Self::TlsFailed)
    }

    /// The outcome of a message (or of a connection) that failed so before its final dot was on its way.
    pub(super) fn before_dot(self, stage: SendStage) -> SendOutcome {
        match self {
            Self::Refused(reply) => SendOutcome::Refused { stage, code: reply.code, enhanced: reply.enhanced(), text: reply.text() },
            other => SendOutcome::NotSent { stage, detail: other.detail(), retryable: other.retryable() },
        }
    }

    /// The outcome once the final dot may have left: only a refusal is certain.
    pub(super) fn after_dot(self) -> SendOutcome {
        match self {
            Self::Refused(reply) => Self::Refused(reply).before_dot(SendStage::Dot),
            other => SendOutcome::Unknown { detail: other.detail() },
        }
    }

    /// The code, with the library's word where it has one.
    fn detail(&self) -> String {
        match self {
            Self::Certificate(why) => format!("{}: {why}", self.code()),
            _ => self.code().to_owned(),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(_: std::io::Error) -> Self {
        Self::Cut
    }
}
