use std::borrow::Cow;

/// Longest reply that is kept and read, in octets; a server that says more is not an SMTP server.
pub(super) const MAX_REPLY: usize = 64 * 1024;
/// Most characters of a reply that are kept for the technical details.
const MAX_SHOWN: usize = 300;

/// A complete reply (RFC 5321 section 4.2): one code, one or more lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    pub(super) code: u16,
    pub(super) lines: Vec<String>,
}

/// One line of a reply.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) code: u16,
    /// More lines follow.
    pub(super) more: bool,
    pub(super) text: Cow<'a, str>,
}

/// Reads one line without its line end; `None` if it is not a reply line. Text outside UTF-8 is kept as far as it can be read.
pub(super) fn line(bytes: &[u8]) -> Option<Line<'_>> {
    let (digits, rest) = bytes.split_at_checked(3)?;
    let code = digits.iter().try_fold(0_u16, |n, d| d.is_ascii_digit().then(|| n * 10 + u16::from(d - b'0')))?;
    if !(200..600).contains(&code) {
        return None;
    }
    let (more, text) = match rest.split_first() {
        None => (false, &b""[..]),
        Some((b' ', text)) => (false, text),
        Some((b'-', text)) => (true, text),
        Some(_) => return None,
    };
    Some(Line { code, more, text: String::from_utf8_lossy(text) })
}

impl Reply {
    /// 2yz.
    pub(super) fn is_positive(&self) -> bool {
        (200..300).contains(&self.code)
    }

    /// 4yz or 5yz.
    pub(super) fn is_refusal(&self) -> bool {
        (400..600).contains(&self.code)
    }

    /// Enhanced status (RFC 2034): the first word, when its class agrees with the code.
    pub(super) fn enhanced(&self) -> Option<String> {
        let word = self.lines.first()?.split_whitespace().next()?;
        let parts: Vec<&str> = word.split('.').collect();
        let digits = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        let agrees = parts.first().is_some_and(|class| *class == (self.code / 100).to_string());
        (parts.len() == 3 && parts.iter().all(digits) && agrees).then(|| word.to_owned())
    }

    /// The server's words for the technical details: printable, one line, bounded, addresses taken out.
    pub(super) fn text(&self) -> String {
        let words = self.lines.iter().flat_map(|line| line.split_whitespace());
        let shown = words.map(|word| if word.contains('@') { "<…>" } else { word });
        let joined = shown.collect::<Vec<_>>().join(" ");
        joined.chars().filter(|c| !c.is_control()).take(MAX_SHOWN).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_the_rfc_and_careless_servers_write_them() {
        for (bytes, code, more, text) in [
            (&b"250 OK"[..], 250, false, "OK"),
            (b"250-SIZE 1000", 250, true, "SIZE 1000"),
            (b"250", 250, false, ""),
            (b"550 \xe9t\xe9", 550, false, "\u{fffd}t\u{fffd}"),
        ] {
            assert_eq!(line(bytes), Some(Line { code, more, text: text.into() }));
        }
        for bytes in [&b""[..], b"25", b"25x OK", b"250_OK", b"099 x", b"600 x", b"HTTP/1.1 400 Bad Request"] {
            assert_eq!(line(bytes), None);
        }
    }

    #[test]
    fn the_enhanced_status_counts_only_when_it_agrees_with_the_code() {
        let reply = |code, text: &str| Reply { code, lines: vec![text.to_owned()] };
        assert_eq!(reply(550, "5.1.1 no such user").enhanced().as_deref(), Some("5.1.1"));
        assert_eq!(reply(450, "5.1.1 no such user").enhanced(), None);
        assert_eq!(reply(550, "5.1 x").enhanced(), None);
        assert_eq!(reply(550, "5.1.1111 x").enhanced(), None);
        assert_eq!(reply(550, "").enhanced(), None);
    }

    #[test]
    fn the_servers_words_are_kept_without_addresses_and_bounded() {
        let reply = Reply { code: 550, lines: vec!["5.1.1 <ann@client.example>: no\tsuch".into(), "user\u{7} here".into()] };
        assert_eq!(reply.text(), "5.1.1 <…> no such user here");
        assert_eq!(Reply { code: 550, lines: vec!["x".repeat(9000)] }.text().len(), MAX_SHOWN);
    }
}
