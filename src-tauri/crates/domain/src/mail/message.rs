use super::{Address, HeaderText, MessageId};
use crate::fault::Fault;
use chrono::{DateTime, Utc};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{MultiPart, MultiPartKind, SinglePart};

/// Longest body, in bytes: a letter, not an attachment.
const MAX_BODY: usize = 1 << 20;
/// Ids kept in `References`: the first and the newest (RFC 5322 section 3.6.4 lets the middle go).
const MAX_REFERENCES: usize = 20;

/// A name with an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Shown name; may be empty.
    pub name: HeaderText,
    /// The address.
    pub address: Address,
}

/// What the reader sees.
#[derive(Debug, Clone, Copy)]
pub struct Content<'a> {
    /// Plain text, complete: signature, opt-out sentence and, at first contact, where the data came from.
    pub text: &'a str,
    /// The same as HTML, for notifications.
    pub html: Option<&'a str>,
}

/// Where "no more mail" goes.
#[derive(Debug, Clone)]
pub struct OptOut {
    /// The mailbox that takes it.
    pub address: Address,
    /// Subject the reader's program fills in, in the reader's language.
    pub subject: HeaderText,
}

/// Whom a message is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A letter from the seller to a person.
    Person,
    /// A notice the desk sends to its own seller: says so to auto-responders (RFC 3834).
    Notice,
}

/// Everything one message is made of. The same letter always gives the same bytes.
#[derive(Debug, Clone)]
pub struct Letter<'a> {
    /// Who writes.
    pub from: &'a Mailbox,
    /// The one reader.
    pub to: &'a Mailbox,
    /// Subject.
    pub subject: &'a HeaderText,
    /// Fixed id.
    pub message_id: &'a MessageId,
    /// Earlier messages of the thread, oldest first; the last is the one answered.
    pub thread: &'a [MessageId],
    /// The `Date` header.
    pub date: DateTime<Utc>,
    /// Language tag of the text (`fr`, `en`), or empty.
    pub language: &'a str,
    /// Body.
    pub content: Content<'a>,
    /// `List-Unsubscribe` (RFC 2369); a desktop has no https endpoint, so never one-click (RFC 8058).
    pub opt_out: Option<&'a OptOut>,
    /// Letter or notice.
    pub kind: Kind,
}

/// Why a message cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// No subject.
    #[error("the message has no subject")]
    NoSubject,
    /// No text.
    #[error("the message has no text")]
    NoText,
    /// More than 1 MiB of text.
    #[error("the message is too long")]
    TooLong,
    /// The pieces do not make a message; should not happen with checked parts.
    #[error("the message could not be made")]
    Refused,
}

impl Fault for BuildError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoSubject => "mail.no_subject",
            Self::NoText => "mail.no_text",
            Self::TooLong => "mail.too_long",
            Self::Refused => "mail.not_buildable",
        }
    }
}

impl Letter<'_> {
    /// The complete message (RFC 5322, MIME): CRLF line ends only, no line above 998 octets, ASCII throughout.
    pub fn to_bytes(&self) -> Result<Vec<u8>, BuildError> {
        if self.subject.is_empty() {
            return Err(BuildError::NoSubject);
        }
        let text = body_text(self.content.text);
        if text.trim().is_empty() {
            return Err(BuildError::NoText);
        }
        let html = self.content.html.map(body_text);
        if text.len() + html.as_ref().map_or(0, String::len) > MAX_BODY {
            return Err(BuildError::TooLong);
        }

        let from = mailbox(self.from)?;
        let to = mailbox(self.to)?;
        let envelope = lettre::address::Envelope::new(Some(from.email.clone()), vec![to.email.clone()]).map_err(|_| BuildError::Refused)?;
        let mut message = lettre::Message::builder()
            .envelope(envelope)
            .message_id(Some(self.message_id.bracketed()))
            .date(self.date.into())
            .from(from)
            .to(to)
            .subject(self.subject.as_str());
        if let Some(last) = self.thread.last() {
            message = message.in_reply_to(last.bracketed()).references(references(self.thread));
        }
        if let Some(opt_out) = self.opt_out {
            message = message.raw_header(raw("List-Unsubscribe", opt_out.header()));
        }
        if is_language_tag(self.language) {
            message = message.raw_header(raw("Content-Language", self.language.to_owned()));
        }
        if self.kind == Kind::Notice {
            message = message.raw_header(raw("Auto-Submitted", "auto-generated".to_owned()));
        }

        let message = match html {
            None => message.singlepart(SinglePart::plain(text)),
            Some(html) => {
                let boundary = self.boundary(&text, &html);
                let parts = MultiPart::builder().kind(MultiPartKind::Alternative).boundary(boundary);
                message.multipart(parts.singlepart(SinglePart::plain(text)).singlepart(SinglePart::html(html)))
            }
        };
        Ok(message.map_err(|_| BuildError::Refused)?.formatted())
    }

    /// A boundary made from the message's own id, so that the same letter gives the same bytes.
    fn boundary(&self, text: &str, html: &str) -> String {
        let id = self.message_id.as_str().bytes().filter(u8::is_ascii_alphanumeric).take(40);
        let mut boundary = format!("part{}", id.map(char::from).collect::<String>());
        while text.contains(&boundary) || html.contains(&boundary) {
            boundary.push('x');
        }
        boundary
    }
}

impl OptOut {
    /// `<mailto:…?subject=…>` with RFC 6068 escaping.
    fn header(&self) -> String {
        let address = percent(self.address.as_str(), b"@+");
        let subject = percent(self.subject.as_str(), b"");
        // Only the subject can grow: without it the link still works, with a line above 998 octets the message would not.
        if subject.is_empty() || subject.len() > 500 {
            format!("<mailto:{address}>")
        } else {
            format!("<mailto:{address}?subject={subject}>")
        }
    }
}

fn percent(text: &str, keep: &[u8]) -> String {
    use std::fmt::Write;
    text.bytes().fold(String::with_capacity(text.len()), |mut out, b| {
        if b.is_ascii_alphanumeric() || b"-._~".contains(&b) || keep.contains(&b) {
            out.push(char::from(b));
        } else {
            let _ = write!(out, "%{b:02X}");
        }
        out
    })
}

/// The parts are checked by type, so the names that make `lettre` panic (CR, LF) or lose the recipient (TAB, NUL) cannot arrive here.
fn mailbox(of: &Mailbox) -> Result<lettre::message::Mailbox, BuildError> {
    let address = of.address.as_str().parse().map_err(|_| BuildError::Refused)?;
    let name = (!of.name.is_empty()).then(|| of.name.as_str().to_owned());
    Ok(lettre::message::Mailbox::new(name, address))
}

fn raw(name: &'static str, value: String) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
}

fn references(thread: &[MessageId]) -> String {
    let skipped = thread.len().saturating_sub(MAX_REFERENCES - 1).max(1);
    let kept = thread.iter().take(1).chain(thread.iter().skip(skipped));
    kept.map(MessageId::bracketed).collect::<Vec<_>>().join(" ")
}

fn is_language_tag(tag: &str) -> bool {
    (2..=12).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && !tag.starts_with('-')
}

/// One kind of line end (the encoder turns it into CRLF), no other control than the tab: a bare CR or LF on the wire is how SMTP smuggling works.
fn body_text(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    unix.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
