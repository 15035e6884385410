use super::Address;
use uuid::Uuid;

/// A `Message-ID` (RFC 5322 section 3.6.4), without its angle brackets. Made once, committed before the first byte, the same on every attempt.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MessageId(String);

/// A text that is not a `Message-ID`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a message id")]
pub struct MessageIdError;

impl MessageId {
    /// The id of a new message. It names the sender's domain, never the machine.
    pub fn new(id: Uuid, from: &Address) -> Self {
        Self(format!("{}@{}", id.as_hyphenated(), from.domain()))
    }

    /// Takes an id from elsewhere (a thread that was imported), with or without brackets; only printable ASCII of at most 200 octets passes.
    pub fn parse(text: &str) -> Result<Self, MessageIdError> {
        let text = text.trim();
        let text = text.strip_prefix('<').and_then(|t| t.strip_suffix('>')).unwrap_or(text);
        let printable = text.bytes().all(|b| b.is_ascii_graphic() && !b"<>()\"\\,;".contains(&b));
        let (left, right) = text.split_once('@').ok_or(MessageIdError)?;
        if !printable || left.is_empty() || right.is_empty() || right.contains('@') || text.len() > 200 {
            return Err(MessageIdError);
        }
        Ok(Self(text.to_owned()))
    }

    /// The id without brackets, as the desk stores it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as a header shows it.
    pub fn bracketed(&self) -> String {
        format!("<{}>", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_id_names_the_senders_domain() {
        let from = Address::parse("me@Example.org").unwrap();
        let id = MessageId::new(Uuid::nil(), &from);
        assert_eq!(id.bracketed(), "<00000000-0000-0000-0000-000000000000@example.org>");
        assert_eq!(MessageId::parse(&id.bracketed()), Ok(id));
    }

    #[test]
    fn an_id_that_could_break_a_header_is_refused() {
        for text in ["", "a", "@b", "a@", "a@b@c", "a b@c", "a\r\nBcc:x@y", "é@c", "a>@b", &format!("{}@b", "a".repeat(300))] {
            assert_eq!(MessageId::parse(text), Err(MessageIdError), "{text:?}");
        }
    }
}
